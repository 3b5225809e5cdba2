import Diagnostics

/// Makes records of what a reader found, the same way for every format: nothing is lost without a message.
struct RecordMaking {
  let file: String
  private let firstRank: Int
  /// Whether a missing abstract is a fault rather than the way of the format.
  private let expectsAbstracts: Bool
  private(set) var reading = Reading()

  /// Makes records of `file`, of which the first has the rank `firstRank`.
  init(file: String, firstRank: Int = 1, expectsAbstracts: Bool = true) {
    self.file = file
    self.expectsAbstracts = expectsAbstracts
    self.firstRank = firstRank
  }

  /// Adds a paper, or counts an entry that has neither title nor abstract as dropped.
  mutating func add(_ paper: FoundPaper, line: Int, column: Int = 1) {
    let position = SourcePosition(file: file, line: line, column: column)
    guard !paper.title.isEmpty || !paper.abstract.isEmpty else {
      drop("paper.empty", at: position, "an entry with neither title nor abstract")
      return
    }
    if paper.abstract.isEmpty { warnOfMissingAbstract(paper.title, position) }
    let sourceID = paper.sourceID.map { CleanText($0).text }.flatMap { $0.isEmpty ? nil : $0 }
    var record = Record(
      sourceID: sourceID,
      title: paper.title.isEmpty
        ? standIn(paper.abstract, position) : cut(paper.title, Limits.title, "title", position),
      abstract: cut(paper.abstract, Limits.abstract, "abstract", position),
      rank: firstRank + reading.records.count + reading.dropped, position: position, details: paper.details.cleaned())
    record.hasLocalID = paper.hasLocalID
    record.isTeX = paper.isTeX
    record.sourceTitle = paper.sourceTitle
    record.sourceAbstract = paper.sourceAbstract
    reading.records.append(record)
  }

  /// Counts an entry that cannot be read.
  mutating func drop(_ id: String, at position: SourcePosition, _ summary: String, hint: String? = nil) {
    reading.dropped += 1
    reading.diagnostics.append(
      Diagnostic(id, .error, at: position, summary, action: "dropped this entry and read on", hint: hint))
  }

  mutating func report(_ diagnostic: Diagnostic) { reading.diagnostics.append(diagnostic) }

  /// Reports what cleaning took out of a text that stands in the file as it is.
  mutating func report(_ text: CleanText, _ lines: LineTable) {
    guard let first = [text.broken?.first, text.controls?.first].compactMap({ $0 }).min() else { return }
    report(text, at: lines.place(of: first))
  }

  /// The same where the text is out of its file already.
  mutating func report(_ text: CleanText, at place: (line: Int, column: Int)) {
    if let broken = text.broken {
      warn(
        "text.broken-utf8", place, "\(counted(broken.count, "byte sequence")) that no UTF-8 text has",
        action: "put U+FFFD in the place of each", hint: "save the file as UTF-8")
    }
    if let controls = text.controls {
      warn(
        "text.control-characters", place, "\(counted(controls.count, "control character")) inside the text",
        action: "took them out")
    }
  }

  mutating func warn(
    _ id: String, _ place: (line: Int, column: Int), _ summary: String, action: String? = nil, hint: String? = nil
  ) {
    let position = SourcePosition(file: file, line: place.line, column: place.column)
    report(Diagnostic(id, .warning, at: position, summary, action: action, hint: hint))
  }

  private mutating func warnOfMissingAbstract(_ title: String, _ position: SourcePosition) {
    report(
      Diagnostic(
        "paper.missing-abstract", expectsAbstracts ? .warning : .note, at: position,
        "no abstract for “\(excerpt(title, 60))”",
        action: "kept the paper with its title alone", hint: "add the abstract, or leave the paper out"))
  }

  /// The first words of an abstract, where the title is missing.
  private mutating func standIn(_ abstract: String, _ position: SourcePosition) -> String {
    let title = excerpt(abstract, 80)
    report(
      Diagnostic(
        "paper.missing-title", .warning, at: position,
        "no title for the abstract that begins “\(excerpt(abstract, 40))”",
        action: "took the first words of the abstract in its stead", hint: "add the title before the abstract"))
    return title
  }

  private mutating func cut(_ text: String, _ limit: Int, _ name: String, _ position: SourcePosition) -> String {
    guard text.utf8.count > limit else { return text }
    report(
      Diagnostic(
        "paper.long-\(name)", .warning, at: position,
        "\(name == "title" ? "a" : "an") \(name) of \(text.utf8.count) bytes, more than the \(limit) that a page can carry",
        action: "kept its first \(limit) bytes", hint: "look for a line end that is missing"))
    return excerpt(text, limit - 3)
  }
}

/// The first `limit` bytes of a text, cut before a word where one begins near, with an ellipsis where anything is cut.
func excerpt(_ text: String, _ limit: Int) -> String {
  let bytes = text.utf8
  guard bytes.count > limit else { return text }
  var end = bytes.index(bytes.startIndex, offsetBy: limit)
  let floor = bytes.index(bytes.startIndex, offsetBy: limit - min(limit, 24))
  var word = end
  while word > floor, bytes[word] != 0x20 { word = bytes.index(before: word) }
  if word > floor { end = word }
  while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end = bytes.index(before: end) }
  return String(text[..<end]) + "…"
}

/// `1 byte`, `3 bytes`.
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
