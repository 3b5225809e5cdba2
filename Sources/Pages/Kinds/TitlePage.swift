import Mustache
import Planning

/// Titles from A to Z, whole or one letter of them.
struct TitleView: Viewable {
  var heading: String
  var lead: String
  var letters: [LetterView]
  /// The letters with their first and last titles, on the first page of an index of several pages.
  var contents: [LetterRangeView]
  var groups: [TitleGroupView]
  var numbers: PageNumbersView?

  static let schema = Schema<TitleView>(
    .text("heading", \.heading), .text("lead", \.lead), .list("letters", \.letters), .isFilled("hasLetters", \.letters),
    .list("contents", \.contents), .isFilled("hasContents", \.contents), .list("groups", \.groups),
    .optional("numbers", \.numbers))
}

/// The titles of one letter.
struct TitleGroupView: Viewable {
  var name: String
  var id: String
  var entries: [EntryView]

  static let schema = Schema<TitleGroupView>(
    .text("name", \.name), .text("id", \.id), .list("entries", \.entries))
}

/// A letter of an index of several pages.
struct LetterRangeView: Viewable {
  var name: String
  var href: String
  var count: Int
  var first: String

  static let schema = Schema<LetterRangeView>(
    .text("name", \.name), .text("href", \.href), .text("count") { Wording.digits($0.count) },
    .text("first", \.first))
}

extension Facts {
  func titleIndex(_ framing: Framing) -> Page<TitleView> {
    let path = SitePath.paperIndex
    let isWhole = plan.titleLetters.allSatisfy { $0.pages.first == path }
    let lead = Wording.count(titles.count, "paper") + "."
    let contents = plan.titleLetters.map { letter in
      LetterRangeView(
        name: letter.name, href: href(to: letter.pages[0], from: path), count: letter.items.count,
        first: titles[letter.items[0]])
    }
    let body = TitleView(
      heading: "From A to Z", lead: lead, letters: letterViews(plan.titleLetters, from: path),
      contents: isWhole ? [] : contents,
      groups: isWhole ? plan.titleLetters.map { titleGroup($0, rows: 0..<$0.items.count, from: path) } : [])
    let first = plan.titleLetters.first.map { " The first: \(titles[$0.items[0]])." } ?? ""
    let frame = framing.frame(
      path, title: "Titles A to Z", description: "The titles of \(lead)\(first)", kind: "titles",
      side: SideView(text: "Titles"))
    return Page(path: path, frame: frame, body: body)
  }

  func titleLetter(_ letter: Letter, page number: Int, _ framing: Framing) -> Page<TitleView> {
    let path = letter.pages[number]
    let rows = Paging.titles.rows(number, of: letter.items.count)
    let lead = "\(Wording.count(letter.items.count, "title")) under \(letter.name)."
    let body = TitleView(
      heading: "Titles: \(letter.name)", lead: lead,
      letters: letterViews(plan.titleLetters, from: path, current: letter.name), contents: [],
      groups: [titleGroup(letter, rows: rows, from: path)], numbers: pageNumbers(letter.pages, current: number))
    let first = letter.items[rows].first.map { " From \(titles[$0])." } ?? ""
    let frame = framing.frame(
      path, title: paged("Titles: \(letter.name)", number), description: "\(lead)\(first)", kind: "titles",
      section: .paperIndex, side: SideView(text: "Titles", href: href(to: .paperIndex, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  private func titleGroup(_ letter: Letter, rows: Range<Int>, from path: SitePath) -> TitleGroupView {
    TitleGroupView(
      name: letter.name, id: "letter-" + letter.slug,
      entries: letter.items[rows].map { entry($0, from: path, withSay: false) })
  }
}
