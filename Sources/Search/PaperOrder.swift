/// The order in which the index numbers the papers: topic by topic, so that numbers of like papers lie close.
enum PaperOrder {
  static func numbered(_ documents: [SearchDocument]) -> [SearchDocument] {
    let topics = documents.map { document in
      document.facets.first { $0.name == "topic" }?.values.first.map { $0.path ?? $0.label } ?? ""
    }
    return documents.indices
      .sorted { (topics[$0], $0) < (topics[$1], $1) }
      .map { documents[$0] }
  }
}
