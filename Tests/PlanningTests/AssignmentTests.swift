import Testing

@testable import Planning

@Suite("The best one-to-one assignment")
struct AssignmentTests {
  @Test(
    "the sum of weights is as great as can be, and nothing is paired for nothing",
    arguments: [
      ([], []),
      ([[5]], [0]),
      ([[0]], [nil]),
      ([[9, 8], [8, 1]], [1, 0]),
      ([[3, 0], [2, 0], [1, 4]], [0, nil, 1]),
      ([[1, 2, 3]], [2]),
      ([[7, 7], [7, 7]], [0, 1]),
    ] as [([[Int]], [Int?])])
  func assignment(_ weights: [[Int]], _ expected: [Int?]) {
    #expect(Assignment.best(weights) == expected)
  }
}
