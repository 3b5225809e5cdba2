/// Kinds of files that hold papers for other programs, told by their first bytes; their text cannot be read here.
enum Foreign {
  /// What a file is, in words, and what to do with it; nil for one that may be text.
  static func kind(_ bytes: [UInt8]) -> (name: String, hint: String)? {
    for kind in kinds where bytes.starts(with: kind.sign) { return (kind.name, kind.hint) }
    // POSIX.1 puts it into the header of an archive's first file.
    if bytes.count > 512, bytes[257..<262].elementsEqual("ustar".utf8) {
      return ("a tar archive", "unpack it with tar")
    }
    // Programs and pictures: no text has so many control characters.
    let head = bytes.prefix(2_048)
    let controls = head.count { $0 < 0x20 && !$0.isSpace && $0 != 0x1B }
    if controls * 10 > head.count, head.count >= 64, Encoding.of(bytes) == nil {
      return ("a file of bytes that are no text", "export the list as text, BibTeX or JSON")
    }
    return isPage(head) ? ("a web page", "copy the list out of the browser, or save the page as text") : nil
  }

  private static func isPage(_ head: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: head.prefix(1_024), as: UTF8.self).lowercased().drop {
      $0.isWhitespace || $0 == "\u{FEFF}"
    }
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || (start.hasPrefix("<?xml") || start.hasPrefix("<!--")) && start.contains("<html")
  }

  private static let text = "save it as text, or export the list as BibTeX or JSON"
  private static let kinds: [(sign: [UInt8], name: String, hint: String)] = [
    (Array("%PDF-".utf8), "a PDF file", text),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive, or a document of an office program", "unpack it, or " + text),
    (Array("BZh".utf8), "a file packed with bzip2", "unpack it with bunzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "a file packed with xz", "unpack it with unxz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file packed with Zstandard", "unpack it with unzstd"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive", "unpack it"),
    ([0xD0, 0xCF, 0x11, 0xE0], "a document of an old office program", text),
    (Array("SQLite format 3".utf8), "a database", "export the list as BibTeX or JSON"),
    (Array("{\\rtf".utf8), "a rich text document", "save it as plain text"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture", "give the list as text"),
    ([0xFF, 0xD8, 0xFF], "a picture", "give the list as text"),
    (Array("PAR1".utf8), "a Parquet table", "export the list as JSON Lines"),
  ]
}
