extension Details {
  /// Takes from another entry of the same paper what this one does not tell.
  mutating func fill(from other: Details) {
    if authors.isEmpty { authors = other.authors }
    year = year ?? other.year
    venue = venue ?? other.venue
    doi = doi ?? other.doi
    arxivID = arxivID ?? other.arxivID
    url = url ?? other.url
    date = date ?? other.date
    volume = volume ?? other.volume
    issue = issue ?? other.issue
    pages = pages ?? other.pages
    publisher = publisher ?? other.publisher
    if categories.isEmpty { categories = other.categories }
    if keywords.isEmpty { keywords = other.keywords }
    codeURL = codeURL ?? other.codeURL
    upvotes = upvotes ?? other.upvotes
    language = language ?? other.language
  }
}
