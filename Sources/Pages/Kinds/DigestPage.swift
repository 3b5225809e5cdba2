import Mustache
import Planning
import Text

/// The front page: what is here and where to start.
struct DigestView: Viewable {
  var name: String
  var description: String?
  /// The collection in figures.
  var figures: String
  var edition: String?
  var editionDate: String?
  var ways: [LinkView]
  var agreed: ListPartView?
  var starts: ListPartView?
  var new: ListPartView?
  var themes: [ThemeBlockView]
  var map: MapThumbView?

  static let schema = Schema<DigestView>(
    .text("name", \.name), .optionalText("description", \.description), .text("figures", \.figures),
    .optionalText("edition", \.edition), .optionalText("editionDate", \.editionDate),
    .list("ways", \.ways), .optional("agreed", \.agreed), .optional("starts", \.starts),
    .optional("new", \.new), .isFilled("hasPapers", \.ways), .list("themes", \.themes),
    .isFilled("hasThemes", \.themes),
    .optional("map", \.map))
}

/// A list of papers with the sentence that says how it was made and the way to the whole of it.
struct ListPartView: Viewable {
  /// Side-head, and what the table of contents calls it.
  var head = ""
  var contents = ""
  var note: String?
  var all: LinkView?
  var entries: [EntryView]

  static let schema = Schema<ListPartView>(
    .text("head", \.head), .text("contents", \.contents), .optionalText("listNote", \.note), .optional("all", \.all),
    .list("entries", \.entries))
}

extension Facts {
  /// Papers that the front page shows of what is new.
  private static let newShown = 6

  func digest(_ framing: Framing) -> Page<DigestView> {
    let page = SitePath.index
    let body = DigestView(
      name: content.title, description: content.description, figures: figures,
      edition: content.date.map { "Edition of " + Wording.day($0) }, editionDate: content.date,
      ways: waysIn, agreed: agreedPart, starts: startsPart, new: newPart,
      themes: atlas.topics.count > 1 ? themeBlocks(from: page) : [],
      map: mapThumb())
    let count = Wording.count(library.papers.count, "paper")
    let title = library.papers.isEmpty ? content.title : "\(content.title): \(count), set in order"
    let description = [content.description, figures].compactMap { $0 }.joined(separator: " ")
    return Page(
      path: page,
      frame: framing.frame(page, title: title, description: description, kind: "front"), body: body)
  }

  private var waysIn: [LinkView] {
    [
      ("a topic", SitePath.topicIndex), ("a keyword", .keywordIndex), ("the map", .map),
      ("the titles from A to Z", .paperIndex),
    ].filter { plan.has($0.1) }.map { link($0.1, $0.0, from: .index) }
  }

  var agreedPart: ListPartView? {
    guard !agreed.isEmpty else { return nil }
    let most = agreed.first.map { Consensus.bestPerDump(library.papers[$0].sightings).count } ?? 2
    var note = "\(Wording.count(agreed.count, "paper")) came in more than one dump."
    if agreed.count > 1 {
      let first = most > 2 ? "many dumps and " : ""
      note += " Shown are those with \(first)high ranks, central to their topics, no two alike."
    }
    let isCut = agreed.count > SitePlan.agreedOnFront
    return ListPartView(
      note: note,
      all: isCut ? plan.agreedPages.first.map { link($0, "All \(Wording.digits(agreed.count))", from: .index) } : nil,
      entries: Consensus.digest(agreed, library, atlas, most: SitePlan.agreedOnFront)
        .map { entry($0, from: .index, withTopic: true) })
  }

  /// Where no paper came twice, the most typical ones are the way in.
  var startsPart: ListPartView? {
    let papers = starts
    guard !papers.isEmpty else { return nil }
    let entries = papers.map { entry($0, from: .index, withTopic: atlas.topics.count > 1) }
    if showsAll {
      let head = papers.count == 1 ? "The paper" : "The papers"
      return ListPartView(head: head, contents: head, note: nil, all: nil, entries: entries)
    }
    let place = startsByTheme ? "each theme’s largest topic" : "each topic"
    let note = "The paper nearest to the middle of \(place)."
    return ListPartView(head: "Start here", contents: "Where to start", note: note, all: nil, entries: entries)
  }

  /// A collection that stands on the front page whole.
  private var showsAll: Bool { agreed.isEmpty && library.papers.count <= SitePlan.agreedOnFront }

  private var startsByTheme: Bool { atlas.themes.count >= 4 }

  private var starts: [Int] {
    guard agreed.isEmpty, !atlas.topics.isEmpty else { return [] }
    if showsAll { return Array(library.papers.indices) }
    let topics = startsByTheme ? themeOrder.compactMap { atlas.themes[$0].topics.first } : Array(atlas.topics.indices)
    let papers = topics.filter { !atlas.topics[$0].isOther }.compactMap { atlas.topics[$0].papers.first }
    return Array(papers.prefix(SitePlan.agreedOnFront))
  }

  var newPart: ListPartView? {
    guard library.dumps.count > 1, let last = library.dumps.indices.last else { return nil }
    let new = ranked[last].map(\.paper).filter { library.papers[$0].sightings.first?.dump == last }
    guard !new.isEmpty else { return nil }
    let note = "\(Wording.count(new.count, "paper")) came first with \(provenance.inlineName(last))."
    // A paper stands on a page once.
    let starts = Set(starts)
    let shown = new.filter { !starts.contains($0) }.prefix(Self.newShown)
    guard !shown.isEmpty else { return nil }
    return ListPartView(
      note: note, all: link(plan.dumps[last], "The whole dump", from: .index),
      entries: shown.map { entry($0, from: .index, withTopic: true) })
  }
}
