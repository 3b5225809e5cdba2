import Text

/// One letter of an index from A to Z: its rows in order and the pages that they stand on.
public struct Letter: Sendable, Equatable {
  /// `A` to `Z`, `0–9`, or `Other` for names that cannot be written in ASCII.
  public var name: String
  /// Indices of the papers or keywords, in alphabetical order.
  public var items: [Int]
  /// At least one.
  public var pages: [SitePath]

  public init(name: String, items: [Int], pages: [SitePath] = []) {
    self.name = name
    self.items = items
    self.pages = pages
  }

  /// Part of an address or a fragment: `a`, `0-9`, `other`.
  public var slug: String { name == "0–9" ? "0-9" : name.lowercased() }

  /// Sorts names word by word without regard to case and accents and groups them by their first letter.
  ///
  /// Figures come first, names that cannot be written in ASCII last; equal names keep their order.
  public static func index(_ names: [String]) -> [Letter] {
    let keys = names.map { Slug.of($0, limit: 200) ?? "" }
    var order = names.indices.map { (opening: opening(keys[$0]), item: $0) }
    order.sort { one, other in
      if one.opening != other.opening { return one.opening < other.opening }
      let (a, b) = (one.item, other.item)
      if keys[a] != keys[b] { return keys[a] < keys[b] }
      return names[a] != names[b] ? scalarsPrecede(names[a], names[b]) : a < b
    }
    var letters: [Letter] = []
    for (_, item) in order {
      let name = heading(keys[item])
      if letters.last?.name == name {
        letters[letters.count - 1].items.append(item)
      } else {
        letters.append(Letter(name: name, items: [item]))
      }
    }
    return letters
  }

  /// The letters of an index with their pages: one that fits on a page is one page; else every letter has its own.
  static func index(
    _ names: [String], in folder: String, of index: SitePath, _ paging: Paging, _ allotment: inout Allotment
  ) -> [Letter] {
    var letters = Letter.index(names)
    if names.count <= paging.limit {
      for at in letters.indices { letters[at].pages = [index] }
      return letters
    }
    for at in letters.indices {
      let first = allotment.claim(folder, letters[at].slug)
      letters[at].pages = allotment.claimPages(after: first, count: paging.pages(letters[at].items.count))
    }
    return letters
  }

  /// The first eight letters of a slug as a number, the greatest one for none: where it differs, so does the order.
  private static func opening(_ key: String) -> UInt64 {
    if key.isEmpty { return .max }
    let letters = key.utf8.prefix(8)
    return letters.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - letters.count))
  }

  private static func heading(_ key: String) -> String {
    guard let first = key.utf8.first else { return "Other" }
    return first &- 0x30 < 10 ? "0–9" : String(UnicodeScalar(first & 0xDF))
  }

  private static func scalarsPrecede(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }
}
