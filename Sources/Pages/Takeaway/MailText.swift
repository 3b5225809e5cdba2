/// The plain text of the message, lines of at most 72 letters.
struct MailText {
  private static let width = 72

  private(set) var text = ""

  init(_ view: MailView) {
    add(view.title)
    if let edition = view.edition { add(edition) }
    text += "\n"
    add(view.figures)
    if let site = view.site { add(site) }
    for part in view.parts {
      text += "\n\n\(part.name)\n\(String(repeating: "-", count: part.name.unicodeScalars.count))\n"
      if let note = part.note { add(note) }
      for paper in part.papers {
        text += "\n"
        add(paper.title, first: "* ", rest: "  ")
        for line in [paper.say, paper.note, paper.href] { if let line { add(line, first: "  ", rest: "  ") } }
      }
    }
  }

  /// A paragraph wrapped at blanks; a word longer than a line stands whole.
  ///
  /// - Parameters:
  ///   - first: what its first line begins with.
  ///   - rest: what the others begin with.
  private mutating func add(_ words: String, first: String = "", rest: String = "") {
    var line = first
    var isEmpty = true
    for word in words.split(separator: " ") {
      if !isEmpty, line.unicodeScalars.count + word.unicodeScalars.count + 1 > Self.width {
        text += line + "\n"
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    text += line + "\n"
  }
}
