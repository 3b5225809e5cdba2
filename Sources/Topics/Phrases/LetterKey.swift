/// A fingerprint of letters (FNV-1a, Fowler, Noll and Vo 1991).
struct LetterKey {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ letters: UnsafeBufferPointer<UInt8>) { add(letters) }

  mutating func add(_ letters: some Sequence<UInt8>) {
    for letter in letters { value = (value ^ UInt64(letter)) &* 0x100_0000_01B3 }
  }
}
