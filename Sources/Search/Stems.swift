import Text

/// What words are grouped by, one key for each of a stretch of words.
struct Stems: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(_ numbers: ArraySlice<Int32>, _ words: WordTable) {
    let stemmer = Stemmer()
    for number in numbers {
      words.withBytes(Int(number)) { bytes.append(contentsOf: Self.key($0, stemmer)) }
      ends.append(bytes.count)
    }
  }

  func each(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in ends {
        body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }

  /// The stem, or the form itself where the two part too early to stand side by side in the index (`dying`, `die`).
  private static func key(
    _ form: UnsafeBufferPointer<UInt8>, _ stemmer: borrowing Stemmer
  ) -> UnsafeBufferPointer<UInt8> {
    guard form.count > 2, form.allSatisfy({ $0 &- 0x61 < 26 }), !SearchStopWords.contains(form) else { return form }
    let stem = stemmer.stem(form)
    var shared = 0
    while shared < min(form.count, stem.count), form[shared] == stem[shared] { shared += 1 }
    return shared >= stem.count - 1 && shared > 1 ? stem : form
  }
}
