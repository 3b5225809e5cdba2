import Parallel
import Testing

@testable import Topics

@Suite struct LeidenTests {
  /// Neighbour lists of groups of papers that name one another alone, but for one link from each group to the next.
  func graph(groups: Int, size: Int) -> Graph {
    let width = size
    var nearest = Nearest(width: width, papers: [], similarities: [])
    for paper in 0..<groups * size {
      let group = paper / size
      var near = (group * size..<(group + 1) * size).filter { $0 != paper }.map { Int32($0) }
      near.append(paper % size == 0 && group + 1 < groups ? Int32((group + 1) * size) : -1)
      nearest.papers += near
      nearest.similarities += near.map { $0 < 0 ? 0 : 0.5 }
    }
    return Graph(nearest, count: groups * size)
  }

  @Test(arguments: [(2, 4), (5, 6), (30, 5)])
  func groupsThatHangTogetherAreCommunities(groups: Int, size: Int) {
    let found = Leiden.communities(of: graph(groups: groups, size: size), resolution: Double(groups) / 2)
    #expect(found.numbers == (0..<groups * size).map { $0 / size })
  }

  @Test func aGraphWithoutEdgesLeavesEachNodeAlone() {
    let graph = Graph(Nearest(width: 1, papers: [-1, -1, -1], similarities: [0, 0, 0]), count: 3)
    #expect(Leiden.communities(of: graph, resolution: 1).numbers == [0, 1, 2])
  }

  @Test func nodesWaitOnceAndInOrder() {
    var queue = NodeQueue(all: 3)
    #expect(queue.next() == 0)
    queue.add(0)
    queue.add(2)
    queue.add(0)
    #expect([queue.next(), queue.next(), queue.next(), queue.next()] == [1, 2, 0, nil])
  }
}
