import Mustache

/// What the head and the foot of a page are made of, the same for nearly all pages of one depth.
struct MenuView: Viewable {
  /// Name of the collection.
  var site: String
  /// `../` as often as it takes to reach the root.
  var root: String
  var head: [NavigationView]
  var foot: [NavigationView]
  var isFront = false
  var isSearch = false
  var report: String?

  static let schema = Schema<MenuView>(
    .text("site", \.site), .text("root", \.root), .list("head", \.head), .list("foot", \.foot),
    .flag("isFront", \.isFront), .flag("isSearch", \.isSearch),
    .optionalText("report", \.report))
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
