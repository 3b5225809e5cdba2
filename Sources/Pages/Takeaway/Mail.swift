import Mustache
import Planning
import Text

/// What the message tells, for its HTML and its plain text alike.
struct MailView: Viewable {
  var title: String
  var language: String
  var edition: String?
  var figures: String
  var parts: [MailPartView]
  /// Whole address of the front page, where one is known.
  var site: String?

  static let schema = Schema<MailView>(
    .text("title", \.title), .text("language", \.language), .optionalText("edition", \.edition),
    .text("figures", \.figures), .list("parts", \.parts), .optionalText("site", \.site))
}

/// A list of papers with its head.
struct MailPartView: Viewable {
  var name: String
  var note: String?
  var papers: [MailPaperView]

  static let schema = Schema<MailPartView>(
    .text("name", \.name), .optionalText("listNote", \.note), .list("papers", \.papers))
}

/// A paper with its whole address, where one is known.
struct MailPaperView: Viewable {
  var title: String
  var href: String?
  var say: String?
  var note: String

  static let schema = Schema<MailPaperView>(
    .text("title", \.title), .optionalText("href", \.href), .optionalText("say", \.say), .text("note", \.note))
}

/// The digest as a message ready to send (RFC 5322, RFC 2046): the same words as plain text and as HTML, nothing remote.
struct Mail {
  private let facts: Facts
  private let template: Template<MailView>

  init(_ facts: Facts, _ template: Template<MailView>) {
    self.facts = facts
    self.template = template
  }

  /// Lines end in CR LF.
  var bytes: [UInt8] {
    let view = facts.mailView
    var html: [UInt8] = []
    template.render(view, into: &html)
    let text = Array(MailText(view).text.utf8)
    let boundary = "=_" + Fingerprint(html + text).hex
    var output: [UInt8] = []
    func line(_ text: String) {
      output.append(contentsOf: text.utf8)
      output.append(contentsOf: [0x0D, 0x0A])
    }
    for header in MailHeaders(facts.content).lines { line(header) }
    line("Content-Type: multipart/alternative;")
    line(" boundary=\"\(boundary)\"")
    for (kind, body) in [("plain", text), ("html", html)] {
      line("")
      line("--\(boundary)")
      line("Content-Type: text/\(kind); charset=utf-8")
      line("Content-Transfer-Encoding: quoted-printable")
      line("")
      output += QuotedPrintable.encoded(body)
    }
    line("")
    line("--\(boundary)--")
    return output
  }
}

extension Facts {
  /// The lists of the front page, what is new first.
  fileprivate var mailView: MailView {
    let starts = startsPart
    let parts = [("New", newPart), ("Agreed on", agreedPart), (starts?.head ?? "", starts)].compactMap { name, part in
      part.map { MailPartView(name: name, note: $0.note, papers: $0.entries.map(mailPaper)) }
    }
    return MailView(
      title: content.title, language: content.language,
      edition: content.date.map { "Edition of " + Wording.day($0) }, figures: figures, parts: parts,
      site: content.baseURL)
  }

  /// An entry of the front page; its link starts at the root, where the address of the site ends.
  private func mailPaper(_ entry: EntryView) -> MailPaperView {
    MailPaperView(
      title: titles[entry.paper], href: content.baseURL.map { $0 + plan.papers[entry.paper].value },
      say: says[entry.paper], note: note(entry.paper))
  }
}
