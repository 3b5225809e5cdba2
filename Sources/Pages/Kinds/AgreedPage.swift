import Mustache
import Planning

/// All papers that came in more than one dump.
struct AgreedView: Viewable {
  var lead: String
  var entries: [EntryView]
  var numbers: PageNumbersView?

  static let schema = Schema<AgreedView>(
    .text("lead", \.lead), .list("entries", \.entries), .optional("numbers", \.numbers))
}

extension Facts {
  func agreedPage(_ number: Int, _ framing: Framing) -> Page<AgreedView> {
    let path = plan.agreedPages[number]
    let rows = Paging.entries.rows(number, of: agreed.count)
    let lead =
      "\(Wording.count(agreed.count, "paper")) came in more than one of \(Wording.spelt(library.dumps.count)) dumps. "
      + "Those in most dumps come first, then those ranked highest."
    let body = AgreedView(
      lead: lead, entries: agreed[rows].map { entry($0, from: path, withTopic: true) },
      numbers: pageNumbers(plan.agreedPages, current: number))
    let frame = framing.frame(
      path, title: paged("Agreed on by the dumps", number), description: paged(lead, number), kind: "agreed",
      side: SideView(text: "Digest", href: href(to: .index, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  /// `text` for the first page of a list, `text, page 3` for the third.
  func paged(_ text: String, _ number: Int) -> String { number == 0 ? text : "\(text), page \(number + 1)" }
}
