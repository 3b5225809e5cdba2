import Glibc
import Planning

/// Stretches of HTML that many pages hold alike, such as the head and the foot of a site: their links are read once.
///
/// No page is taken at its word: a stretch counts where its very bytes stand in the text of the page. One with anchors
/// or faults, or whose links depend on the page around it, is read with each page like everything else.
public struct RepeatedMarkup: Sendable {
  /// Which stretches a page holds: bit n for the one with number n.
  typealias Numbers = UInt64

  private struct Stretch: Sendable {
    let html: [UInt8]
    /// The first eight bytes.
    let start: UInt64
    /// Fingerprints of the files that it leads to, sorted, each once.
    let targets: [UInt64]
  }

  /// The stretches of pages with so many folders above them.
  private struct Level: Sendable {
    var numbers: [Int] = []
    /// Letters that names of their first tags begin with, a bit for each.
    var letters: UInt64 = 0
  }

  private var stretches: [Stretch] = []
  private var levels: [Level] = []
  private static let limit = 64
  private static let shortest = 8

  public init() {}

  /// - Parameter stretches: each with the number of folders above the pages that hold it.
  public init(_ stretches: [(depth: Int, html: [UInt8])]) {
    for (depth, html) in stretches where self.stretches.count < Self.limit && html.count >= Self.shortest {
      // What two pages of different folders read alike, all do.
      let readers = ["a", "b"].map { folder in
        var scanner = PageScanner(page: SitePath(String(repeating: folder + "/", count: depth) + folder + ".html"))
        return html.withUnsafeBufferPointer { scanner.scan($0) } && scanner.hasLinksAlone ? scanner.targets : nil
      }
      guard html[0] == 0x3C, let targets = readers[0], targets == readers[1] else { continue }
      while levels.count <= depth { levels.append(Level()) }
      levels[depth].numbers.append(self.stretches.count)
      levels[depth].letters |= Self.bit(html[1])
      self.stretches.append(
        Stretch(
          html: html, start: html.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }, targets: Set(targets).sorted())
      )
    }
  }

  /// The stretch that begins at `open` in a page so many folders down, and the place behind it.
  @inline(__always)
  func find(_ html: UnsafeBufferPointer<UInt8>, at open: Int, depth: Int) -> (number: Int, end: Int)? {
    guard depth < levels.count, open + Self.shortest <= html.count,
      levels[depth].letters & Self.bit(html[open + 1]) != 0,
      let base = html.baseAddress
    else { return nil }
    let start = UnsafeRawPointer(base + open).loadUnaligned(as: UInt64.self)
    for number in levels[depth].numbers where stretches[number].start == start {
      let count = stretches[number].html.count
      guard open + count <= html.count else { continue }
      let isSame = stretches[number].html.withUnsafeBytes { bytes in
        bytes.baseAddress.map { memcmp($0, base + open, count) == 0 } ?? false
      }
      if isSame { return (number, open + count) }
    }
    return nil
  }

  @inline(__always)
  private static func bit(_ letter: UInt8) -> UInt64 { 1 &<< UInt64(letter & 63) }

  /// Whether one of `numbers` leads to the file.
  func leads(_ numbers: Numbers, to target: UInt64) -> Bool {
    stretches.indices.contains { numbers >> $0 & 1 == 1 && stretches[$0].targets.containsSorted(target) }
  }

  /// The files that `numbers` lead to, sorted, each once.
  func targets(_ numbers: Numbers) -> [UInt64] {
    Set(stretches.indices.filter { numbers >> $0 & 1 == 1 }.flatMap { stretches[$0].targets }).sorted()
  }
}

extension [UInt64] {
  /// Whether a sorted list has `value`.
  func containsSorted(_ value: UInt64) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}
