import Mustache
import Planning

/// All themes with their topics, and the topics by name.
struct TopicIndexView: Viewable {
  var lead: String
  var themes: [ThemeBlockView]
  /// From A to Z; empty where the themes show few enough to overlook.
  var topics: [CountedLinkView]

  static let schema = Schema<TopicIndexView>(
    .text("lead", \.lead), .list("themes", \.themes), .list("topics", \.topics),
    .isFilled("hasTopics", \.topics))
}

extension Facts {
  private static let overlooked = 12

  func topicIndex(_ framing: Framing) -> Page<TopicIndexView> {
    let path = SitePath.topicIndex
    var lead = Wording.count(atlas.topics.count, "topic")
    if atlas.themes.count > 1 { lead += " under " + Wording.count(atlas.themes.count, "theme") }
    lead += ", inferred from the words of " + Wording.count(library.papers.count, "paper") + "."
    let byName = Letter.index(atlas.topics.map(\.name)).flatMap(\.items)
    let topics = byName.count > Self.overlooked ? byName.map { countedTopic($0, from: path) } : []
    let body = TopicIndexView(lead: lead, themes: themeBlocks(from: path), topics: topics)
    let largest = atlas.topics.indices.prefix(4).map(topicName)
    let description = "\(lead) The largest: \(largest.joined(separator: ", "))."
    return Page(
      path: path, frame: framing.frame(path, title: "Topics", description: description, kind: "topics"), body: body)
  }
}
