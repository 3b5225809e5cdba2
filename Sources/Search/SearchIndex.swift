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

  /// Builds the index files of `documents`, every `.json` with its `.js` twin, in a fixed order.
  ///
  /// The same documents in the same order give the same bytes, whatever `threads` is.
  public static func files(_ documents: [SearchDocument], threads: Int) -> [File] {
    let papers = PaperOrder.numbered(documents)
    let layout = Layout(papers: papers.count, abstractBytes: papers.reduce(0) { $0 + $1.abstract.utf8.count })
    let words = wordParts(papers, layout, threads: threads)
    let titles = TitleParts(papers, layout)
    let rows = RowParts(papers, layout)
    let abstracts = AbstractParts(papers, layout)
    let facets = FacetParts(papers)
    let manifest = Manifest(
      papers: papers.count, firstForms: words.words.firstForms, firstWords: words.spelling.firstWords,
      firstTitles: titles.firstTitles, rowsPerPart: layout.rowsPerPart, firstPapers: abstracts.firstPapers,
      pathPrefix: rows.pathPrefix, pathSuffix: rows.pathSuffix, facets: facets.names, bundle: layout.bundle)
    let kinds = [words.words.words, words.words.tails, words.spelling.parts, titles.parts, rows.parts, facets.parts]
    return IndexFiles(manifest, inner: kinds, abstracts: abstracts.parts, layout, threads: threads).files
  }

  private static func wordParts(
    _ papers: [SearchDocument], _ layout: Layout, threads: Int
  ) -> (words: WordParts, spelling: SpellingParts) {
    let slices = Slices(threads: threads).map(papers.count, sliceSize: 512) { WordCounts(papers[$0]) }
    let vocabulary = Vocabulary(slices)
    let postings = Postings(slices, vocabulary)
    return (
      WordParts(vocabulary, postings, layout, threads: threads), SpellingParts(vocabulary, postings, layout)
    )
  }
}
