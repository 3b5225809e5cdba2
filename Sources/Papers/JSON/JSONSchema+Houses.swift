import Text

extension JSONSchema {
  /// The arXiv snapshot: `id`, `title`, `abstract`, `authors_parsed`, `categories`, `versions`, `update_date`.
  static let arxiv = JSONSchema(
    name: "arXiv",
    recognises: { $0["authors_parsed"] != nil || $0["update_date"] != nil && $0["categories"] != nil }
  ) { value in
    var paper = FoundPaper(
      sourceID: value["id"]?.text, title: value["title"]?.text ?? "", abstract: value["abstract"]?.text ?? "")
    paper.details.authors =
      value["authors_parsed"].map { parsed in
        parsed.elements.prefix(Limits.list).compactMap { arxivAuthor($0.texts) }
      } ?? value["authors"].map(authors) ?? []
    paper.details.arxivID = paper.sourceID.flatMap(Identifiers.arxiv)
    paper.details.categories = value["categories"].map(arxivCategories) ?? []
    paper.details.doi = value["doi"]?.text.flatMap(Identifiers.doi)
    paper.details.venue = value["journal-ref"]?.text
    paper.details.url = paper.details.arxivID.map { "https://arxiv.org/abs/\($0)" }
    paper.details.date = value["update_date"]?.text.flatMap(Identifiers.day)
    let created = value["versions"]?.elements.first?["created"]?.text.flatMap(Identifiers.mailDay)
    paper.details.date = created ?? paper.details.date
    paper.details.year = paper.details.date.flatMap(Identifiers.year)
    return paper
  }

