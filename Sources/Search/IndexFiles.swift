import Parallel
import Text

/// Puts the parts into files: all but the abstracts in one where the index is whole, else each in its own.
struct IndexFiles {
  /// Kinds of parts in the order in which the stamp counts them.
  enum Kind: Int, CaseIterable {
    case words, tails, spelling, titles, rows, facets, abstracts
  }

  private let layout: Layout
  private let slices: Slices
  /// Fingerprints of the parts of each kind, and those that stand in the index's own file.
  private var prints = [[UInt8]](repeating: [], count: Kind.allCases.count)
  private var inside = [[Part]](repeating: [], count: Kind.allCases.count)

  init(_ layout: Layout, _ slices: Slices) {
    self.layout = layout
    self.slices = slices
  }

  /// Hands over the files of parts that are there already.
  mutating func write<Problem: Error>(
    _ kind: Kind, _ parts: [Part], to body: ([SearchIndex.File]) throws(Problem) -> Void
  ) throws(Problem) {
    let apart = parts.filter { !isInside($0) }
    note(kind, parts)
    inside[kind.rawValue] = parts.filter(isInside)
    let size = Self.bundle(apart, layout)
    for start in stride(from: 0, to: apart.count, by: size) {
      try body(files(apart[start..<min(apart.count, start + size)]))
    }
  }

  /// Hands over the files of `count` parts that are made when their turn comes, all of them apart.
  mutating func write<Problem: Error>(
    _ kind: Kind, _ count: Int, _ part: @Sendable (Int) -> Part,
    to body: ([SearchIndex.File]) throws(Problem) -> Void
  ) throws(Problem) {
    for start in stride(from: 0, to: count, by: layout.bundle) {
      let parts = slices.mapEach(min(count - start, layout.bundle), sliceSize: 1) { part(start + $0) }
      note(kind, parts)
      try body(files(parts[...]))
    }
  }

  /// The index's own file and its twin, when all else was written.
  func index(_ manifest: Manifest) -> [SearchIndex.File] {
    let stamp = String(Fingerprint(Array(prints.joined())).hex.prefix(8))
    return files([Part(name: "index", json: manifest.json(stamp: stamp, parts: Array(inside.joined())))])
  }
}

extension IndexFiles {
  private func isInside(_ part: Part) -> Bool {
    layout.isWhole && part.json.count <= Layout.insideBytes(part.name)
  }

  /// The stamp is new whenever a part is.
  private mutating func note(_ kind: Kind, _ parts: [Part]) {
    for part in parts { Fingerprint(part.json).appendHex(to: &prints[kind.rawValue]) }
  }

  /// Parts that one script holds: a disk reads a large script as fast as a small one.
  private static func bundle(_ parts: [Part], _ layout: Layout) -> Int {
    parts.first.map { $0.name.hasSuffix("/0") } ?? false ? layout.bundle : 1
  }

  /// Each part's file, and the script of all of them, named after the first.
  private func files(_ parts: ArraySlice<Part>) -> [SearchIndex.File] {
    guard let first = parts.first else { return [] }
    return parts.map { SearchIndex.File(name: $0.name + ".json", bytes: $0.json) }
      + [SearchIndex.File(name: first.name + ".js", bytes: Twin.script(parts, slices))]
  }
}
