import Papers
import Parallel

/// Everything the analysis found, still under the numbers of the clustering; it becomes the atlas.
struct Chart {
  let papers: [Paper]
  let corpus: Corpus
  let space: PaperSpace
  let phrases: SharedPhrases
  let labels: Labels

  /// The atlas without its map: topics largest first, a leftover topic last, themes in the order of their largest
  /// topics.
  func atlas(slices: Slices) -> Atlas {
    let order = TopicOrder(labels)
    let clustering = order.applied(to: labels.clustering)
    let memberships = Memberships(clustering).all(slices: slices)
    let isLessTypical = Typicality.lessTypical(memberships, topics: clustering.topics)
    let related = RelatedPapers(nearest: space.nearest, matrix: space.matrix, phrases: phrases)
    let (neighbours, texts) = related.all(papers.count, slices: slices)
    var atlas = Atlas(keywords: keywords(memberships), acronyms: labels.acronyms, sharedPhrases: texts)
    atlas.placements = papers.indices.map { paper in
      var placement = Placement()
      placement.memberships = memberships[paper]
      placement.isLessTypical = isLessTypical[paper]
      placement.neighbours = neighbours[paper]
      placement.keywords = labels.keywordsOfPaper[paper]
      placement.phraseList = labels.phrasesOfPaper[paper]
      return placement
    }
    atlas.themes = order.themes.enumerated().map { theme, old in
      Theme(name: labels.themes[old].name, topics: clustering.themes[theme])
    }
    atlas.figures = space.figures
    atlas.topics = topics(order, clustering, memberships, isLessTypical, slices)
    return atlas
  }

  /// Puts papers and names of `atlas`, which is the chart's, where they stand on `map`.
  func place(_ atlas: inout Atlas, on map: AtlasMap) {
    let order = TopicOrder(labels)
    for (paper, point) in map.papers.enumerated() { atlas.placements[paper].position = point }
    for (topic, old) in order.topics.enumerated() { atlas.topics[topic].label = map.topics[old] }
    for (theme, old) in order.themes.enumerated() { atlas.themes[theme].label = map.themes[old] }
    atlas.figures.append(map.figure)
  }

  private func topics(
    _ order: TopicOrder, _ clustering: Clustering, _ memberships: [[Membership]], _ isLessTypical: [Bool],
    _ slices: Slices
  ) -> [Topic] {
    var members = [[Int]](repeating: [], count: clustering.topics)
    var guests = members
    for (paper, memberships) in memberships.enumerated() {
      for (place, membership) in memberships.enumerated() {
        if place == 0 { members[membership.topic].append(paper) } else { guests[membership.topic].append(paper) }
      }
    }
    func weight(_ paper: Int, _ topic: Int) -> Float {
      memberships[paper].first { $0.topic == topic }?.weight ?? 0
    }
    for topic in members.indices {
      members[topic].sort { (weight($1, topic), $0) < (weight($0, topic), $1) }
      guests[topic].sort { (weight($1, topic), $0) < (weight($0, topic), $1) }
    }
    var themeOfTopic = [Int](repeating: 0, count: clustering.topics)
    for (theme, topics) in clustering.themes.enumerated() { for topic in topics { themeOfTopic[topic] = theme } }
    var columnOfWord = [Int32](repeating: -1, count: corpus.words.count)
    for (column, word) in space.matrix.words.enumerated() { columnOfWord[Int(word)] = Int32(column) }
    let (sortedMembers, columns) = (members, columnOfWord)
    let summary = Summary(papers: papers, corpus: corpus, matrix: space.matrix)
    let path = ReadingPath(clustering: clustering, memberships: memberships, isLessTypical: isLessTypical)
    let readings = slices.mapEach(clustering.topics, sliceSize: 1) { topic in
      (summary.of(sortedMembers[topic], columnOfWord: columns), path.through(sortedMembers[topic]))
    }
    return order.topics.enumerated().map { topic, old in
      let label = labels.topics[old]
      var new = Topic(name: label.name, theme: themeOfTopic[topic])
      new.isOther = label.isOther
      new.terms = label.terms
      new.nameability = label.nameability
      new.papers = members[topic]
      new.alsoPapers = guests[topic]
      new.near = near(topic, clustering)
      new.summary = readings[topic].0
      new.path = readings[topic].1
      return new
    }
  }

  /// The keywords with the topics that their papers live in.
  private func keywords(_ memberships: [[Membership]]) -> [Keyword] {
    labels.keywords.map { keyword in
      var counts: [Int: Int] = [:]
      for paper in keyword.papers { if let own = memberships[paper].first { counts[own.topic, default: 0] += 1 } }
      var copy = keyword
      copy.topics = counts.map { TopicCount(topic: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.topic) < ($0.count, $1.topic) }
      return copy
    }
  }

  /// The five topics with the nearest middles.
  private func near(_ topic: Int, _ clustering: Clustering) -> [Int] {
    let cosines = (0..<clustering.topics).map {
      Vectors.dot(clustering.centroids[topic], clustering.centroids[$0])
    }
    return Array(
      cosines.indices.filter { $0 != topic && cosines[$0] > 0 }.sorted { (cosines[$1], $0) < (cosines[$0], $1) }.prefix(
        5))
  }
}