  /// Categories and classes between blanks: `cs.LG 68T05, 68T07 I.2.6; J.3`, `(Primary)` left out.
  private static func arxivCategories(_ value: JSONValue) -> [String] {
    let words = value.texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }.prefix(Limits.list)
    return words.map { $0.trimmingMarks }.filter { !$0.isEmpty && !$0.contains("(") && !$0.contains(")") }
  }

  /// `[family, given, suffix]`.
  private static func arxivAuthor(_ parts: [String]) -> Author? {
    guard let family = parts.first.map(plain), !family.isEmpty else { return nil }
    let suffix = parts.count > 2 ? plain(parts[2]) : ""
    return Author(
      given: parts.count > 1 ? plain(parts[1]) : "", family: suffix.isEmpty ? family : "\(family) \(suffix)")
  }

  private static func plain(_ name: String) -> String { BibTeXNames.plain(Array(name.utf8)) }

  /// Daily papers of Hugging Face: the paper inside `paper`, with upvotes, repository and inferred keywords.
  static let daily = JSONSchema(
    name: "daily papers", recognises: { $0["paper"]?.isObject == true || $0["ai_keywords"] != nil }
  ) { value in
    let inner = value["paper"] ?? value
    var paper = FoundPaper(sourceID: inner["id"]?.text, title: (inner["title"] ?? value["title"])?.text ?? "")
    paper.abstract = (inner[first: "summary", "abstract"] ?? value["summary"])?.text ?? ""
    paper.details.authors = inner["authors"].map(authors) ?? []
    paper.details.arxivID = paper.sourceID.flatMap(Identifiers.arxiv)
    paper.details.url = paper.details.arxivID.map { "https://arxiv.org/abs/\($0)" }
    paper.details.date = (inner["publishedAt"] ?? value["publishedAt"])?.text.flatMap(Identifiers.day)
    paper.details.year = paper.details.date.flatMap(Identifiers.year)
    paper.details.upvotes = (inner["upvotes"] ?? value["upvotes"])?.integer
    paper.details.keywords = inner["ai_keywords"].map(list) ?? []
    paper.details.codeURL = inner["githubRepo"]?.text.flatMap(Identifiers.webAddress)
    return paper
  }

  /// CSL-JSON, as reference managers write it.
  static let csl = JSONSchema(
    name: "CSL-JSON",
    recognises: { $0["issued"] != nil || $0["container-title"] != nil || $0["DOI"] != nil && $0["type"] != nil }
  ) { value in
    var paper = FoundPaper(sourceID: value["id"]?.text, hasLocalID: true)
    let titles = [value["title"], value["subtitle"]].compactMap { $0?.texts.joined(separator: " ") }
    paper.title = MarkupText.plain(titles.filter { !$0.isEmpty }.joined(separator: ": "))
    paper.abstract = value["abstract"]?.text.map(MarkupText.abstract) ?? ""
    paper.details.authors = value[first: "author", "editor"].map(authors) ?? []
    let day = value[first: "issued", "published", "published-print", "published-online", "created"]
    let parts = day?["date-parts"]?.elements.first?.elements.compactMap(\.integer) ?? []
    paper.details.year = parts.first ?? day?[first: "literal", "raw"]?.text.flatMap(Identifiers.year)
    if parts.count == 3 { paper.details.date = Identifiers.day(parts[0], parts[1], parts[2]) }
    paper.details.venue = value[first: "container-title", "collection-title", "event"]?.texts.first
    paper.details.doi = value["DOI"]?.text.flatMap(Identifiers.doi)
    paper.details.url = value["URL"]?.text.flatMap(Identifiers.webAddress)
    paper.details.volume = value["volume"]?.text
    paper.details.issue = value["issue"]?.text
    paper.details.pages = value["page"]?.text
    paper.details.publisher = value["publisher"]?.text
    paper.details.keywords = value["keyword"].map(list) ?? []
    paper.details.categories = value["subject"].map { list($0) } ?? []
    paper.details.language = value["language"]?.text
    return paper
  }

  /// Works of OpenAlex; their abstracts are inverted indexes.
  static let openAlex = JSONSchema(
    name: "OpenAlex", recognises: { $0["authorships"] != nil || $0["abstract_inverted_index"] != nil }
  ) { value in
    var paper = FoundPaper(
      sourceID: value["id"]?.text, title: (value[first: "title", "display_name"]?.text).map(MarkupText.plain) ?? "")
    let abstract = value["abstract_inverted_index"].map(uninverted) ?? value["abstract"]?.text
    paper.abstract = abstract.map(MarkupText.abstract) ?? ""
    paper.details.authors =
      value["authorships"]?.elements.prefix(Limits.list).compactMap {
        ($0["author"]?["display_name"] ?? $0["raw_author_name"])?.text.flatMap(Author.init(parsing:))
      } ?? []
    paper.details.year = value["publication_year"]?.integer
    paper.details.date = value["publication_date"]?.text.flatMap(Identifiers.day)
    let source = value["primary_location"]?["source"] ?? value["host_venue"]
    paper.details.venue = source?["display_name"]?.text
    paper.details.publisher = source?[first: "host_organization_name", "publisher"]?.text
    paper.details.doi = value["doi"]?.text.flatMap(Identifiers.doi)
    let location = value["primary_location"] ?? value["best_oa_location"]
    paper.details.url = location?["landing_page_url"]?.text.flatMap(Identifiers.webAddress)
    let places = [location, value["best_oa_location"]].compactMap { $0 } + (value["locations"]?.elements ?? [])
    paper.details.arxivID =
      places.lazy.flatMap { [$0["landing_page_url"]?.text, $0["pdf_url"]?.text] }
      .compactMap { $0.flatMap(Identifiers.arxivOfAddress) }.first
    paper.details.volume = value["biblio"]?["volume"]?.text
    paper.details.issue = value["biblio"]?["issue"]?.text
    paper.details.pages = pages(value["biblio"]?["first_page"]?.text, value["biblio"]?["last_page"]?.text)
    paper.details.keywords = value["keywords"].map(list) ?? []
    paper.details.categories = openAlexSubjects(value)
    paper.details.language = value["language"]?.text
    return paper
  }

  /// Names of its topics; of its concepts in older records, those that OpenAlex holds for likely.
  private static func openAlexSubjects(_ value: JSONValue) -> [String] {
    if let topics = value["topics"]?.elements, !topics.isEmpty { return list(.array(topics)) }
    let likely = (value["concepts"]?.elements ?? []).filter { concept in
      guard case .number(let score)? = concept["score"] else { return true }
      return score >= 0.3
    }
    return list(.array(likely))
  }

  static func pages(_ first: String?, _ last: String?) -> String? {
    guard let first, !first.isEmpty else { return nil }
    return last.map { $0.isEmpty || $0 == first ? first : "\(first)–\($0)" } ?? first
  }

  /// The text whose words stand at the given places.
  private static func uninverted(_ index: JSONValue) -> String {
    var words: [(place: Int, word: String)] = []
    for member in index.members {
      for place in member.value.elements { if let place = place.integer { words.append((place, member.key)) } }
    }
    words.sort { ($0.place, $0.word) < ($1.place, $1.word) }
    return words.map(\.word).joined(separator: " ")
  }

  /// Papers of Semantic Scholar.
  static let semanticScholar = JSONSchema(
    name: "Semantic Scholar", recognises: { $0["paperId"] != nil || $0["corpusId"] != nil || $0["corpusid"] != nil }
  ) { value in
    var paper = FoundPaper(sourceID: value[first: "paperId", "corpusId", "corpusid"]?.text)
    paper.title = value["title"]?.text.map(MarkupText.plain) ?? ""
    paper.abstract = value["abstract"]?.text.map(MarkupText.abstract) ?? ""
    paper.details.authors = value["authors"].map(authors) ?? []
    paper.details.year = value["year"]?.integer
    paper.details.date = value[first: "publicationDate", "publicationdate"]?.text.flatMap(Identifiers.day)
    paper.details.venue = [value["venue"], value["journal"]?["name"], value["publicationVenue"]?["name"]].lazy
      .compactMap { $0?.text.map(trimmed) }.first { !$0.isEmpty }
    paper.details.volume = value["journal"]?["volume"]?.text
    paper.details.pages = value["journal"]?["pages"]?.text.map(trimmed)
    let ids = value[first: "externalIds", "externalids"]
    paper.details.doi = ids?["DOI"]?.text.flatMap(Identifiers.doi)
    paper.details.arxivID = ids?[first: "ArXiv", "arXiv"]?.text.flatMap(Identifiers.arxiv)
    let address = value["url"]?.text ?? value["openAccessPdf"]?["url"]?.text
    paper.details.url = address.flatMap(Identifiers.webAddress)
    paper.details.categories =
      (value["fieldsOfStudy"].map(list) ?? [])
      + (value["s2FieldsOfStudy"]?.elements.compactMap { $0["category"]?.text } ?? [])
    return paper
  }
}
