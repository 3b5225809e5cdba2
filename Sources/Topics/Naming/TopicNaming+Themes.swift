extension TopicNaming {
  /// Gathers the topics into themes, where they have none yet, and names these, in the clustering's order.
  mutating func nameThemes() -> [TopicName] {
    if clustering.themes.isEmpty {
      clustering.themes = ThemeFinder(of: Grouping(clustering.assignment), in: clustering.vectors).themes
    }
    let naming = ThemeNaming(index: index, names: names, members: members, topicOf: clustering.assignment)
    let terms = terms(of: clustering.themes.map { topics in topics.flatMap { members[$0] }.sorted() })
    var taken: Set<Int> = []
    return zip(clustering.themes, terms).map { topics, terms in
      let parts = naming.parts(of: topics, terms: terms, besides: taken)
      if topics.count > 1 { taken.formUnion(parts) }
      return TopicName(parts: parts, terms: terms, nameability: 0)
    }
  }
}
