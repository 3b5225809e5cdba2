import Parallel

/// The map: where every paper, topic name and theme name stands.
struct AtlasMap {
  var papers: [MapPoint]
  var topics: [MapPoint]
  var themes: [MapPoint]

  init(_ labels: Labels, nearest: Nearest, graph: Graph, generator: inout SeededGenerator, slices: Slices) {
    let clustering = labels.clustering
    let points = MapSheet.fit(
      MapLayout.points(
        of: clustering.vectors, nearest: nearest, graph: graph, generator: &generator, slices: slices))
    papers = points
    var members = [[Int]](repeating: [], count: clustering.topics)
    for (paper, topic) in clustering.assignment.enumerated() { members[topic].append(paper) }
    let ofTopics = labels.topics.indices.map { topic in
      LabelPlacement.Label(
        name: labels.topics[topic].name, anchor: Self.median(members[topic].map { points[$0] }),
        papers: members[topic])
    }
    topics = LabelPlacement.topics.place(ofTopics, among: points, generator: &generator)
    let ofThemes = labels.themes.indices.map { theme in
      let largest = clustering.themes[theme].max { (members[$0].count, $1) < (members[$1].count, $0) }
      return LabelPlacement.Label(
        name: labels.themes[theme].name, anchor: largest.map { ofTopics[$0].anchor } ?? MapPoint(x: 0, y: 0),
        papers: clustering.themes[theme].flatMap { members[$0] })
    }
    themes = LabelPlacement.themes.place(ofThemes, among: points, generator: &generator)
  }

  /// The middle value of each coordinate.
  private static func median(_ points: [MapPoint]) -> MapPoint {
    guard !points.isEmpty else { return MapPoint(x: MapSheet.width / 2, y: MapSheet.height / 2) }
    return MapPoint(x: points.map(\.x).sorted()[points.count / 2], y: points.map(\.y).sorted()[points.count / 2])
  }
}
