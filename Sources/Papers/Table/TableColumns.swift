import Text

/// What the columns of a table are called, by people and by the exports of libraries and publishers.
enum TableColumns {
  /// Names that the records of JSON have too.
  static let known: Set<String> = [
    "title", "abstract", "authors", "year", "venue", "doi", "url", "keywords", "id", "categories", "date", "arxiv",
    "pages", "volume", "issue", "publisher", "code", "language", "text",
  ]

  /// A name of a column as the records of JSON have it.
  static func key(_ name: String) -> String {
    let word = trimmed(name).lowercased().replacing(" ", with: "_")
    return names[word] ?? word
  }

  private static let names = [
    "author": "authors", "summary": "abstract", "journal": "venue", "source_title": "venue",
    "publication_title": "venue", "conference": "venue", "booktitle": "venue", "publication_year": "year",
    "author_keywords": "keywords", "manual_tags": "keywords", "tags": "keywords", "link": "url", "pdf_link": "url",
    "key": "id", "paper_title": "title", "article_title": "title", "document_title": "title",
    "publication_date": "date", "category": "categories", "arxiv_id": "arxiv", "github": "code",
    "language_of_original_document": "language", "author_full_names": fullNames, "page_start": firstPage,
    "start_page": firstPage, "page_end": lastPage, "end_page": lastPage,
    // Web of Science.
    "ti": "title", "au": "authors", "af": fullNames, "so": "venue", "ab": "abstract", "de": "keywords", "py": "year",
    "vl": "volume", "is": "issue", "bp": firstPage, "ep": lastPage, "di": "doi", "la": "language", "pu": "publisher",
    "wc": "categories", "ut": "id",
  ]
  private static let fullNames = "full names"
  private static let firstPage = "first page"
  private static let lastPage = "last page"

  /// Puts in what stands in columns that records of JSON do not have.
  static func complete(_ paper: inout FoundPaper, _ row: JSONValue) {
    if let names = row[fullNames]?.text {
      // Scopus: `Smith, John (57200000000); …`.
      let authors = names.split(separator: ";").map { name in String(name.prefix { $0 != "(" }) }
      paper.details.authors = authors.compactMap(Author.init(parsing:))
    }
    if paper.details.pages == nil {
      paper.details.pages = JSONSchema.pages(row[firstPage]?.text, row[lastPage]?.text)
    }
  }
}
