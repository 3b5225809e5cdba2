import Synchronization
import Text

/// The HTML of pieces of lists that were printed before, by a fingerprint of their Markdown.
///
/// A paper stands in the lists of its topic and of each of its keywords with the very same Markdown, and so does its
/// title on the pages of related papers; cmark reads it the first time. What is found here and what not changes the
/// time that a page takes and no byte of it.
final class PieceCache: Sendable {
  private let store = Mutex(PieceStore())

  /// The HTML of each; a known piece with a joint is joined to a known one right before it.
  func find(_ fingerprints: [Fingerprint], joint: (Int) -> StaticString?) -> KnownPieces {
    var known = KnownPieces()
    known.reserve(fingerprints.count)
    store.withLock { store in
      for (number, fingerprint) in fingerprints.enumerated() {
        if !store.read(fingerprint, { known.add($0, joint: joint(number)) }) { known.addNew() }
      }
    }
    return known
  }

  /// Keeps new pieces, each with its number and the place of its HTML in `html`.
  func keep(_ made: [(number: Int, range: Range<Int>)], of html: [UInt8], _ fingerprints: [Fingerprint]) {
    if made.isEmpty { return }
    html.withUnsafeBufferPointer { html in
      store.withLock { store in
        for piece in made {
          store.add(fingerprints[piece.number], UnsafeBufferPointer(rebasing: html[piece.range]))
        }
      }
    }
  }
}

/// Of the pieces of a page, the HTML of those that are known.
struct KnownPieces {
  private(set) var html: [UInt8] = []
  /// The place of each piece in `html`, empty for one that the piece before it has within its own, nil for a new one.
  private(set) var places: [Range<Int>?] = []
  /// The piece that the next one can be joined to.
  private var leader: Int?

  mutating func reserve(_ count: Int) {
    places.reserveCapacity(count)
    html.reserveCapacity(count * 128)
  }

  mutating func addNew() {
    places.append(nil)
    leader = nil
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, joint: StaticString?) {
    let start = html.count
    if let joint, let leader, let place = places[leader] {
      joint.withUTF8Buffer { html.append(contentsOf: $0) }
      html.append(contentsOf: bytes)
      places[leader] = place.lowerBound..<html.count
      places.append(html.count..<html.count)
    } else {
      html.append(contentsOf: bytes)
      leader = places.count
      places.append(start..<html.count)
    }
  }
}
