import CSnowball

/// The Snowball stemmer for English (Porter 2), which folds inflected forms onto one key.
///
/// It holds C memory and is used by one thread at a time: make one per slice of work.
public struct Stemmer: ~Copyable {
  private let handle: OpaquePointer?

  public init() { handle = sb_stemmer_new("english", nil) }

  deinit {
    if let handle { sb_stemmer_delete(handle) }
  }

  /// The stem of a lower-case word; the word itself where no stem can be worked out.
  public func stem(_ word: String) -> String {
    var copy = word
    return copy.withUTF8 { String(decoding: stem($0), as: UTF8.self) }
  }

  /// The stem's bytes, valid until the next call.
  public func stem(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let handle, let base = word.baseAddress, word.count <= Self.longest,
      let stemmed = sb_stemmer_stem(handle, base, Int32(word.count))
    else { return word }
    return UnsafeBufferPointer(start: stemmed, count: Int(sb_stemmer_length(handle)))
  }

  /// Longer atoms are no words of a language and are their own stem.
  private static let longest = 64
}
