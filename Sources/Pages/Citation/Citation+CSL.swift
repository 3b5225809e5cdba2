import Text

extension Citation {
  /// Writes the paper as one object of a CSL-JSON array.
  func writeCSL(into json: inout JSONWriter) {
    let details = paper.details
    json.beginObject()
    json.field("id", key)
    json.field("type", cslType)
    json.field("title", paper.plainTitle)
    if !details.authors.isEmpty { writeAuthors(into: &json) }
    if let year = details.year { writeIssued(year, details.date, into: &json) }
    json.field("container-title", optional: details.venue)
    json.field("volume", optional: details.volume)
    json.field("issue", optional: details.issue)
    json.field("page", optional: details.pages)
    json.field("publisher", optional: details.publisher)
    json.field("DOI", optional: details.doi)
    json.field("URL", optional: details.url)
    if let arxiv = details.arxivID {
      json.field("archive", "arXiv")
      json.field("archive_location", arxiv)
    }
    json.field("keyword", optional: details.keywords.isEmpty ? nil : details.keywords.joined(separator: ", "))
    json.field("language", optional: details.language)
    json.field("note", optional: note)
    json.endObject()
  }

  private var cslType: String {
    switch kind {
    case .journal: "article-journal"
    case .meeting: "paper-conference"
    case .other: "article"
    }
  }

  private func writeAuthors(into json: inout JSONWriter) {
    json.key("author")
    json.beginArray()
    for author in paper.details.authors {
      json.beginObject()
      if author.given.isEmpty {
        json.field("literal", author.family)
      } else {
        json.field("family", author.family)
        json.field("given", author.given)
      }
      json.endObject()
    }
    json.endArray()
  }

  /// The day where the input has one that lies in the year, else the year alone.
  private func writeIssued(_ year: Int, _ date: String?, into json: inout JSONWriter) {
    let day = date?.split(separator: "-").compactMap { Int($0) } ?? []
    json.key("issued")
    json.beginObject()
    json.key("date-parts")
    json.beginArray()
    json.beginArray()
    for part in day.count == 3 && day[0] == year ? day : [year] { json.integer(part) }
    json.endArray()
    json.endArray()
    json.endObject()
  }
}
