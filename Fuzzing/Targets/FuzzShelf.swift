import Mustache

/// A model with every kind of field, for templates that mean harm.
struct FuzzShelf: Viewable {
  var note: String?
  var books: [FuzzBook]

  static let sample = FuzzShelf(
    note: "n",
    books: [FuzzBook(title: "<A>", parts: [FuzzBook(title: "B", parts: [])]), FuzzBook(title: "C", parts: [])])

  static let schema = Schema<FuzzShelf>(.optionalText("note") { $0.note }, .list("books") { $0.books })
}

/// An item that holds others of its kind.
struct FuzzBook: Viewable {
  var title: String
  var parts: [FuzzBook]

  static let schema = Schema<FuzzBook>(
    .text("title") { $0.title }, .list("parts") { $0.parts }, .flag("isWhole") { $0.parts.isEmpty })
}
