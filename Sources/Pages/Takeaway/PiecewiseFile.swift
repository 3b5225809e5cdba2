import Planning

/// A file that may be larger than memory should be: it is made piece by piece, each when it is asked for.
public struct PiecewiseFile: Sendable {
  public let path: SitePath
  private let items: Range<Int>
  private let size: Int
  private let make: @Sendable (Range<Int>) -> [UInt8]

  /// - Parameters:
  ///   - size: items of one piece.
  ///   - make: the bytes of some items that follow one another; of none where the file has none.
  init(_ path: SitePath, _ items: Range<Int>, of size: Int, make: @escaping @Sendable (Range<Int>) -> [UInt8]) {
    self.path = path
    self.items = items
    self.size = size
    self.make = make
  }

  /// Number of pieces, at least 1.
  public var count: Int { max(1, (items.count + size - 1) / size) }

  /// The bytes of piece `index`, in 0..<count.
  public func piece(_ index: Int) -> [UInt8] {
    let start = items.lowerBound + index * size
    return make(start..<min(start + size, items.upperBound))
  }
}
