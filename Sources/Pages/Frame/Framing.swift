import Diagnostics
import Mustache
import Planning
import Text

/// Makes the frame of every page of an edition.
struct Framing: Sendable {
  private let content: EditionContent
  private let summary: String
  private let head: Template<MenuView>
  private let foot: Template<MenuView>
  /// Addresses of the pages that a menu names, which show it with themselves as the current one.
  private let named: Set<SitePath>
  /// Frames of pages that no menu names, by the number of folders above them; their menus have no current item.
  private var still: [FrameView] = []
  /// The heads of the same with an item of the menu as the current one, by its page.
  private var heads: [SitePath: [Markup]] = [:]

  init(_ content: EditionContent, _ templates: TemplateSet, summary: String) throws(Failure) {
    self.content = content
    self.summary = summary
    head = try templates.template("layouts/head.html", for: MenuView.self)
    foot = try templates.template("layouts/foot.html", for: MenuView.self)
    named = Set((Self.head(content, root: "") + Self.foot(content, root: "")).map(\.path))
    let roots = ["", "../", "../../"]
    still = roots.map { frame(root: $0, menu: menu(root: $0)) }
    for section in Self.head(content, root: "").map(\.path) {
      heads[section] = roots.map { Self.markup(head, menu(root: $0, section: section)) }
    }
  }

  /// - Parameters:
  ///   - title: name of the page, without that of the collection.
  ///   - kind: class of the sheet.
  ///   - section: the item of the menu that the page belongs to.
  func frame(
    _ path: SitePath, title: String, description: String, kind: String, section: SitePath? = nil,
    heading: String = "", side: SideView? = nil
  ) -> FrameView {
    var frame = bare(path, section)
    frame.title = path == .index ? title : "\(title) · \(content.title)"
    frame.description = description
    frame.kind = kind
    frame.isFront = path == .index
    frame.isLong = heading.utf8.count > 90 && heading.unicodeScalars.count > 90
    frame.side = side
    frame.canonical = content.baseURL.map { $0 + (path == .index ? "" : path.value) }
    return frame
  }

  /// Head and foot of the frames that many pages share, each with the number of folders above those pages.
  var repeatedMarkup: [(depth: Int, html: [UInt8])] {
    still.enumerated().flatMap { depth, frame in
      [(depth, frame.masthead.bytes), (depth, frame.footer.bytes)]
        + heads.keys.sorted().map { (depth, heads[$0]?[depth].bytes ?? []) }
    }
  }

  /// The frame with all that does not depend on what the page tells.
  private func bare(_ path: SitePath, _ section: SitePath?) -> FrameView {
    let depth = path.depth
    if depth < still.count, !named.contains(path), path != .notFound {
      var frame = still[depth]
      if let section, let heads = heads[section] { frame.masthead = heads[depth] }
      return frame
    }
    let root = path == .notFound ? content.basePath : path.toRoot
    var menu = menu(root: root, section: section ?? path, page: path)
    menu.isFront = path == .index
    menu.isSearch = path == .search
    return frame(root: root, menu: menu)
  }
}

extension Framing {
  private typealias Entry = (item: NavigationView, path: SitePath)

  private func frame(root: String, menu: MenuView) -> FrameView {
    let extras = content.extras
    return FrameView(
      language: content.language, site: content.title, root: root, summary: summary,
      masthead: Self.markup(head, menu), footer: Self.markup(foot, menu),
      atomFeed: extras.atomFeed.map { root + $0.value }, jsonFeed: extras.jsonFeed.map { root + $0.value },
      manifest: extras.manifest.map { root + $0.value }, icon: extras.icon.map { root + $0.value })
  }

  /// The menus with the current item of each: `section` in the head, `page` in the foot.
  private func menu(root: String, section: SitePath? = nil, page: SitePath? = nil) -> MenuView {
    func items(_ entries: [Entry], current: SitePath?) -> [NavigationView] {
      entries.map { entry in
        var item = entry.item
        item.isCurrent = entry.path == current
        return item
      }
    }
    return MenuView(
      site: content.title, root: root, head: items(Self.head(content, root: root), current: section),
      foot: items(Self.foot(content, root: root), current: page),
      report: content.plan.has(.report) ? root + SitePath.report.value : nil)
  }

  /// What the template makes of a menu, without the line end of its file.
  private static func markup(_ template: Template<MenuView>, _ menu: MenuView) -> Markup {
    var bytes = template.render(menu)
    while bytes.last == 0x0A { bytes.removeLast() }
    return Markup(bytes: bytes)
  }

  private static func head(_ content: EditionContent, root: String) -> [Entry] {
    let plan = content.plan
    var menu: [Entry] = []
    for (text, path, isWide) in [
      ("Topics", SitePath.topicIndex, false), ("Keywords", .keywordIndex, false), ("Map", .map, false),
      ("Glossary", .glossary, true), ("Reading list", .readingList, false),
    ] where plan.has(path) {
      menu.append(
        (
          NavigationView(text: text, href: root + path.value, isWide: isWide, isList: path == .readingList), path
        ))
    }
    for (page, path) in zip(content.userPages, plan.userPages) where page.order != nil {
      menu.append((NavigationView(text: page.title, href: root + path.value, isWide: true), path))
    }
    return menu
  }

  private static func foot(_ content: EditionContent, root: String) -> [Entry] {
    let plan = content.plan
    var menu: [Entry] = [(NavigationView(text: "Digest", href: root + SitePath.index.value), .index)]
    let registers = plan.registers.map { (RegisterWords($0.kind).heading, $0.kind.index) }
    for (text, path) in [
      ("Topics", SitePath.topicIndex), ("Keywords", .keywordIndex), ("Titles A to Z", .paperIndex),
    ] + registers + [
      ("Dumps", .dumpIndex), ("Map", .map), ("Glossary", .glossary), ("Reading list", .readingList),
      ("Search", .search), ("What changed", .changes), ("Feeds and data", .data), ("Build report", .report),
    ] where plan.has(path) {
      menu.append((NavigationView(text: text, href: root + path.value), path))
    }
    for (page, path) in zip(content.userPages, plan.userPages) {
      menu.append((NavigationView(text: page.title, href: root + path.value), path))
    }
    return menu
  }
}
