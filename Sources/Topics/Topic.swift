/// A group of papers that are alike in their words, with a name that a heading could carry.
public struct Topic: Sendable, Equatable {
  /// Lower case but for names and short forms; display capitalises the first letter.
  public var name: String
  /// True for a leftover drawer ("Other: …").
  public var isOther = false
  /// The phrases that tell it from the others, best first, the name's own parts left out.
  public var terms: [String] = []
  /// Papers whose best topic this is, nearest to the middle first.
  public var papers: [Int] = []
  /// Papers of other topics that belong here too, nearest first.
  public var alsoPapers: [Int] = []
  public var theme: Int
  /// Other topics, nearest first, at most five.
  public var near: [Int] = []
  /// Sentences of its own papers that together tell what it is about.
  public var summary: [Quotation] = []
  public var path: [Step] = []
  /// How well its name tells it apart; under 2.5 is weak.
  public var nameability: Float = 0
  /// Where the map writes its name.
  public var label = MapPoint(x: 0, y: 0)

  public init(name: String, theme: Int) {
    self.name = name
    self.theme = theme
  }
}

/// A sentence of a paper, as the paper has it.
public struct Quotation: Sendable, Equatable {
  public var paper: Int
  public var sentence: String

  public init(paper: Int, sentence: String) {
    self.paper = paper
    self.sentence = sentence
  }
}

/// A stop on the way into a topic.
public struct Step: Sendable, Equatable {
  public enum Kind: String, Sendable { case start, then, edge, bridge }
  public var kind: Kind
  public var paper: Int
  /// The topic that a bridge leads to.
  public var topic: Int?

  public init(_ kind: Kind, paper: Int, topic: Int? = nil) {
    self.kind = kind
    self.paper = paper
    self.topic = topic
  }
}
