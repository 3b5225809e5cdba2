import Mustache
import Text

/// What stands around the body of every page: head, menus, foot and the data for machines.
struct FrameView: Viewable {
  /// Title of the document.
  var title = ""
  var description = ""
  var language: String
  /// Name of the collection.
  var site: String
  /// `../` as often as it takes to reach the root.
  var root: String
  /// Class of the sheet: `front`, `topic`, `paper` …
  var kind = ""
  var isFront = false
  /// Over 90 letters: set one step smaller.
  var isLong = false
  /// `793 papers from four dumps.`
  var summary: String
  /// What `layouts/head.html` and `layouts/foot.html` made.
  var masthead: Markup
  var footer: Markup
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
    .flag("isFront", \.isFront), .flag("isLong", \.isLong), .text("summary", \.summary),
    .markup("masthead", \.masthead), .markup("footer", \.footer), .optional("side", \.side),
    .optionalText("canonical", \.canonical), .text("openGraphType", \.openGraphType),
    .optionalText("atomFeed", \.atomFeed), .optionalText("jsonFeed", \.jsonFeed),
    .optionalText("manifest", \.manifest), .optionalText("icon", \.icon),
    .flag("hasLinkedData") { !$0.linkedData.isEmpty }, .markup("linkedData", \.linkedData))
}

/// The line above or beside the title.
struct SideView: Viewable {
  var text: String
  /// Nil where the line names the kind of the page alone.
  var href: String?

  static let schema = Schema<SideView>(.text("text", \.text), .optionalText("href", \.href))
}
