import Diagnostics
import Text

/// Values with the place where they stand; one of a wrong type is a mistake, and reading goes on after it. `null` counts
/// as nothing.
extension LedgerReader {
  /// The longest name of a topic, in bytes.
  private static let longestName = 200

  /// Offset of the value that comes next.
  var place: Int {
    mutating get {
      parser.skipSpace()
      return parser.offset
    }
  }

  /// An object with no members but those of `names`, each at most once.
  /// - Parameter read: Must read the value of the member that it is given the name of.
  /// - Returns: Whether there was an object.
  @discardableResult
  mutating func object(
    _ what: String, _ names: [String], _ read: (inout LedgerReader, String) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    let start = place
    guard parser.next == 0x7B else {
      _ = try parser.value()
      complain(start, "\(what), an object, is expected here.")
      return false
    }
    var seen: Set<String> = []
    var reader = self
    try parser.members { (parser, name, place) throws(Fault) in
      reader.parser = parser
      if !names.contains(name) {
        let hint = NearMiss.suggestion(for: name, among: names).map { "Did you mean \"\($0)\"?" }
        reader.complain(
          place, "There is no key \"\(name)\".", hint: hint ?? "The keys are: \(names.joined(separator: ", ")).")
        _ = try reader.parser.value()
      } else {
        if !seen.insert(name).inserted { reader.complain(place, "The key \"\(name)\" stands here twice.") }
        try read(&reader, name)
      }
      parser = reader.parser
    }
    reader.parser = parser
    self = reader
    return true
  }

  /// A list.
  /// - Parameter read: Must read one element.
  mutating func list(_ read: (inout LedgerReader) throws(Fault) -> Void) throws(Fault) {
    let start = place
    guard parser.next == 0x5B else {
      _ = try parser.value()
      return complain(start, "A list is expected here.")
    }
    var reader = self
    try parser.elements { (parser) throws(Fault) in
      reader.parser = parser
      try read(&reader)
      parser = reader.parser
    }
    reader.parser = parser
    self = reader
  }

  mutating func texts() throws(Fault) -> [String] {
    var texts: [String] = []
    try list { (reader) throws(Fault) in if let text = try reader.text() { texts.append(text) } }
    return texts
  }

  /// A list of objects with two texts each.
  mutating func pairs(
    _ what: String, _ first: String, _ second: String, _ take: (String?, String?) -> Void
  ) throws(Fault) {
    try list { (reader) throws(Fault) in
      var (one, other): (String?, String?)
      try reader.object(what, [first, second]) { (reader, name) throws(Fault) in
        if name == first { one = try reader.text() } else { other = try reader.text() }
      }
      take(one, other)
    }
  }

  mutating func text() throws(Fault) -> String? {
    try value("Text is expected here.") { if case .string(let text) = $0, !text.isEmpty { text } else { nil } }
  }

  /// A text that can stand as a heading.
  mutating func name() throws(Fault) -> String? {
    try value("A name is expected here: text in one line, no longer than \(Self.longestName) bytes.") {
      guard case .string(let text) = $0, text.utf8.count <= Self.longestName,
        text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
      else { return nil }
      let bare = text.split(separator: " ").joined(separator: " ")
      return bare.isEmpty ? nil : bare
    }
  }

  mutating func flag() throws(Fault) -> Bool? {
    try value("`true` or `false` is expected here.") { if case .bool(let flag) = $0 { flag } else { nil } }
  }

  mutating func number() throws(Fault) -> Int? {
    try value("A whole number is expected here.") {
      if case .number(let number) = $0 { Int(exactly: number) } else { nil }
    }
  }

  private mutating func value<Value>(_ expected: String, _ take: (JSONValue) -> Value?) throws(Fault) -> Value? {
    let start = place
    let value = try parser.value()
    if value == .null { return nil }
    guard let taken = take(value) else {
      complain(start, expected)
      return nil
    }
    return taken
  }
}
