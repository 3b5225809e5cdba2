import Text

/// Pieces of HTML one behind the other, found by fingerprint: flat, since there are several for every paper, and each
/// is looked up from all over the site.
struct PieceStore {
  private struct Slot {
    var key = Fingerprint(high: 0, low: 0)
    var chunk: UInt32 = 0
    var start: UInt32 = 0
    /// Bytes of the piece; 0 in a free slot.
    var count: UInt32 = 0
  }

  /// Open addressing, at most half full.
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var count = 0
  /// Filled one after another, so that what is there need not move when there is more.
  private var chunks: [[UInt8]] = []
  private static let chunkSize = 1 << 20

  /// Hands over the piece; false where there is none.
  func read(_ key: Fingerprint, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    let slot = slots[place(of: key)]
    guard slot.count > 0 else { return false }
    chunks[Int(slot.chunk)].withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(slot.start)..<Int(slot.start + slot.count)]))
    }
    return true
  }

  /// Adds a piece unless there is one already.
  mutating func add(_ key: Fingerprint, _ html: UnsafeBufferPointer<UInt8>) {
    let place = place(of: key)
    guard slots[place].count == 0, !html.isEmpty, html.count <= Self.chunkSize else { return }
    if chunks.isEmpty || chunks[chunks.count - 1].count + html.count > Self.chunkSize {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
    }
    let last = chunks.count - 1
    slots[place] = Slot(
      key: key, chunk: UInt32(last), start: UInt32(chunks[last].count), count: UInt32(html.count))
    chunks[last].append(contentsOf: html)
    count += 1
    if count * 2 > slots.count { grow() }
  }

  /// Where the piece is, or the free slot that it would take.
  private func place(of key: Fingerprint) -> Int {
    var place = Int(truncatingIfNeeded: key.low) & (slots.count - 1)
    while slots[place].count > 0, slots[place].key != key { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.count > 0 { slots[place(of: slot.key)] = slot }
  }
}
