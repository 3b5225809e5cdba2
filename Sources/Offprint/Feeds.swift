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
    let papers = newestFirst
    var places = [Int](repeating: 0, count: papers.count)
    for (place, paper) in papers.enumerated() { places[paper] = place }
    let whole = Feed(
      stem: "feed", title: content.title, page: SitePath.index.value, items: papers.prefix(Self.limit).map(item))
    return [whole]
      + content.atlas.topics.indices.map { topic in
        let own = content.atlas.topics[topic].papers.sorted { places[$0] < places[$1] }
        return Feed(
          stem: String(content.plan.topics[topic].value.dropLast(".html".count)),
          title: "\(Wording.capitalised(content.atlas.topics[topic].name)) · \(content.title)",
          page: content.plan.topics[topic].value, items: own.prefix(Self.limit).map(item))
      }
  }

  /// By date or year where the data has them, then by the last dump that brought the paper first, then by rank.
  private var newestFirst: [Int] {
    let papers = content.library.papers
    let days = papers.map { Self.moment($0.details) }
    let first = papers.map { $0.sightings.first.map { (dump: $0.dump, rank: $0.rank) } ?? (dump: -1, rank: 0) }
    return papers.indices.sorted { a, b in
      if days[a] != days[b] { return days[a] > days[b] }
      return (first[b].dump, first[a].rank, a) < (first[a].dump, first[b].rank, b)
    }
  }

  private static func moment(_ details: Details) -> String { details.date ?? details.year.map { String($0) } ?? "" }

  private func item(_ index: Int) -> FeedItem {
    let paper = content.library.papers[index]
    return FeedItem(
      id: paper.id.value, title: paper.plainTitle, path: content.plan.papers[index].value, summary: paper.plainAbstract,
      date: paper.details.date.flatMap { CalendarDay($0) == nil ? nil : $0 },
      authors: paper.details.authors.map(\.full),
      tags: paper.details.categories + paper.details.keywords.filter { !paper.details.categories.contains($0) })
  }
}
