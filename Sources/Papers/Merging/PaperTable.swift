import Text

/// A key whose bits are spread evenly, so that its lowest ones choose a place in a table.
protocol SpreadKey: Equatable, Sendable {
  var bits: UInt64 { get }
}

extension UInt64: SpreadKey {
  var bits: UInt64 { self }
}

extension Fingerprint: SpreadKey {
  var bits: UInt64 { low }
}

/// The first paper of each key: open addressing, since a large library asks for half a million.
struct PaperTable<Key: SpreadKey>: Sendable {
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var count = 0

  private struct Slot: Sendable {
    var key: Key?
    var paper: Int32 = 0
  }

  /// The paper that the key was added with first.
  func paper(of key: Key) -> Int? {
    let slot = slots[place(of: key)]
    return slot.key == nil ? nil : Int(slot.paper)
  }

  /// Adds the key with its paper where it is new; else the paper that it has.
  mutating func add(_ key: Key, _ paper: Int) -> Int? {
    let place = place(of: key)
    if slots[place].key != nil { return Int(slots[place].paper) }
    slots[place] = Slot(key: key, paper: Int32(paper))
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return nil
  }

  /// The slot of a key, or the empty one where it would stand.
  private func place(of key: Key) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key.bits) & mask
    while let other = slots[place].key, other != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let known = slots
    slots = Array(repeating: Slot(), count: known.count * 2)
    for slot in known {
      if let key = slot.key { slots[place(of: key)] = slot }
    }
  }
}
