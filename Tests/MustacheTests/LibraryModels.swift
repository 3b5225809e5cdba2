import Text

@testable import Mustache

/// The models of these tests: a shelf of books.
struct Shelf: Viewable {
  var name = "Maps"
  var note: String?
  var books: [Book] = []
  var keeper: Keeper?
  var isOpen = true
  var seal = Markup(trusted: "<b>seal</b>")

  static var schema: Schema<Shelf> {
    Schema(
      .text("name") { $0.name }, .optionalText("note") { $0.note }, .list("books") { $0.books },
      .optional("keeper") { $0.keeper }, .flag("open") { $0.isOpen }, .markup("seal") { $0.seal },
      .list("tags") { _ in ["a", "b"] })
  }
}

struct Book: Viewable {
  var title: String
  var pages = 0
  var parts: [Book] = []

  static var schema: Schema<Book> {
    Schema(.text("title") { $0.title }, .number("pages") { $0.pages }, .list("parts") { $0.parts })
  }
}

struct Keeper: Viewable {
  var name: String

  static var schema: Schema<Keeper> { Schema(.text("name") { $0.name }) }
}

func shown(_ text: String, _ shelf: Shelf = Shelf(), name: String = "t.html", _ others: (String, String)...) throws
  -> String
{
  let set = try TemplateSet(files: [(name: name, text: text)] + others.map { (name: $0.0, text: $0.1) })
  return String(decoding: try set.template(name, for: Shelf.self).render(shelf), as: UTF8.self)
}
