import Diagnostics
import Papers
import Planning
import Text

/// Reads `ledger.json`, which people edit, naming line and column of whatever it cannot take.
struct LedgerReader {
  typealias Fault = JSONParser.Fault

  /// Where a topic's values stand that are held against other topics.
  struct Places {
    var id = 0
    var merge = 0
    var rename = 0
  }

  private let file: String
  var parser: JSONParser
  private var mistakes: [(offset: Int, diagnostic: Diagnostic)] = []
  /// For each entry of the ledger.
  var places: [Places] = []
  /// For each move of the ledger the place where it leads to.
  var moveTargets: [Int] = []

  /// The ledger in `bytes`; an empty one where there is nothing but white space.
  /// - Throws: Where it is no JSON, the place of the first fault; else one diagnostic for each unknown key, wrong type,
  ///   name that two topics would have, and id that names no topic, in the order of the file.
  static func read(_ bytes: [UInt8], file: String) throws(Failure) -> Ledger {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      var reader = LedgerReader(bytes, file: file)
      return try reader.read()
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.file = file
    parser = JSONParser(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  private mutating func read() throws(Failure) -> Ledger {
    var ledger = Ledger()
    do throws(Fault) {
      parser.skipSpace()
      if parser.offset == parser.bytes.count { return ledger }
      ledger = try self.ledger()
      parser.skipSpace()
      if parser.offset < parser.bytes.count { throw Fault(offset: parser.offset, expected: "the end of the file") }
    } catch {
      throw Failure(refusal(error))
    }
    if let broken = parser.broken { complain(broken, "These bytes are no UTF-8.", hint: "Save the file as UTF-8.") }
    check(ledger)
    guard mistakes.isEmpty else {
      throw Failure(mistakes.sorted { $0.offset < $1.offset }.map(\.diagnostic))
    }
    return ledger
  }

  private func refusal(_ fault: Fault) -> Diagnostic {
    let before = parser.bytes[..<fault.offset].last { $0 != 0x20 && $0 &- 0x09 >= 5 }
    let here = UnsafeBufferPointer(rebasing: parser.bytes[min(fault.offset, parser.bytes.count)...])
    let isConflict = ["<<<<<<<", "=======", ">>>>>>>"].contains { here.starts(with: $0.utf8) }
    let hint =
      if String(validating: parser.bytes, as: UTF8.self) == nil {
        "Save the file as UTF-8."
      } else if isConflict {
        "Two versions of the file were joined here and the choice between them was left open."
      } else if before == 0x2C {
        "Is there a comma too many before it? If it cannot be mended, remove the file: topics then start anew."
      } else {
        "Mend it, or remove the file: topics then start anew."
      }
    return Diagnostic(
      "ledger.json", .error, at: position(fault.offset), "This is no JSON: \(fault.expected) is expected here.",
      action: "Nothing was built.", hint: hint)
  }

  /// Notes a mistake at a byte of the file.
  mutating func complain(_ offset: Int, _ summary: String, hint: String? = nil) {
    let diagnostic = Diagnostic(
      "ledger.entry", .error, at: position(offset), summary, action: "Nothing was built.", hint: hint)
    mistakes.append((offset, diagnostic))
  }

  private func position(_ offset: Int) -> SourcePosition {
    let before = parser.bytes[..<offset]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return SourcePosition(file: file, line: before.count { $0 == 0x0A } + 1, column: offset - start + 1)
  }
}

extension LedgerReader {
  private mutating func ledger() throws(Fault) -> Ledger {
    var ledger = Ledger()
    let names = [
      "format", "version", "topics", "themes", "moved", "forbid", "keywords", "gone", "divided", "changes", "foundOf",
    ]
    try object("A ledger", names) { (reader, name) throws(Fault) in
      switch name {
      case "format":
        let place = reader.place
        if try reader.text() != "offprint-ledger" { reader.complain(place, "`offprint-ledger` is expected here.") }
      case "version":
        let place = reader.place
        if try reader.number() != 1 { reader.complain(place, "This version of the file is not known; 1 is.") }
      case "topics": try reader.list { (reader) throws(Fault) in try reader.entry(into: &ledger) }
      case "moved": try reader.list { (reader) throws(Fault) in try reader.move(into: &ledger) }
      case "forbid": ledger.forbidden = try reader.texts()
      case "keywords": ledger.keywords = try reader.pages()
      case "gone": ledger.gone = try reader.pages()
      case "divided": ledger.layout = try reader.layout()
      case "changes": ledger.changes = try reader.changes()
      case "themes": try reader.list { (reader) throws(Fault) in ledger.themes.append(try reader.texts()) }
      default: ledger.basis = try reader.basis()
      }
    }
    return ledger
  }

  private mutating func entry(into ledger: inout Ledger) throws(Fault) {
    let start = place
    var entry = Ledger.Entry(id: "", name: "", papers: [])
    var places = Places(id: start)
    var hasPapers = false
    let names = ["id", "name", "shown", "rename", "pin", "merge", "papers"]
    let isTopic = try object("A topic", names) { (reader, name) throws(Fault) in
      switch name {
      case "id":
        places.id = reader.place
        entry.id = try reader.text() ?? ""
      case "name": entry.name = try reader.text() ?? ""
      case "shown": entry.shown = try reader.text()
      case "rename":
        places.rename = reader.place
        entry.rename = try reader.name()
      case "pin": entry.isPinned = try reader.flag() ?? false
      case "merge":
        places.merge = reader.place
        entry.mergeInto = try reader.text()
      default:
        hasPapers = true
        entry.papers = try reader.texts().map(PaperID.init)
      }
    }
    guard isTopic else { return }
    if !Self.isAddress(entry.id) {
      complain(places.id, "A topic's `id` is made of small letters, digits and hyphens.")
    } else if entry.name.isEmpty || !hasPapers {
      complain(start, "The topic \"\(entry.id)\" has no `\(entry.name.isEmpty ? "name" : "papers")`.")
    }
    ledger.entries.append(entry)
    self.places.append(places)
  }

  /// An id becomes part of an address, so nothing that leads out of the folder may stand in it.
  static func isAddress(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 200
      && id.utf8.allSatisfy { $0 == 0x2D || $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }
}
