/// Words too common to tell one abstract from another; they are found in titles alone, and count in phrases.
enum SearchStopWords {
  static let list: [String] = [
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "do", "for", "from", "had", "has", "have", "in",
    "into", "is", "it", "its", "of", "on", "or", "our", "such", "than", "that", "the", "their", "then", "there",
    "these", "they", "this", "those", "to", "was", "we", "were", "which", "will", "with",
  ]

  private static let set = Set(list.map { $0.utf8.reduce(0, packed) })

  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count < 6 && set.contains(word.reduce(0, packed))
  }

  /// The letters of a short word as one number.
  private static func packed(_ letters: UInt64, _ next: UInt8) -> UInt64 { letters << 8 | UInt64(next) }
}
