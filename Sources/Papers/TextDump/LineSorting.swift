import Diagnostics

/// Sorts the lines of a dump into text, the chrome of its page and emptiness.
struct LineSorting {
  private let file: String
  /// The lines that are not blank.
  private let texts: [UnsafeBufferPointer<UInt8>]
  private let refrains: Refrains
  private let marks: LineMarks
  /// Lines at the front that belong to the page, whatever they say.
  private let head: Int
  private(set) var found: [TextDumpReader.TextLine] = []
  private var chrome: [Int] = []
  private var refrainLines: [Int] = []
  private var blanks: [Int] = []
  private var glued = 0
  private var afterBlank = false

  init(file: String, _ texts: [UnsafeBufferPointer<UInt8>]) {
    self.file = file
    self.texts = texts
    refrains = Refrains(texts)
    marks = LineMarks(texts)
    head = PageChrome.head(texts)
  }

  mutating func takeBlank(_ number: Int) {
    blanks.append(number)
    afterBlank = true
  }

  /// Takes the line `number` of the file, which is `place` among those that are not blank.
  mutating func take(_ range: Range<Int>, _ number: Int, place: Int) {
    let line = texts[place]
    if place < head || PageChrome.isChrome(line, beforePapers: found.isEmpty) {
      chrome.append(number)
      return
    }
    if let refrain = refrains.refrain(place) {
      takeRefrain(refrain, line, number)
      return
    }
    if found.isEmpty { glued = PageChrome.gluedLabel(line, afterChrome: !chrome.isEmpty) }
    let front = found.isEmpty && glued > 0 ? glued : marks.length(at: place)
    found.append(
      TextDumpReader.TextLine(
        range: range.lowerBound + front..<range.upperBound, number: number,
        afterBlank: afterBlank && !found.isEmpty))
    afterBlank = false
  }

  /// Names are kept for the paper whose title stands before them.
  private mutating func takeRefrain(_ kind: Refrains.Kind, _ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
    refrainLines.append(number)
    guard kind == .byline || kind == .names, let last = found.indices.last else { return }
    let text = CleanText(line, [0..<line.count]).text
    let label = LineLabels.label(of: text).map { LineLabels.length(of: $0, in: text) } ?? 0
    found[last].authors += PersonNames.authors(String(decoding: text.utf8.dropFirst(label), as: UTF8.self))
  }

  func notes() -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if let first = chrome.first {
      notes.append(
        note(
          "dump.page-chrome", first, "\(counted(chrome.count, "line")) of the page around the papers",
          "passed over them"))
    }
    if let first = refrainLines.first {
      notes.append(
        note(
          "dump.page-refrain", first,
          "\(counted(refrainLines.count, "line")) that the page has beside each paper: votes, dates, names, labels",
          "kept the names as authors and passed over the rest"))
    }
    if glued > 0, let first = found.first {
      notes.append(
        note(
          "dump.glued-button", first.number, "a button's label, “Subscribe”, glued to the first title", "took it off"))
    }
    if let first = blanks.first {
      notes.append(note("dump.blank-lines", first, "\(counted(blanks.count, "blank line"))", "passed over them"))
    }
    if found.isEmpty {
      var empty = note("dump.no-papers", 1, "no title and no abstract in this file", "read nothing from it")
      empty.severity = .warning
      notes.append(empty)
    }
    return notes
  }

  private func note(_ id: String, _ line: Int, _ summary: String, _ action: String) -> Diagnostic {
    Diagnostic(id, .note, at: SourcePosition(file: file, line: line, column: 1), summary, action: action)
  }
}
