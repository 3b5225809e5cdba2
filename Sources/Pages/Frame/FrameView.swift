import Mustache
import Text

/// What stands around the body of every page: head, menus, foot and the data for machines.
struct FrameView: Viewable {
  /// Title of the document.
  var title: String
  var description: String
  var language: String
  /// Name of the collection.
  var site: String
  /// `../` as often as it takes to reach the root.
  var root: String
  /// Class of the sheet: `front`, `topic`, `paper` …
  var kind: String
  var isFront = false
  /// Over 90 letters: set one step smaller.
  var isLong = false
  var head: [NavigationView]
  var foot: [NavigationView]
  var isSearch = false
  /// `793 papers from four dumps.`
  var summary: String
  var report: String?
  /// Small caps in the left margin of the opening: parent or kind of page.
  var side: SideView?
  /// Addresses that need a base URL.
  var canonical: String?
  var openGraphType = "website"
  var atomFeed: String?
  var jsonFeed: String?
  var manifest: String?
  var icon: String?
  /// Finished JSON-LD.
  var linkedData: Markup?

  static let schema = Schema<FrameView>(
    .text("title") { $0.title }, .text("description") { $0.description }, .text("language") { $0.language },
    .text("site") { $0.site }, .text("root") { $0.root }, .text("kind") { $0.kind },
    .flag("isFront") { $0.isFront }, .flag("isLong") { $0.isLong }, .flag("isSearch") { $0.isSearch },
    .list("head") { $0.head }, .list("foot") { $0.foot }, .text("summary") { $0.summary },
    .optionalText("report") { $0.report }, .optional("side") { $0.side }, .optionalText("canonical") { $0.canonical },
    .text("openGraphType") { $0.openGraphType }, .optionalText("atomFeed") { $0.atomFeed },
    .optionalText("jsonFeed") { $0.jsonFeed }, .optionalText("manifest") { $0.manifest },
    .optionalText("icon") { $0.icon }, .flag("hasLinkedData") { $0.linkedData != nil },
    .markup("linkedData") { $0.linkedData ?? Markup() })
}

/// An item of a menu.
struct NavigationView: Viewable {
  var text: String
  var href: String
  var isCurrent = false
  /// Left out of the head on phones, where the foot has it.
  var isWide = false
  /// The reading list, whose count a script adds.
  var isList = false

  static let schema = Schema<NavigationView>(
    .text("text") { $0.text }, .text("href") { $0.href }, .flag("isCurrent") { $0.isCurrent },
    .flag("isWide") { $0.isWide }, .flag("isList") { $0.isList })
}

/// The line above or beside the title.
struct SideView: Viewable {
  var text: String
  /// Nil where the line names the kind of the page alone.
  var href: String?

  static let schema = Schema<SideView>(.text("text") { $0.text }, .optionalText("href") { $0.href })
}
