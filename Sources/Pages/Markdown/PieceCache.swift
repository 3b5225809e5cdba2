import Synchronization
import Text

/// The HTML of pieces of lists that were printed before, by a fingerprint of their Markdown.
///
/// A paper stands in the lists of its topic and of each of its keywords with the very same Markdown, and so does its
/// title on the pages of related papers; cmark reads it the first time. What is found here and what not changes the
/// time that a page takes and no byte of it.
final class PieceCache: Sendable {
  private let pieces = Mutex<[Fingerprint: [UInt8]]>([:])

  /// The HTML of each, nil for what is new.
  func find(_ fingerprints: [Fingerprint]) -> [[UInt8]?] {
    pieces.withLock { pieces in fingerprints.map { pieces[$0] } }
  }

  func keep(_ made: [(Fingerprint, [UInt8])]) {
    if made.isEmpty { return }
    pieces.withLock { pieces in
      for (fingerprint, html) in made { pieces[fingerprint] = html }
    }
  }
}
