import Mustache
import Planning

/// A theme: its topics, each with the papers nearest to its middle.
struct ThemeView: Viewable {
  var name: String
  var lead: String
  var topics: [ThemeTopicView]
  var pager: PagerView

  static let schema = Schema<ThemeView>(
    .text("name", \.name), .text("lead", \.lead), .list("topics", \.topics), .item("pager", \.pager))
}

/// A topic on the page of its theme.
struct ThemeTopicView: Viewable {
  var name: String
  var href: String
  var id: String
  var papers: String
  /// `All 55`, where the page shows fewer.
  var all: String?
  var terms: [String]
  var entries: [EntryView]

  static let schema = Schema<ThemeTopicView>(
    .text("name", \.name), .text("href", \.href), .text("id", \.id), .text("papers", \.papers),
    .flag("hasMore") { $0.all != nil }, .optionalText("all", \.all),
    .optionalText("terms") { $0.terms.isEmpty ? nil : $0.terms.joined(separator: ", ") }, .list("entries", \.entries))
}

extension Facts {
  private static let shownPerTopic = 3

  func theme(_ theme: Int, _ framing: Framing) -> Page<ThemeView> {
    let path = plan.themes[theme]
    let name = themeName(theme)
    let topics = atlas.themes[theme].topics
    let size = Wording.count(themeSize(theme), "paper")
    let lead = "\(size) in \(Wording.speltCount(topics.count, "topic"))."
    let order = themeOrder
    let place = order.firstIndex(of: theme) ?? 0
    let body = ThemeView(
      name: name, lead: lead, topics: topics.map { themeTopic($0, from: path) },
      pager: PagerView(
        previous: place > 0 ? themeLink(order[place - 1], from: path) : nil,
        next: place + 1 < order.count ? themeLink(order[place + 1], from: path) : nil))
    let description = "\(name), a theme of \(size): \(topics.map(topicName).joined(separator: ", "))."
    let frame = framing.frame(
      path, title: "\(name) · Theme", description: description, kind: "theme-page", section: .topicIndex,
      heading: name, side: SideView(text: "Theme", href: href(to: .topicIndex, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  func themeLink(_ theme: Int, from page: SitePath) -> LinkView {
    link(plan.themes[theme], themeName(theme), from: page)
  }

  private func themeTopic(_ topic: Int, from path: SitePath) -> ThemeTopicView {
    let value = atlas.topics[topic]
    return ThemeTopicView(
      name: topicName(topic), href: href(to: plan.topics[topic], from: path), id: "topic-\(topic + 1)",
      papers: Wording.count(value.papers.count, "paper"),
      all: value.papers.count > Self.shownPerTopic ? "All \(Wording.digits(value.papers.count))" : nil,
      terms: Array(value.terms.prefix(6)),
      entries: value.papers.prefix(Self.shownPerTopic).map { entry($0, from: path) })
  }
}
