/// How a format of tagged lines writes its tags, and which of RIS they stand for.
enum TaggedStyle: Sendable {
  /// `TI  - Title`: RIS, and what PubMed exports.
  case hyphen
  /// `TI Title`, further lines set in by three blanks: the Web of Science.
  case bare
  /// `%T Title`: EndNote and Refer.
  case percent

  /// Told by the first line that is not empty.
  static func of(_ line: UnsafeBufferPointer<UInt8>) -> TaggedStyle {
    if line.starts(with: "%0 ".utf8) { return .percent }
    return line.starts(with: "FN ".utf8) || isKind(line) ? .bare : .hyphen
  }

  /// `PT J` and the like, with which an entry of the Web of Science begins.
  private static func isKind(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.starts(with: "PT ".utf8) && line.dropFirst(3).allSatisfy { $0.isSpace || $0 &- 0x41 < 26 }
  }

  /// The tag of a line, in the words of RIS, and where its value begins; nil for a line that goes on with the one before.
  func tag(_ line: UnsafeBufferPointer<UInt8>) -> (name: String, value: Int)? {
    switch self {
    case .hyphen: return TaggedReader.tag(line)
    case .bare:
      guard line.count >= 2, line.count == 2 || line[2] == 0x20, Self.isLetter(line[0]), Self.isLetter(line[1]) else {
        return nil
      }
      return (Self.bareTags[Self.word(line)] ?? "", min(3, line.count))
    case .percent:
      guard line.count >= 2, line[0] == 0x25, !line[1].isSpace, line.count == 2 || line[2] == 0x20 else { return nil }
      return (Self.percentTags[line[1]] ?? "", min(3, line.count))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 || byte.isDigit }

  private static func word(_ line: UnsafeBufferPointer<UInt8>) -> String { String(decoding: line[..<2], as: UTF8.self) }

  /// Whether each line of a field is a value of its own.
  func isList(_ tag: String) -> Bool {
    switch self {
    case .hyphen: false
    case .bare: tag == "AU" || tag == "AF"
    case .percent: tag == "KW"
    }
  }

  private static let bareTags = [
    "PT": "TY", "ER": "ER", "AU": "AU", "AF": "AF", "TI": "TI", "SO": "T2", "AB": "AB", "DE": "KW", "PY": "PY",
    "VL": "VL", "IS": "IS", "BP": "SP", "EP": "EP", "DI": "DO", "LA": "LA", "PU": "PB", "UT": "ID",
  ]

  private static let percentTags: [UInt8: String] = [
    0x30: "TY", 0x54: "TI", 0x41: "AU", 0x45: "ED", 0x44: "PY", 0x4A: "T2", 0x42: "T2", 0x58: "AB", 0x4B: "KW",
    0x56: "VL", 0x4E: "IS", 0x50: "SP", 0x49: "PB", 0x52: "DO", 0x55: "UR", 0x47: "LA", 0x46: "ID",
  ]
}
