/// One small damage to a file, drawn from a seed.
struct Harm {
  enum Kind: String, CaseIterable {
    case cut, flip, replacement, removal, swappedBraces = "swapped braces", doubledLine = "doubled line"
  }

  let kind: Kind
  let bytes: [UInt8]
  /// Bytes of the whole file that it touched.
  let touched: ClosedRange<Int>

  init(_ whole: [UInt8], seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func below(_ bound: Int) -> Int {
      // xorshift64 (Marsaglia 2003).
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, bound)))
    }
    kind = Kind.allCases[seed % Kind.allCases.count]
    for _ in 0..<3 { _ = below(2) }
    var at = below(whole.count)
    var end = at
    var bytes = whole
    switch kind {
    case .cut:
      bytes.removeSubrange(at...)
      end = whole.count - 1
    case .flip: bytes[at] ^= UInt8(1 << below(8))
    case .replacement: bytes[at] = [0x7B, 0x7D, 0x22, 0x5C, 0x00, 0xFF, 0x0A, 0x3C][below(8)]
    case .removal: bytes.remove(at: at)
    case .swappedBraces:
      if let open = whole[at...].firstIndex(of: 0x7B), let close = whole[open...].firstIndex(of: 0x7D) {
        bytes.swapAt(open, close)
        (at, end) = (open, close)
      }
    case .doubledLine:
      let start = (whole[..<at].lastIndex(of: 0x0A) ?? -1) + 1
      end = whole[at...].firstIndex(of: 0x0A) ?? whole.count - 1
      bytes.insert(contentsOf: whole[start...end], at: start)
      at = start
    }
    self.bytes = bytes
    touched = at...end
  }
}
