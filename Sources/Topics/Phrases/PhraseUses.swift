/// The uses of the phrases of one length, phrase after phrase, each phrase's in the order of the papers.
struct PhraseUses {
  /// A place where a phrase stands.
  struct Use {
    /// First content word.
    var at: Int32
    /// The paper, and in the lowest bit whether it is its title.
    private var place: UInt32

    @inline(__always)
    init(at: Int, paper: Int, isInTitle: Bool) {
      self.at = Int32(truncatingIfNeeded: at)
      place = UInt32(truncatingIfNeeded: paper) << 1 | (isInTitle ? 1 : 0)
    }

    @inline(__always)
    var paper: Int32 { Int32(truncatingIfNeeded: place >> 1) }

    @inline(__always)
    var isInTitle: Bool { place & 1 == 1 }
  }

  /// Those of phrase `p` are `all[offsets[p]..<offsets[p + 1]]`.
  let all: [Use]
  let offsets: [Int]

  /// Number of phrases.
  var count: Int { offsets.count - 1 }

  /// None.
  init() {
    all = []
    offsets = [0]
  }

  /// - Parameter starting: for each content word the phrase that starts there, below `count`, or -1.
  init(_ starting: [Int32], count: Int, in stream: ContentStream) {
    var offsets = [Int](repeating: 0, count: count + 1)
    for phrase in starting where phrase >= 0 { offsets[Int(phrase) + 1] += 1 }
    for phrase in 0..<count { offsets[phrase + 1] += offsets[phrase] }
    var next = offsets
    self.offsets = offsets
    all = [Use](unsafeUninitializedCapacity: offsets[count]) { uses, size in
      starting.withUnsafeBufferPointer { starting in
        next.withUnsafeMutableBufferPointer { next in
          for paper in 0..<stream.papers {
            let titleEnd = stream.titleEnds[paper]
            for at in stream.range(of: paper) where starting[at] >= 0 {
              let phrase = Int(starting[at])
              uses.initializeElement(at: next[phrase], to: Use(at: at, paper: paper, isInTitle: at < titleEnd))
              next[phrase] += 1
            }
          }
        }
      }
      size = offsets[count]
    }
  }
}
