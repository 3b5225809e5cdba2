import Planning
import Text

/// Makes the frame of every page of an edition.
struct Framing: Sendable {
  private let content: EditionContent
  private let summary: String
  /// Menus for pages in the root and one folder down, without a current item.
  private let heads: [Menu]
  private let feet: [Menu]

  init(_ content: EditionContent, summary: String) {
    self.content = content
    self.summary = summary
    heads = ["", "../"].map { Menu(entries: Self.head(content, root: $0)) }
    feet = ["", "../"].map { Menu(entries: Self.foot(content, root: $0)) }
  }

  /// - Parameters:
  ///   - title: name of the page, without that of the collection.
  ///   - kind: class of the sheet.
  ///   - section: the item of the menu that the page belongs to.
  func frame(
    _ path: SitePath, title: String, description: String, kind: String, section: SitePath? = nil,
    heading: String = "", side: SideView? = nil
  ) -> FrameView {
    let root = path == .notFound ? content.basePath : path.toRoot
    let extras = content.extras
    return FrameView(
      title: path == .index ? title : "\(title) · \(content.title)", description: description,
      language: content.language, site: content.title, root: root, kind: kind, isFront: path == .index,
      isLong: heading.unicodeScalars.count > 90,
      head: menu(heads, of: path, current: section ?? path), foot: menu(feet, of: path, current: path),
      isSearch: path == .search, summary: summary,
      report: content.plan.has(.report) ? root + SitePath.report.value : nil, side: side,
      canonical: content.baseURL.map { $0 + (path == .index ? "" : path.value) },
      atomFeed: extras.atomFeed.map { root + $0.value }, jsonFeed: extras.jsonFeed.map { root + $0.value },
      manifest: extras.manifest.map { root + $0.value }, icon: extras.icon.map { root + $0.value })
  }
}

extension Framing {
  private typealias Entry = (item: NavigationView, path: SitePath)

  private struct Menu: Sendable {
    let entries: [Entry]
    /// The items without a current one.
    let still: [NavigationView]

    init(entries: [Entry]) {
      self.entries = entries
      still = entries.map(\.item)
    }
  }

  private func menu(_ menus: [Menu], of page: SitePath, current: SitePath) -> [NavigationView] {
    let menu = menus[min(page.depth, 1)]
    // Most pages are in no menu and share the one made before.
    if page != .notFound, !menu.entries.contains(where: { $0.path == current }) { return menu.still }
    return menu.entries.map { entry in
      var item = entry.item
      item.isCurrent = entry.path == current
      if page == .notFound { item.href = content.basePath + item.href }
      return item
    }
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
