/// Numbers 64-bit keys in order of first appearance: an open-addressing hash table without deletion.
struct KeyTable: Sendable {
  private var keys: [UInt64]
  private var numbers: [Int32]
  /// How many keys there are.
  private(set) var count = 0

  init(capacity: Int = 0) {
    var size = 1 << 10
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: -1, count: size)
  }

  /// The number of `key`, a new one if it has none.
  mutating func number(_ key: UInt64) -> Int32 {
    let slot = slot(key)
    if numbers[slot] >= 0 { return numbers[slot] }
    let number = Int32(count)
    keys[slot] = key
    numbers[slot] = number
    count += 1
    if count * 2 > keys.count { grow() }
    return number
  }

  /// The number of `key`, if it has one.
  func find(_ key: UInt64) -> Int32? {
    let number = numbers[slot(key)]
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
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while numbers[slot] >= 0 && keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = KeyTable(capacity: keys.count)
    for slot in keys.indices where numbers[slot] >= 0 {
      let free = larger.slot(keys[slot])
      larger.keys[free] = keys[slot]
      larger.numbers[free] = numbers[slot]
    }
    larger.count = count
    self = larger
  }
}
