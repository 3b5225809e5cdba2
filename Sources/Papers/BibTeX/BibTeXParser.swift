/// Parses BibTeX: entries, `@string` macros and concatenation with `#`; comments and preambles are passed over.
///
/// A value that is never closed ends where its line does, and an `@` in column 0 that begins an entry always begins
/// one: a broken entry takes no other with it.
struct BibTeXParser {
  /// Something that is no BibTeX, and what was made of it.
  struct Fault: Equatable {
    enum Kind: String {
      case unclosedValue = "bibtex.unclosed-value"
      case unclosedEntry = "bibtex.unclosed-entry"
      case missingComma = "bibtex.missing-comma"
      case unexpected = "bibtex.unexpected-text"
      case unknownMacro = "bibtex.unknown-macro"
      case stray = "bibtex.text-between-entries"
    }
    var kind: Kind
    var offset: Int
    /// What stands there, where that helps.
    var text = ""
  }

  let input: UnsafeBufferPointer<UInt8>
  var at = 0
  var faults: [Fault] = []
  private(set) var entries: [BibTeXEntry] = []
  private var macros: [String: [UInt8]] = BibTeXMonths.macros

  init(_ input: UnsafeBufferPointer<UInt8>) { self.input = input }

  /// Reads the whole file.
  mutating func parse() {
    while let start = nextEntry() {
      at = start + 1
      let type = name().lowercased()
      skipSpace()
      guard byte == 0x7B || byte == 0x28 else { continue }
      let close: UInt8 = byte == 0x7B ? 0x7D : 0x29
      at += 1
      switch type {
      case "comment", "preamble": skipGroup(close, start)
      case "string": macro(close, start)
      default: entries.append(entry(type, close, start))
      }
    }
  }

  private mutating func entry(_ type: String, _ close: UInt8, _ start: Int) -> BibTeXEntry {
    skipSpace()
    let keyStart = at
    while at < input.count, byte != 0x2C, byte != close, byte != 0x0A, !(byte == 0x3D) { at += 1 }
    var entry = BibTeXEntry(type: type, key: text(keyStart..<at), offset: start)
    // A key that is missing: what was read is the name of the first field.
    if byte == 0x3D {
      entry.key = ""
      at = keyStart
    } else if byte == 0x2C {
      at += 1
    }
    fields(of: &entry, close)
    return entry
  }

  private mutating func fields(of entry: inout BibTeXEntry, _ close: UInt8) {
    while true {
      skipSpace()
      if byte == 0x2C {
        at += 1
        continue
      }
      if at >= input.count || startsEntry(at) {
        // A value that was cut at its line took the end of the entry with it.
        if faults.last.map({ $0.kind != .unclosedValue || $0.offset < entry.offset }) ?? true {
          faults.append(Fault(kind: .unclosedEntry, offset: entry.offset, text: entry.key))
        }
        return
      }
      if byte == close {
        at += 1
        return
      }
      let start = at
      let name = name().lowercased()
      skipSpace()
      guard !name.isEmpty, byte == 0x3D else {
        faults.append(Fault(kind: .unexpected, offset: start, text: text(start..<min(input.count, start + 20))))
        if !recover(close) { return }
        continue
      }
      at += 1
      entry.fields.append(.init(name: name, value: value()))
      skipSpace()
      if byte != 0x2C, byte != close, at < input.count, !startsEntry(at) {
        if isLetter(byte) { faults.append(Fault(kind: .missingComma, offset: at)) }
      }
    }
  }

  /// One or more parts with `#` between them.
  private mutating func value() -> [UInt8] {
    var value: [UInt8] = []
    while true {
      skipSpace()
      switch byte {
      case 0x7B: value += delimited(0x7D)
      case 0x22: value += delimited(0x22)
      default:
        let start = at
        while at < input.count, isLetter(byte) || byte.isDigit || [0x2D, 0x5F, 0x2E, 0x3A, 0x2B, 0x2F].contains(byte) {
          at += 1
        }
        value += word(start..<at)
      }
      skipSpace()
      guard byte == 0x23 else { return value }
      at += 1
    }
  }

  /// A number, or what a macro stands for.
  private mutating func word(_ range: Range<Int>) -> [UInt8] {
    let word = input[range]
    if word.isEmpty || word.allSatisfy({ $0.isDigit || $0 == 0x2D }) { return Array(word) }
    if let macro = macros[text(range).lowercased()] { return macro }
    faults.append(Fault(kind: .unknownMacro, offset: range.lowerBound, text: text(range)))
    return Array(word)
  }

  /// Goes to the next line that looks like a field of the same entry; false where the entry ends before.
  private mutating func recover(_ close: UInt8) -> Bool {
    while at < input.count {
      while at < input.count, byte != 0x0A { at += 1 }
      if at < input.count { at += 1 }
      if startsEntry(at) { return true }
      skipBlanks()
      if byte == close { return true }
      let line = at
      let name = name()
      skipBlanks()
      let isField = !name.isEmpty && byte == 0x3D
      at = line
      if isField { return true }
    }
    return true
  }

  private mutating func macro(_ close: UInt8, _ start: Int) {
    skipSpace()
    let name = name().lowercased()
    skipSpace()
    guard byte == 0x3D else {
      faults.append(Fault(kind: .unexpected, offset: start, text: "@string"))
      return
    }
    at += 1
    macros[name] = value()
    skipSpace()
    if byte == close { at += 1 } else { faults.append(Fault(kind: .unclosedEntry, offset: start, text: "@string")) }
  }

  private mutating func skipGroup(_ close: UInt8, _ start: Int) {
    let open: UInt8 = close == 0x7D ? 0x7B : 0x28
    var level = 1
    while at < input.count, !startsEntry(at) {
      if byte == open { level += 1 }
      if byte == close { level -= 1 }
      at += 1
      if level == 0 { return }
    }
    faults.append(Fault(kind: .unclosedEntry, offset: start, text: "@comment"))
  }
}
