/// Where one paper stands in the atlas.
public struct Placement: Sendable, Equatable {
  /// Best first, never empty where there is a topic; weights are cosines with the topic's middle.
  public var memberships: [Membership] = []
  /// True where the paper lies far from the middle of its topic.
  public var isLessTypical = false
  /// Indices into `Atlas.keywords`, best first.
  public var keywords: [Int] = []
  /// The paper's own phrases, recurring or not, best first.
  public var phrases: [String] {
    get { phraseList.texts }
    set { phraseList = PhraseList(newValue) }
  }
  var phraseList = PhraseList()
  /// Related papers, nearest first.
  public var neighbours: [Neighbour] = []
  public var position = MapPoint(x: 0, y: 0)

  public init() {}
}

/// A paper's share in a topic.
public struct Membership: Sendable, Equatable {
  public var topic: Int
  /// Cosine of the paper with the topic's middle, 0...1.
  public var weight: Float

  public init(topic: Int, weight: Float) {
    self.topic = topic
    self.weight = weight
  }
}

/// A related paper and why it is one.
public struct Neighbour: Sendable, Equatable {
  public var paper: Int
  /// Cosine, 0...1.
  public var similarity: Float
  /// The phrases that both share, most telling first; `Atlas.phrases(sharedBy:)` has their texts.
  var shared: SharedNumbers

  public init(paper: Int, similarity: Float, shared: [Int] = []) {
    self.paper = paper
    self.similarity = similarity
    self.shared = SharedNumbers(shared)
  }
}

/// A place on the map's sheet: x in 0...1000 to the right, y in 0...880 downwards.
public struct MapPoint: Sendable, Equatable {
  public var x: Float
  public var y: Float

  public init(x: Float, y: Float) {
    self.x = x
    self.y = y
  }
}
