import Text

extension JSONSchema {
  /// A paper of an edition that Offprint published: what the edition inferred is left to be inferred again.
  static let edition = JSONSchema(name: "Offprint", recognises: { $0["seenIn"] != nil && $0["neighbours"] != nil }) {
    value in
    var paper = own.paper(value)
    paper.sourceID = value["sourceId"]?.text
    paper.sourceTitle = value["sourceTitle"]?.text
    paper.sourceAbstract = value["sourceAbstract"]?.text
    paper.details.keywords = value["sourceKeywords"].map(list) ?? []
    return paper
  }

  /// The record that Offprint itself writes, and the plain objects of most collections.
  static let own = JSONSchema(name: "JSON", recognises: { _ in true }) { value in
    var paper = FoundPaper()
    paper.sourceID = value[first: "sourceId", "id", "_id", "paper_id", "key"]?.text
    paper.title = value[first: "title", "name"]?.texts.joined(separator: " ") ?? ""
    paper.abstract = value[first: "abstract", "text", "summary", "description"]?.texts.joined(separator: " ") ?? ""
    paper.details.authors = value[first: "authors", "author"].map(authors) ?? []
    paper.details.year = value["year"]?.integer
    paper.details.venue = value[first: "venue", "journal", "booktitle", "conference"]?.text
    paper.details.doi = value[first: "doi", "DOI"]?.text.flatMap(Identifiers.doi)
    paper.details.arxivID = value[first: "arxivId", "arxiv_id", "arxiv"]?.text.flatMap(Identifiers.arxiv)
    paper.details.arxivID = paper.details.arxivID ?? paper.sourceID.flatMap(Identifiers.arxiv)
    paper.details.url = value[first: "url", "link"]?.text.flatMap(Identifiers.webAddress)
    paper.details.date = value[first: "date", "published", "publicationDate"]?.text.flatMap(Identifiers.day)
    paper.details.volume = value["volume"]?.text
    paper.details.issue = value[first: "issue", "number"]?.text
    paper.details.pages = value["pages"]?.text
    paper.details.publisher = value["publisher"]?.text
    paper.details.categories = value[first: "categories", "category"].map(list) ?? []
    paper.details.keywords = value[first: "keywords", "keyword", "tags"].map(list) ?? []
    paper.details.codeURL = value[first: "code", "github", "githubRepo"]?.text.flatMap(Identifiers.webAddress)
    paper.details.upvotes = value["upvotes"]?.integer
    paper.details.language = value[first: "language", "lang"]?.text
    return paper
  }

  /// Names in one text, a list of texts, or a list of objects with their parts.
  static func authors(_ value: JSONValue) -> [Author] {
    guard case .array(let values) = value else { return value.text.map(Author.list) ?? [] }
    return values.prefix(Limits.list).compactMap { value in
      if let text = value.text { return Author(parsing: text) }
      if let family = value[first: "family", "last", "lastName"]?.text {
        let particles = [value["dropping-particle"], value["non-dropping-particle"]].compactMap { $0?.text }
        let suffix = value["suffix"]?.text.map { [$0] } ?? []
        return Author(
          given: value[first: "given", "first", "firstName"]?.text ?? "",
          family: (particles + [family] + suffix).joined(separator: " "))
      }
      // A team's name has no parts.
      if let team = value["literal"]?.text { return Author(family: team) }
      return value[first: "name", "full", "fullname"]?.text.flatMap(Author.init(parsing:))
    }
  }

  /// Texts, or one text with commas, semicolons or, where it has neither, blanks between its parts.
  static func list(_ value: JSONValue) -> [String] {
    if case .array(let values) = value {
      return values.prefix(Limits.list).compactMap {
        $0.text ?? $0[first: "label", "display_name", "name", "term", "keyword", "id"]?.text
      }
    }
    guard let text = value.text else { return [] }
    let separators: [Character] = text.contains(";") ? [";"] : text.contains(",") ? [","] : [" "]
    return text.split { separators.contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}
