import TeX

/// Names as BibTeX writes them: separated by `and`, in up to three parts with commas (Patashnik 1988).
enum BibTeXNames {
  static func authors(_ value: [UInt8]) -> [Author] {
    split(value, at: "and").prefix(Limits.list).compactMap(author)
  }

  private static func author(_ name: [UInt8]) -> Author? {
    let parts = commaParts(name)
    if parts.count > 1 {
      let family = plain(parts[0])
      let junior = parts.count > 2 ? plain(parts[1]) : ""
      guard !family.isEmpty else { return nil }
      return Author(given: plain(parts[parts.count - 1]), family: junior.isEmpty ? family : "\(family) \(junior)")
    }
    let words = split(name, at: nil)
    guard let last = words.indices.last else { return nil }
    if words.count == 1, plain(words[0]) == "others" { return nil }
    // The family name begins with the first word in lower case, or is the last word.
    let particle = words.indices.dropFirst().dropLast().first { words[$0].first.map { $0 &- 0x61 < 26 } == true }
    let start = particle ?? last
    let family = plain(Array(words[start...].joined(separator: [0x20])))
    return family.isEmpty ? nil : Author(given: plain(Array(words[..<start].joined(separator: [0x20]))), family: family)
  }

  /// Unicode text without braces.
  static func plain(_ value: [UInt8]) -> String {
    let text = CleanText(String(decoding: value, as: UTF8.self)).text
    return trimmed(TeX.mended(text, bracesAreTeX: true) ?? text)
  }

  /// Words outside braces: separated by `word`, or by white space where that is nil.
  private static func split(_ value: [UInt8], at word: String?) -> [[UInt8]] {
    let separator = word.map { Array($0.utf8) }
    var parts: [[UInt8]] = []
    var current: [UInt8] = []
    for token in words(value) {
      if let separator, token != separator {
        current += current.isEmpty ? token : [0x20] + token
        continue
      }
      if separator == nil { current = token }
      if !current.isEmpty { parts.append(current) }
      current = []
    }
    return current.isEmpty ? parts : parts + [current]
  }

  private static func words(_ value: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var current: [UInt8] = []
    var level = 0
    for byte in value {
      if byte == 0x7B { level += 1 }
      if byte == 0x7D { level -= 1 }
      if level <= 0, byte.isSpace || byte == 0x7E {
        if !current.isEmpty { words.append(current) }
        current = []
      } else {
        current.append(byte)
      }
    }
    return current.isEmpty ? words : words + [current]
  }

  private static func commaParts(_ name: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var level = 0
    for byte in name {
      if byte == 0x7B { level += 1 }
      if byte == 0x7D { level -= 1 }
      if byte == 0x2C, level <= 0, parts.count < 3 { parts.append([]) } else { parts[parts.count - 1].append(byte) }
    }
    return parts
  }
}
