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
  /// Finished JSON-LD; empty for none.
  var linkedData = Markup()

  static let schema = Schema<FrameView>(
    .text("title", \.title), .text("description", \.description), .text("language", \.language),
    .text("site", \.site), .text("root", \.root), .text("kind", \.kind),
    .flag("isFront", \.isFront), .flag("isLong", \.isLong), .flag("isSearch", \.isSearch),
    .list("head", \.head), .list("foot", \.foot), .text("summary", \.summary),
    .optionalText("report", \.report), .optional("side", \.side), .optionalText("canonical", \.canonical),
    .text("openGraphType", \.openGraphType), .optionalText("atomFeed", \.atomFeed),
    .optionalText("jsonFeed", \.jsonFeed), .optionalText("manifest", \.manifest),
    .optionalText("icon", \.icon), .flag("hasLinkedData") { !$0.linkedData.isEmpty },
    .markup("linkedData", \.linkedData))
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
    .text("text", \.text), .text("href", \.href), .flag("isCurrent", \.isCurrent),
    .flag("isWide", \.isWide), .flag("isList", \.isList))
}

/// The line above or beside the title.
struct SideView: Viewable {
  var text: String
  /// Nil where the line names the kind of the page alone.
  var href: String?

  static let schema = Schema<SideView>(.text("text", \.text), .optionalText("href", \.href))
}
