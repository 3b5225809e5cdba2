import Mustache
import Papers
import Topics

/// What lists show of a paper, escaped once for all the pages that show it.
struct PaperTexts: Sendable {
  var id: PreparedText
  var title: PreparedText
  /// The sentence that says what the paper adds; empty where none does.
  var say: PreparedText
  /// Where the paper was seen, in one line.
  var note: PreparedText
  /// The same, with the remark that the paper lies far from the middle of its topic; empty where it does not.
  var memberNote: PreparedText
  var path: PreparedText

  /// The same after its texts were put behind `count` bytes of others.
  func moved(by count: Int) -> PaperTexts {
    PaperTexts(
      id: id.moved(by: count), title: title.moved(by: count), say: say.moved(by: count), note: note.moved(by: count),
      memberNote: memberNote.moved(by: count), path: path.moved(by: count))
  }
}

/// The name of a topic or a keyword and the path of its page, escaped once.
struct NameTexts: Sendable {
  var name: PreparedText
  var path: PreparedText
}

/// All of them, in the order of the library and the atlas.
struct SharedTexts: Sendable {
  private(set) var texts = PreparedTexts()
  private(set) var papers: [PaperTexts] = []
  private(set) var topics: [NameTexts] = []
  private(set) var keywords: [NameTexts] = []

  init(_ content: EditionContent, titles: [String], says: [String?], provenance: Provenance, topicNames: [String]) {
    let parts = content.slices.map(titles.count, sliceSize: 512) { range in
      var texts = PreparedTexts()
      let papers = range.map { paper in
        let value = content.library.papers[paper]
        let note = provenance.line(of: value)
        let isLessTypical = content.atlas.placements[paper].isLessTypical
        return PaperTexts(
          id: texts.add(value.id.value), title: texts.add(titles[paper]), say: texts.add(says[paper] ?? ""),
          note: texts.add(note), memberNote: isLessTypical ? texts.add(note + ", less typical") : .none,
          path: texts.add(content.plan.papers[paper].value))
      }
      return (texts: texts, papers: papers)
    }
    texts.reserve(parts.reduce(0) { $0 + $1.texts.count } + 1 << 16)
    papers.reserveCapacity(titles.count)
    for part in parts {
      let start = texts.count
      texts.append(part.texts)
      for paper in part.papers { papers.append(paper.moved(by: start)) }
    }
    topics = zip(topicNames, content.plan.topics).map { NameTexts(name: texts.add($0), path: texts.add($1.value)) }
    keywords = zip(content.atlas.keywords, content.plan.keywords).map {
      NameTexts(name: texts.add($0.name), path: texts.add($1.value))
    }
  }
}
