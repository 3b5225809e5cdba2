import Synchronization
import Text

/// The HTML of list entries that were printed before, by a fingerprint of their Markdown.
///
/// A paper stands in the lists of its topic and of each of its keywords with the very same Markdown; cmark reads it
/// the first time. What is found here and what not changes the time that a page takes and no byte of it.
final class EntryCache: Sendable {
  private let entries = Mutex<[Fingerprint: [UInt8]]>([:])

  /// The HTML of each, nil for what is new.
  func find(_ fingerprints: [Fingerprint]) -> [[UInt8]?] {
    entries.withLock { entries in fingerprints.map { entries[$0] } }
  }

  func keep(_ made: [(Fingerprint, [UInt8])]) {
    if made.isEmpty { return }
    entries.withLock { entries in
      for (fingerprint, html) in made { entries[fingerprint] = html }
    }
  }
}
