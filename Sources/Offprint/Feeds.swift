import Pages
import Papers
import Planning
import Publishing
import Topics

/// Chooses what the feeds of an edition tell: the newest papers of the whole and of each topic.
struct Feeds: Sendable {
  /// Most items of one feed.
  private static let limit = 50

  private let content: EditionContent

  init(_ content: EditionContent) { self.content = content }

  /// The feed of the whole, then one for each topic.
  var all: [Feed] {
    let papers = content.library.papers.indices.sorted { newer($0, $1) }
    let whole = Feed(
      stem: "feed", title: content.title, page: SitePath.index.value, items: papers.prefix(Self.limit).map(item))
    return [whole]
      + content.atlas.topics.indices.map { topic in
        let own = content.atlas.topics[topic].papers.sorted { newer($0, $1) }
        return Feed(
          stem: String(content.plan.topics[topic].value.dropLast(".html".count)),
          title: "\(Wording.capitalised(content.atlas.topics[topic].name)) · \(content.title)",
          page: content.plan.topics[topic].value, items: own.prefix(Self.limit).map(item))
      }
  }

  /// By date or year where the data has them, then by the last dump that brought the paper first, then by rank.
  private func newer(_ a: Int, _ b: Int) -> Bool {
    let one = content.library.papers[a]
    let other = content.library.papers[b]
    let days = (Self.moment(one.details), Self.moment(other.details))
    if days.0 != days.1 { return days.0 > days.1 }
    guard let first = one.sightings.first, let second = other.sightings.first else { return a < b }
    return (second.dump, first.rank, a) < (first.dump, second.rank, b)
  }

  private static func moment(_ details: Details) -> String { details.date ?? details.year.map { String($0) } ?? "" }

  private func item(_ index: Int) -> FeedItem {
    let paper = content.library.papers[index]
    return FeedItem(
      id: paper.id.value, title: paper.title, path: content.plan.papers[index].value, summary: paper.abstract,
      date: paper.details.date.flatMap { CalendarDay($0) == nil ? nil : $0 },
      authors: paper.details.authors.map(\.full),
      tags: paper.details.categories + paper.details.keywords.filter { !paper.details.categories.contains($0) })
  }
}
