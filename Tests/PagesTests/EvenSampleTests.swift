import Testing

@testable import Pages

@Suite("An even sample for drawings of many papers")
struct EvenSampleTests {
  private func taken(_ wanted: Int, of count: Int) -> [Int] {
    var sample = EvenSample(wanted, of: count)
    return (0..<count).filter { _ in sample.takesNext() }
  }

  @Test(
    "takes exactly so many, at even distances, or all", arguments: [(3, 9), (4, 10), (7, 7), (9, 5), (0, 4), (1, 1)])
  func even(_ wanted: Int, _ count: Int) {
    let places = taken(wanted, of: count)
    #expect(places.count == min(wanted, count))
    let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
    #expect((gaps.max() ?? 0) - (gaps.min() ?? 0) <= 1)
  }

  @Test("what a drawing leaves out is told, and nothing where it leaves out none")
  func words() {
    #expect(MapDrawing.omission(1_500, limit: 1_500) == nil)
    #expect(
      MapDrawing.omission(50_000, limit: 1_500) == "Drawn are 1,500 of 50,000 papers, some of every topic.")
  }
}
