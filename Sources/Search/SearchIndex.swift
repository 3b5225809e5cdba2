import Parallel
import Text

/// The prebuilt search index: documents in, the bytes of its files out.
///
/// The format is documented in `Docs/search-index.md`.
public enum SearchIndex {
  /// A file of the index, its name below the site's `search/` folder.
  public struct File: Sendable, Equatable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Builds the index files of `documents`, every `.json` with its `.js` twin.
  ///
  /// The same documents in the same order give the same bytes, whatever `threads` is.
  public static func files(_ documents: [SearchDocument], threads: Int) -> [File] {
    var files: [File] = []
    write(documents, threads: threads) { (more: [File]) in files += more }
    // The index's own file and its twin are made last and read first.
    return files.suffix(2) + files.dropLast(2)
  }

  /// Hands over the index files of `documents` as they are made, in a fixed order, so that no more of a large index
  /// than its words and a few files stand in memory.
  public static func write<Problem: Error>(
    _ documents: consuming [SearchDocument], threads: Int, to body: ([File]) throws(Problem) -> Void
  ) throws(Problem) {
    var numbered = PaperOrder.numbered(documents)
    documents = []
    let slices = Slices(threads: threads)
    let facets = FacetParts(numbered, slices)
    // The facets of the papers take more memory than their words.
    for paper in numbered.indices { numbered[paper].facets = [] }
    let papers = numbered
    let layout = Layout(papers: papers.count, abstractBytes: papers.reduce(0) { $0 + $1.abstract.utf8.count })
    let titles = TitleParts(papers, layout, slices)
    let rows = RowParts(papers, layout, slices)

    var files = IndexFiles(layout, slices)
    let abstracts = AbstractParts(papers, layout)
    try files.write(.abstracts, abstracts.firstPapers.count, { abstracts.part($0, papers) }, to: body)
    let words = wordParts(papers, layout, slices)
    try files.write(.words, words.words.words, to: body)
    try files.write(.tails, words.words.tails, to: body)
    try files.write(.spelling, words.spelling.parts, to: body)
    try files.write(.titles, titles.parts, to: body)
    try files.write(.rows, rows.parts, to: body)
    try files.write(.facets, facets.parts, to: body)
    let manifest = Manifest(
      papers: papers.count, firstForms: words.words.firstForms, firstWords: words.spelling.firstWords,
      firstTitles: titles.firstTitles, rowsPerPart: layout.rowsPerPart, firstPapers: abstracts.firstPapers,
      pathPrefix: rows.pathPrefix, pathSuffix: rows.pathSuffix, facets: facets.names, bundle: layout.bundle)
    try body(files.index(manifest))
  }

  private static func wordParts(
    _ papers: [SearchDocument], _ layout: Layout, _ slices: Slices
  ) -> (words: WordParts, spelling: SpellingParts) {
    let counts = slices.map(papers.count, sliceSize: 512) { WordCounts(papers[$0]) }
    let vocabulary = Vocabulary(counts, slices)
    let postings = Postings(counts, vocabulary, slices)
    return (WordParts(vocabulary, postings, layout, slices), SpellingParts(vocabulary, postings, layout))
  }
}
