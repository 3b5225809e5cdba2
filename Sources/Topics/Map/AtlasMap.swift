import Parallel

/// The map: where every paper, topic name and theme name stands.
struct AtlasMap: Sendable {
  let papers: [MapPoint]
  /// Empty until they are named, as are the themes.
  private(set) var topics: [MapPoint] = []
  private(set) var themes: [MapPoint] = []
  /// How well the neighbours are kept.
  let figure: Figure
  private var generator: SeededGenerator

  /// The map of the papers, without names.
  init(_ space: PaperSpace, generator: SeededGenerator, slices: Slices) {
    self.generator = generator
    papers = MapSheet.fit(
      MapLayout.points(
        of: space.vectors, nearest: space.nearest, graph: space.graph, generator: &self.generator, slices: slices))
    figure = Figure("map: ten nearest kept", MapQuality.preservation(of: space.nearest, on: papers))
  }

  /// The same with the names of topics and themes.
  func named(_ labels: Labels) -> AtlasMap {
    var map = self
    map.place(labels)
    return map
  }

  private mutating func place(_ labels: Labels) {
    let clustering = labels.clustering
    let members = clustering.members
    let ofTopics = labels.topics.indices.map { topic in
      LabelPlacement.Label(
        name: labels.topics[topic].name, anchor: Self.median(members[topic].map { papers[$0] }),
        papers: members[topic])
    }
    topics = LabelPlacement.topics.place(ofTopics, among: papers, generator: &generator)
    let ofThemes = labels.themes.indices.map { theme in
      let largest = clustering.themes[theme].max { (members[$0].count, $1) < (members[$1].count, $0) }
      return LabelPlacement.Label(
        name: labels.themes[theme].name, anchor: largest.map { ofTopics[$0].anchor } ?? MapPoint(x: 0, y: 0),
        papers: clustering.themes[theme].flatMap { members[$0] })
    }
    themes = LabelPlacement.themes.place(ofThemes, among: papers, generator: &generator)
  }

  /// The middle value of each coordinate.
  private static func median(_ points: [MapPoint]) -> MapPoint {
    guard !points.isEmpty else { return MapPoint(x: MapSheet.width / 2, y: MapSheet.height / 2) }
    return MapPoint(x: points.map(\.x).sorted()[points.count / 2], y: points.map(\.y).sorted()[points.count / 2])
  }
}
