/// A paper that holds a phrase, and how.
struct PhrasePosting: Sendable, Equatable {
  private var bits: UInt32
  /// Uses in the paper that are not half of a hyphenated word, 255 at most.
  private(set) var uses: UInt8 = 0
  private let depth: UInt8

  /// - Parameter position: where the phrase stands first, 0 for the beginning and 1 for the end of the paper.
  init(paper: Int, isInTitle: Bool, position: Float) {
    bits = UInt32(paper) << 1 | (isInTitle ? 1 : 0)
    depth = UInt8(max(0, min(255, position * 255)))
  }

  var paper: Int { Int(bits >> 1) }

  var isInTitle: Bool { bits & 1 == 1 }

  var position: Float { Float(depth) / 255 }

  mutating func countUse() { uses = max(uses, uses &+ 1) }

  /// The two postings of one paper as one.
  func joined(with other: PhrasePosting) -> PhrasePosting {
    var joined = position <= other.position ? self : other
    joined.bits |= bits | other.bits
    joined.uses = UInt8(min(255, Int(uses) + Int(other.uses)))
    return joined
  }
}
