/// A group of neighbouring topics: the coarse level of the atlas.
public struct Theme: Sendable, Equatable {
  public var name: String
  /// Largest first.
  public var topics: [Int]
  /// Where the map writes its name.
  public var label = MapPoint(x: 0, y: 0)

  public init(name: String, topics: [Int]) {
    self.name = name
    self.topics = topics
  }
}
