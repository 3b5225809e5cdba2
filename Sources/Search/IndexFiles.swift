import Parallel
import Text

/// Puts the parts into files: all but the abstracts in one where the index is whole, else each in its own.
struct IndexFiles {
  private(set) var files: [SearchIndex.File] = []

  /// - Parameters:
  ///   - inner: the parts by kind, without the abstracts.
  init(_ manifest: Manifest, inner: [[Part]], abstracts: [Part], _ layout: Layout, threads: Int) {
    let isInside = { (part: Part) in layout.isWhole && part.json.count <= Layout.insideBytes(part.name) }
    let apart = inner.map { kind in kind.filter { !isInside($0) } } + [abstracts]
    let index = Part(
      name: "index",
      json: manifest.json(
        stamp: Self.stamp(inner + [abstracts]), parts: inner.joined().filter(isInside)))
    let all = [index] + apart.flatMap { $0 }
    files = all.map { SearchIndex.File(name: $0.name + ".json", bytes: $0.json) }
    files += Self.twins([index], layout, threads: threads)
    for kind in apart { files += Self.twins(kind, layout, threads: threads) }
  }

  /// Scripts of `layout.bundle` parts each, named after the first: a disk reads a large script as fast as a small one.
  private static func twins(_ parts: [Part], _ layout: Layout, threads: Int) -> [SearchIndex.File] {
    let isNumbered = parts.first.map { $0.name.hasSuffix("/0") } ?? false
    let size = isNumbered ? layout.bundle : 1
    let count = (parts.count + size - 1) / size
    return Slices(threads: threads).mapEach(count, sliceSize: 1) { number in
      let bundle = parts[number * size..<min(parts.count, (number + 1) * size)]
      return SearchIndex.File(name: bundle[bundle.startIndex].name + ".js", bytes: Twin.script(bundle))
    }
  }

  /// Eight hexadecimal digits that change whenever a part does.
  private static func stamp(_ kinds: [[Part]]) -> String {
    var prints: [UInt8] = []
    for part in kinds.joined() { prints.append(contentsOf: Fingerprint(part.json).hex.utf8) }
    return String(Fingerprint(prints).hex.prefix(8))
  }
}
