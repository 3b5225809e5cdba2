extension Labels {
  /// Names from the single words that set each topic apart: class-based TF-IDF.
  init(provisionallyFor clustering: Clustering, _ matrix: TermMatrix, _ corpus: Corpus) {
    func label(_ members: [Int]) -> Label {
      var sums = [Float](repeating: 0, count: matrix.width)
      for paper in members {
        for entry in matrix.offsets[paper]..<matrix.offsets[paper + 1] {
          sums[Int(matrix.columns[entry])] += matrix.values[entry]
        }
      }
      let order = sums.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
      let words = order.prefix(8).map { corpus.words[Int(matrix.words[$0])] }
      return Label(name: words.prefix(2).joined(separator: " & "), terms: Array(words.dropFirst(2)))
    }
    let members = (0..<clustering.topics).map { topic in
      clustering.assignment.indices.filter { clustering.assignment[$0] == topic }
    }
    self.init(
      clustering: clustering, topics: members.map(label),
      themes: clustering.themes.map { theme in label(theme.flatMap { members[$0] }) },
      keywordsOfPaper: clustering.assignment.map { _ in [] }, phrasesOfPaper: clustering.assignment.map { _ in [] })
  }
}
