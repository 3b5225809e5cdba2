import Mustache
import Planning

/// Short forms and what they stand for, whole or one letter of them.
struct GlossaryView: Viewable {
  var heading: String
  var lead: String
  var letters: [LetterView]
  var groups: [GlossaryGroupView]
  var numbers: PageNumbersView?

  static let schema = Schema<GlossaryView>(
    .text("heading", \.heading), .text("lead", \.lead), .list("letters", \.letters), .isFilled("hasLetters", \.letters),
    .list("groups", \.groups), .optional("numbers", \.numbers))
}

/// The short forms of one letter, or those of another kind that stand together.
struct GlossaryGroupView: Viewable {
  var name: String
  var id: String
  var isLetter = true
  var forms: [GlossaryFormView]

  static let schema = Schema<GlossaryGroupView>(
    .text("name", \.name), .text("id", \.id), .flag("isLetter", \.isLetter), .list("forms", \.forms))
}

/// A short form with its expansions.
struct GlossaryFormView: Viewable {
  var id: String
  var short: String
  var meanings: [MeaningView]

  static let schema = Schema<GlossaryFormView>(
    .text("id", \.id), .text("short", \.short), .list("meanings", \.meanings),
    .optionalText("clash") { form in
      form.meanings.count > 1
        ? Wording.capitalised(Wording.spelt(form.meanings.count)) + " meanings in this collection." : nil
    })
}

/// One meaning of a short form, with the page that tells most of it.
struct MeaningView: Viewable {
  var long: String
  /// The keyword's page, or that of the one paper that spells it out.
  var href: String?
  /// How many spell it out, where it is more than one.
  var papers: String?

  static let schema = Schema<MeaningView>(
    .text("long", \.long), .optionalText("href", \.href), .optionalText("papers", \.papers))
}

extension Facts {
  func glossary(_ framing: Framing) -> Page<GlossaryView> {
    let path = SitePath.glossary
    let isWhole = plan.glossaryLetters.allSatisfy { $0.pages == [path] }
    let clashes = atlas.acronyms.count { $0.expansions.count > 1 }
    var lead = "\(Wording.count(atlas.acronyms.count, "short form")), each spelt out by a paper of the collection."
    if clashes > 0 { lead += " \(Wording.digits(clashes)) \(clashes == 1 ? "has" : "have") more than one meaning." }
    let body = GlossaryView(
      heading: "Short forms and what they stand for", lead: lead,
      letters: letterViews(plan.glossaryLetters, from: path),
      groups: isWhole ? plan.glossaryLetters.map { forms($0, rows: 0..<$0.items.count, from: path) } : choices)
    let first = atlas.acronyms.prefix(4).map { "\($0.short), \($0.expansions.first?.long ?? "")" }
    let frame = framing.frame(
      path, title: "Glossary", description: "\(lead) Among them: \(first.joined(separator: "; ")).",
      kind: "glossary", side: SideView(text: "Glossary"))
    return Page(path: path, frame: frame, body: body)
  }

  func glossaryLetter(_ letter: Letter, page number: Int, _ framing: Framing) -> Page<GlossaryView> {
    let path = letter.pages[number]
    let rows = Paging.forms.rows(number, of: letter.items.count)
    let lead = "\(Wording.count(letter.items.count, "short form")) under \(letter.name)."
    let body = GlossaryView(
      heading: "Short forms: \(letter.name)", lead: lead,
      letters: letterViews(plan.glossaryLetters, from: path, current: letter.name),
      groups: [forms(letter, rows: rows, from: path)], numbers: pageNumbers(letter.pages, current: number))
    let named = letter.items[rows].prefix(8).map { atlas.acronyms[$0].short }.joined(separator: ", ")
    let frame = framing.frame(
      path, title: paged("Glossary: \(letter.name)", number), description: "\(lead) From \(named).", kind: "glossary",
      section: .glossary, side: SideView(text: "Glossary", href: href(to: .glossary, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  /// What the first page of a long glossary shows: the forms in most use, and those that mean several things.
  private var choices: [GlossaryGroupView] {
    let order = atlas.acronyms.indices.sorted { first, second in
      (-atlas.acronyms[first].papers.count, first) < (-atlas.acronyms[second].papers.count, second)
    }
    let clashing = order.filter { atlas.acronyms[$0].expansions.count > 1 }.prefix(Self.choicesShown)
    return [
      choice("Most used", "most", order.prefix(Self.choicesShown)),
      choice("Several meanings", "several", clashing),
    ].filter { !$0.forms.isEmpty }
  }

  private static let choicesShown = 40

  /// Forms from A to Z.
  private func choice(_ name: String, _ id: String, _ acronyms: ArraySlice<Int>) -> GlossaryGroupView {
    GlossaryGroupView(
      name: name, id: id, isLetter: false,
      forms: acronyms.sorted().map { acronym in
        GlossaryFormView(
          id: "\(id)-\(acronym + 1)", short: atlas.acronyms[acronym].short,
          meanings: meanings(acronym, from: .glossary))
      })
  }

  private func forms(_ letter: Letter, rows: Range<Int>, from path: SitePath) -> GlossaryGroupView {
    GlossaryGroupView(
      name: letter.name, id: "letter-" + letter.slug,
      forms: letter.items[rows].map { acronym in
        GlossaryFormView(
          id: glossaryID(acronym), short: atlas.acronyms[acronym].short, meanings: meanings(acronym, from: path))
      })
  }

  private func meanings(_ acronym: Int, from path: SitePath) -> [MeaningView] {
    atlas.acronyms[acronym].expansions.map { expansion in
      let keyword = keywordNamed[expansion.long]
      let only = expansion.papers.count == 1 ? expansion.papers.first : nil
      let target = keyword.map { plan.keywords[$0] } ?? only.map { plan.papers[$0] }
      return MeaningView(
        long: expansion.long, href: target.map { href(to: $0, from: path) },
        papers: expansion.papers.count > 1 ? "\(expansion.papers.count)\u{A0}papers" : nil)
    }
  }
}
