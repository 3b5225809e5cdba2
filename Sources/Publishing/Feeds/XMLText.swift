import Text

/// Writes XML as text, one element a line, everything from outside escaped.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
    bytes.append(0x0A)
  }

  mutating func element(_ name: String, _ text: String) {
    bytes.append(0x3C)
    bytes.append(contentsOf: name.utf8)
    bytes.append(0x3E)
    escape(text)
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: ">\n".utf8)
  }

  /// An element without content; attributes in the order given.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    bytes.append(0x3C)
    bytes.append(contentsOf: name.utf8)
    for (key, value) in attributes {
      bytes.append(0x20)
      bytes.append(contentsOf: key.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      escape(value)
      bytes.append(0x22)
    }
    bytes.append(contentsOf: "/>\n".utf8)
  }

  /// The five characters of XML become references; controls, which XML 1.0 cannot hold, are left out.
  private mutating func escape(_ text: String) {
    var copy = text
    let hasFormFeed = copy.withUTF8 { Octets.hold(0x0C, or: 0x0C, $0) }
    HTMLEscaping.append(hasFormFeed ? String(text.unicodeScalars.filter { $0 != "\u{C}" }) : text, to: &bytes)
  }
}
