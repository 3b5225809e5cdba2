/// Judges addresses of links and writes them into Markdown.
public enum LinkEscaping {
  /// Whether a page may link to `address`: relative ones, and those of http, https and mailto.
  public static func isSafe(_ address: String) -> Bool {
    var copy = address
    return copy.withUTF8 { isSafe($0) }
  }

  public static func isSafe(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let end = address.first(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }), end == 0x3A else {
      return true
    }
    var scheme: [UInt8] = []
    for byte in address {
      switch byte {
      case 0x3A: return safeSchemes.contains(scheme)
      // Browsers skip white space and controls inside a scheme, so none may hide one.
      case 0...0x20, 0x7F: continue
      case 0x41...0x5A: scheme.append(byte | 0x20)
      default: scheme.append(byte)
      }
    }
    return true
  }

  private static let safeSchemes = ["http", "https", "mailto"].map { Array($0.utf8) }

  /// Appends `address` for the place between `](` and `)`, or between `<` and `>`: nothing in it ends the place.
  public static func appendMarkdown(_ address: String, to output: inout [UInt8]) {
    guard isSafe(address) else {
      output.append(0x23)
      return
    }
    var copy = address
    copy.withUTF8 { text in
      var at = 0
      while at < text.count {
        let plain = text[at...].prefix(while: isPlain).count
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[at..<at + plain]))
        at += plain
        guard at < text.count else { break }
        let byte = text[at]
        let unwanted = TextEscaping.unwanted(text, at)
        if unwanted > 0 {
          at += unwanted
          continue
        }
        switch byte {
        case 0x26: output.append(contentsOf: "&amp;".utf8)
        case 0...0x20, 0x22, 0x27, 0x28, 0x29, 0x2A, 0x3C, 0x3E, 0x5B...0x5E, 0x60, 0x7B...0x7D:
          output.append(0x25)
          output.append(hexDigits[Int(byte >> 4)])
          output.append(hexDigits[Int(byte & 15)])
        default: output.append(byte)
        }
        at += 1
      }
    }
  }

  /// Whether a byte stands for itself in an address in Markdown.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte >= 0x2B && byte < 0x3B || byte == 0x5F || byte == 0x23
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
