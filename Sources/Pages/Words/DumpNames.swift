import Papers

/// What the dumps are called in running text.
///
/// Names that say something are kept; where any says nothing (a running number, a checksum) or two are alike,
/// all dumps go by their order: `First dump`.
struct DumpNames: Sendable {
  /// With a capital, as at the start of a sentence: `First dump`, `Daily list of 3 May 2024`.
  let full: [String]
  /// As a row of a table has it: `First`, `Daily list of 3 May 2024`.
  let short: [String]
  /// Inside a sentence: `the first dump`, `Daily list of 3 May 2024`.
  let inline: [String]

  init(_ dumps: [Dump]) {
    let names = dumps.map { Self.readable($0.name) }
    let told = names.compactMap { $0 }
    if told.count == dumps.count, Set(told).count == told.count {
      full = told
      short = told
      inline = told
    } else {
      let ordinals = dumps.indices.map { Wording.ordinal($0 + 1) }
      full = ordinals.map { Wording.capitalised($0) + " dump" }
      short = ordinals.map(Wording.capitalised)
      inline = ordinals.map { "the \($0) dump" }
    }
  }

  /// The name with spaces and its dates written out, or nil where it tells a reader nothing.
  private static func readable(_ name: String) -> String? {
    let words = parts(name)
    guard words.contains(where: { tells($0) }) else { return nil }
    return Wording.capitalised(words.map { isDay($0) ? Wording.day($0) : $0 }.joined(separator: " "))
  }

  /// Cut at underscores, spaces and hyphens, days of the calendar kept whole.
  private static func parts(_ name: String) -> [String] {
    let pieces = name.split(whereSeparator: { $0 == "_" || $0 == "-" || $0 == " " || $0 == "." }).map(String.init)
    var joined: [String] = []
    var at = 0
    while at < pieces.count {
      let day = pieces[at..<min(at + 3, pieces.count)].joined(separator: "-")
      joined.append(isDay(day) ? day : pieces[at])
      at += isDay(day) ? 3 : 1
    }
    return joined
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return false }
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == 3 && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
  }

  private static func tells(_ word: String) -> Bool {
    if isDay(word) { return true }
    let letters = word.unicodeScalars.reduce(0) { $0 + ($1.properties.isAlphabetic ? 1 : 0) }
    let isHex = word.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 6 || $0 &- 0x30 < 10 }
    let hasDigit = word.utf8.contains { $0 &- 0x30 < 10 }
    return letters >= 3 && !(isHex && hasDigit) && !generic.contains(word.lowercased())
  }

  private static let generic: Set<String> = [
    "dump", "dumps", "part", "file", "batch", "papers", "data", "input", "export", "list", "txt", "json", "chunk",
  ]
}
