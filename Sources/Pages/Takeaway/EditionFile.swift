import Mustache
import Planning
import Text

/// The whole edition in one page: titles by topic as they stand, abstracts packed, a search of its own.
struct EditionFileView: Viewable {
  var frame: FrameView
  var title: String
  var figures: String
  var edition: String?
  var topics: [EditionTopicView]
  var style: InlineFile
  var script: InlineFile
  /// The list of the packed words and the packed abstracts, in the order of the titles.
  var words: Markup
  var abstracts: Markup

  static let schema = Schema<EditionFileView>(
    .item("frame", \.frame), .text("title", \.title), .text("figures", \.figures),
    .optionalText("edition", \.edition), .list("topics", \.topics), .item("style", \.style),
    .item("script", \.script), .markup("words", \.words), .markup("abstracts", \.abstracts))
}

/// A topic with the titles of its papers.
struct EditionTopicView: Viewable {
  var name: String
  var id: String
  var papers: String
  var titles: [String]

  static let schema = Schema<EditionTopicView>(
    .text("name", \.name), .text("id", \.id), .text("papers", \.papers), .list("titles", \.titles))
}

extension Facts {
  /// Every paper once: those of each topic in its order, then those without a topic.
  var byTopic: [(name: String, papers: [Int])] {
    var groups = atlas.topics.indices.map { (topicName($0), atlas.topics[$0].papers) }
    let placed = Set(groups.flatMap(\.1))
    let others = library.papers.indices.filter { !placed.contains($0) }
    if !others.isEmpty { groups.append((groups.isEmpty ? "Papers" : "Other papers", others)) }
    return groups
  }

  func editionFile(_ style: InlineFile, _ script: InlineFile, _ framing: Framing) -> EditionFileView {
    let groups = byTopic
    let code = WordCode(groups.flatMap { $0.papers.map { PlainText.of(library.papers[$0].abstract) } })
    let lead = "All \(Wording.count(library.papers.count, "paper")) of \(content.title) with their abstracts"
    return EditionFileView(
      frame: framing.frame(
        .editionPage, title: "The whole edition", description: "\(lead), to be read and searched in this one file.",
        kind: "one-file"),
      title: content.title, figures: figures, edition: content.date.map { "Edition of " + Wording.day($0) },
      topics: groups.enumerated().map { at, group in
        EditionTopicView(
          name: group.name, id: "topic-\(at + 1)", papers: Wording.count(group.papers.count, "paper"),
          titles: group.papers.map { titles[$0] })
      },
      style: style, script: script, words: Markup(bytes: code.list), abstracts: Markup(bytes: code.text))
  }
}
