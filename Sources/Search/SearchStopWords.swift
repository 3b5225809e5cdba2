/// Words too common to tell one abstract from another; they are found in titles alone, and count in phrases.
enum SearchStopWords {
  static let list: [String] = [
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "do", "for", "from", "had", "has", "have", "in",
    "into", "is", "it", "its", "of", "on", "or", "our", "such", "than", "that", "the", "their", "then", "there",
    "these", "they", "this", "those", "to", "was", "we", "were", "which", "will", "with",
  ]

  private static let set = Set(list.map { Array($0.utf8) })

  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { word.count < 6 && set.contains(Array(word)) }
}
