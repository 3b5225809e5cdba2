import Parallel
import Synchronization
import Testing

@Suite struct BothTests {
  @Test(arguments: [1, 2, 8])
  func eachPieceOfWorkIsDoneOnce(threads: Int) {
    let done = Mutex<[Int: Int]>([:])
    let marks = Marks()
    for number in 0..<200 {
      let (first, second) = Slices(threads: threads).both {
        done.withLock { $0[number, default: 0] += 1 }
        return number
      } and: {
        marks.add(number)
        return -number
      }
      #expect((first, second) == (number, -number))
    }
    #expect(done.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, 1) }))
    #expect(marks.all == Array(0..<200))
  }

  @Test func onOneThreadTheSecondFollowsTheFirst() {
    let marks = Marks()
    _ = Slices(threads: 1).both {
      marks.add(1)
    } and: {
      marks.add(2)
    }
    #expect(marks.all == [1, 2])
  }

  @Test func piecesMayBeCutIntoSlicesAndInTwoAgain() {
    let slices = Slices(threads: 2)
    let (first, second) = slices.both {
      slices.mapEach(1_000, sliceSize: 7) { $0 }
    } and: {
      slices.both {
        slices.mapEach(500, sliceSize: 3) { $0 }
      } and: {
        slices.mapEach(100, sliceSize: 1) { $0 }
      }
    }
    #expect(first == Array(0..<1_000))
    #expect(second.0 == Array(0..<500))
    #expect(second.1 == Array(0..<100))
  }

  private final class Marks: Sendable {
    private let numbers = Mutex<[Int]>([])
    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    var all: [Int] { numbers.withLock { $0 } }
  }
}
