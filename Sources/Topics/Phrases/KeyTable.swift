/// Numbers 64-bit keys in order of first appearance: an open-addressing hash table without deletion.
struct KeyTable: Sendable {
  /// A key beside its number, -1 where the slot is free.
  private struct Slot {
    var key: UInt64
    var number: Int32
  }

  /// The count is a power of two.
  private var slots: [Slot]
  /// How many keys there are.
  private(set) var count = 0

  init(capacity: Int = 0) {
    var size = 1 << 10
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(key: 0, number: -1), count: size)
  }

  /// The number of `key`, a new one if it has none.
  mutating func number(_ key: UInt64) -> Int32 {
    let slot = slot(key)
    if slots[slot].number >= 0 { return slots[slot].number }
    let number = Int32(count)
    slots[slot] = Slot(key: key, number: number)
    count += 1
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The number of `key`, if it has one.
  func find(_ key: UInt64) -> Int32? {
    let number = slots[slot(key)].number
    return number < 0 ? nil : number
  }

  /// A key made of a key and one more value.
  static func extended(_ key: UInt64, by value: UInt64) -> UInt64 {
    var mixed = (key &* 0x9E37_79B9_7F4A_7C15 &+ value &+ 1) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 29
    mixed = mixed &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 32
  }

  private func slot(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
      while slots[slot].number >= 0 && slots[slot].key != key { slot = (slot + 1) & mask }
      return slot
    }
  }

  private mutating func grow() {
    var larger = KeyTable(capacity: slots.count)
    for slot in slots where slot.number >= 0 { larger.slots[larger.slot(slot.key)] = slot }
    larger.count = count
    self = larger
  }
}
