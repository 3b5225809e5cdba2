/// How a long list is cut into pages.
public struct Paging: Sendable, Equatable {
  /// A list of up to so many rows stays whole.
  public let limit: Int
  /// Rows of a page once the list is cut.
  public let size: Int

  public init(limit: Int, size: Int) {
    self.limit = limit
    self.size = size
  }

  /// Rows with a sentence each.
  public static let entries = Paging(limit: 60, size: 50)
  /// Rows of a title alone.
  public static let titles = Paging(limit: 150, size: 120)
  /// Short forms with what they stand for.
  public static let forms = Paging(limit: 320, size: 300)
  /// Rows of a word or two.
  public static let names = Paging(limit: 320, size: 300)

  /// Pages that a list of `count` rows takes, at least one.
  public func pages(_ count: Int) -> Int { count <= limit ? 1 : (count + size - 1) / size }

  /// Pages that lists of so many rows take together.
  func pages(ofLists counts: [Int]) -> Int { counts.reduce(0) { $0 + pages($1) } }

  /// Rows of page `page`, counted from 0, of a list of `count` rows.
  public func rows(_ page: Int, of count: Int) -> Range<Int> {
    if count <= limit { return 0..<count }
    return min(page * size, count)..<min((page + 1) * size, count)
  }
}
