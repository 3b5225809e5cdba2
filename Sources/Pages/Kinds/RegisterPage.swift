import Mustache
import Planning

/// Keywords, authors, venues, years or the like, whole or one letter of them.
struct RegisterView: Viewable {
  var heading: String
  var lead: String
  /// None for years.
  var letters: [LetterView]
  var mostHead = "With most papers"
  /// The entries of most papers, on the first page of an index of several pages.
  var most: [CountedLinkView]
  var groups: [RegisterGroupView]
  var numbers: PageNumbersView?

  static let schema = Schema<RegisterView>(
    .text("heading", \.heading), .text("lead", \.lead), .list("letters", \.letters),
    .isFilled("hasLetters", \.letters), .text("mostHead", \.mostHead), .list("most", \.most),
    .isFilled("hasMost", \.most),
    .list("groups", \.groups), .optional("numbers", \.numbers))
}

/// The entries of one letter or one decade.
struct RegisterGroupView: Viewable {
  var name: String
  var id: String
  var entries: [CountedLinkView]

  static let schema = Schema<RegisterGroupView>(
    .text("name", \.name), .text("id", \.id), .list("entries", \.entries))
}

extension Facts {
  private static let mostShown = 60

  func register(_ place: Int, _ framing: Framing) -> Page<RegisterView> {
    let register = plan.registers[place]
    let words = RegisterWords(register.kind)
    let path = register.kind.index
    let isWhole = register.letters.allSatisfy { $0.pages.first == path }
    let byUse = register.entries.indices.sorted {
      (-register.entries[$0].papers.count, $0) < (-register.entries[$1].papers.count, $1)
    }
    let lead = registerLead(register, words)
    let body = RegisterView(
      heading: words.heading, lead: lead,
      letters: register.kind == .years ? [] : letterViews(register.letters, from: path),
      most: isWhole ? [] : byUse.prefix(Self.mostShown).map { counted($0, of: register, from: path) },
      groups: isWhole ? register.letters.map { group($0, rows: 0..<$0.items.count, of: register, from: path) } : [])
    let named = byUse.prefix(5).map { register.entries[$0].name }.joined(separator: ", ")
    let frame = framing.frame(
      path, title: words.heading, description: "\(lead) With most papers: \(named).", kind: "keywords")
    return Page(path: path, frame: frame, body: body)
  }

  /// `20,149 authors; 5,503 of 5,506 papers name theirs.`
  private func registerLead(_ register: Register, _ words: RegisterWords) -> String {
    let count = Wording.count(register.entries.count, words.one, words.several)
    let told = register.entriesOfPaper.count { !$0.isEmpty }
    let papers = Wording.count(titles.count, "paper")
    return told == titles.count
      ? "\(count) of \(papers)." : "\(count); \(Wording.digits(told)) of \(papers) name theirs."
  }

  func registerLetter(_ place: Int, _ letter: Int, page number: Int, _ framing: Framing) -> Page<RegisterView> {
    let register = plan.registers[place]
    let words = RegisterWords(register.kind)
    let letter = register.letters[letter]
    let path = letter.pages[number]
    let rows = Paging.names.rows(number, of: letter.items.count)
    let lead = "\(Wording.count(letter.items.count, words.one, words.several)) under \(letter.name)."
    let body = RegisterView(
      heading: "\(words.heading): \(letter.name)", lead: lead,
      letters: letterViews(register.letters, from: path, current: letter.name), most: [],
      groups: [group(letter, rows: rows, of: register, from: path)],
      numbers: pageNumbers(letter.pages, current: number))
    let first = letter.items[rows].first.map { " From \(register.entries[$0].listName)." } ?? ""
    let frame = framing.frame(
      path, title: paged("\(words.heading): \(letter.name)", number), description: "\(lead)\(first)",
      kind: "keywords", section: register.kind.index,
      side: SideView(text: words.heading, href: href(to: register.kind.index, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  private func group(_ letter: Letter, rows: Range<Int>, of register: Register, from path: SitePath)
    -> RegisterGroupView
  {
    RegisterGroupView(
      name: letter.name, id: "letter-" + letter.slug,
      entries: letter.items[rows].map { counted($0, of: register, from: path) })
  }

  private func counted(_ entry: Int, of register: Register, from path: SitePath) -> CountedLinkView {
    let value = register.entries[entry]
    return CountedLinkView(
      text: value.listName, href: href(to: register.path(of: entry, in: plan), from: path), count: value.papers.count)
  }
}
