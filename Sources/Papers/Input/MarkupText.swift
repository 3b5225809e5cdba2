/// Text out of the little markup that some records carry: JATS in abstracts, HTML in notes.
enum MarkupText {
  /// The text without tags and with the five entities of XML resolved.
  ///
  /// Only what looks like a tag of a known name goes: `x<y>z` and `<mask>` are text.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x3C) || text.utf8.contains(0x26) else { return text }
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x3C, let end = tagEnd(bytes, at) {
        if output.last != 0x20, isBlock(bytes[at..<end]) { output.append(0x20) }
        at = end
      } else if bytes[at] == 0x26, let (character, end) = entity(bytes, at) {
        output.append(character)
        at = end
      } else {
        output.append(bytes[at])
        at += 1
      }
    }
    return CleanText(bytes: output).text
  }

  /// The same of an abstract, without the heading “Abstract” that a publisher sets before it.
  static func abstract(_ text: String) -> String {
    let text = plain(text)
    for heading in ["Abstract ", "ABSTRACT ", "Abstract: ", "ABSTRACT: ", "Abstract. "] where text.hasPrefix(heading) {
      let rest = text.dropFirst(heading.utf8.count)
      // “Abstract interpretation is …” is a sentence.
      if rest.unicodeScalars.first?.properties.isUppercase == true { return String(rest) }
    }
    return text
  }

  private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    let name = tagName(bytes[start...])
    guard tags.contains(name), let close = bytes[start...].prefix(200).firstIndex(of: 0x3E) else { return nil }
    return close + 1
  }

  private static func tagName(_ tag: ArraySlice<UInt8>) -> String {
    var rest = tag.dropFirst()
    if rest.first == 0x2F { rest = rest.dropFirst() }
    let name = rest.prefix { $0 | 0x20 &- 0x61 < 26 || $0 == 0x3A || $0 == 0x2D }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func isBlock(_ tag: ArraySlice<UInt8>) -> Bool {
    ["p", "jats:p", "br", "div", "jats:title", "jats:sec", "li"].contains(tagName(tag))
  }

  private static func entity(_ bytes: [UInt8], _ start: Int) -> (UInt8, Int)? {
    for (name, character) in [("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27)]
    where bytes[start...].starts(with: name.utf8) {
      return (UInt8(character), start + name.utf8.count)
    }
    return nil
  }

  private static let tags: Set<String> = [
    "p", "br", "b", "i", "em", "strong", "sub", "sup", "div", "span", "ul", "ol", "li", "jats:p", "jats:title",
    "jats:sec",
    "jats:italic", "jats:bold", "jats:sub", "jats:sup", "jats:list", "jats:list-item", "title", "sec",
    "scp", "tt", "u",
  ]
}
