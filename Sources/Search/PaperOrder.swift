/// The order in which the index numbers the papers: topic by topic, so that numbers of like papers lie close.
enum PaperOrder {
  static func numbered(_ documents: [SearchDocument]) -> [SearchDocument] {
    let topics = Dictionary(grouping: documents.indices) { topic(of: documents[$0]) }
    return topics.keys.sorted().flatMap { topics[$0, default: []].map { documents[$0] } }
  }

  private static func topic(of document: SearchDocument) -> String {
    document.facets.first { $0.name == "topic" }?.values.first.map { $0.path ?? $0.label } ?? ""
  }
}
