import Dispatch
import Synchronization

/// Work cut into contiguous slices, one result per slice, merged in slice order.
///
/// Results never depend on the number of threads as long as the slices do not: pass a fixed `sliceSize`
/// wherever the result of a slice depends on where it was cut.
public struct Slices: Sendable {
  /// Threads that may run at once, at least 1.
  public let threads: Int

  public init(threads: Int) { self.threads = max(1, threads) }

  /// Applies `body` to consecutive ranges of `0..<count` and returns the results in order of the ranges.
  public func map<Result: Sendable>(
    _ count: Int, sliceSize: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    guard count > 0 else { return [] }
    let size = max(1, sliceSize)
    let slices = (count + size - 1) / size
    @Sendable func range(_ slice: Int) -> Range<Int> { slice * size..<min(count, (slice + 1) * size) }
    if threads == 1 || slices == 1 { return (0..<slices).map { body(range($0)) } }
    let next = Atomic<Int>(0)
    let done = Mutex<[Result?]>(Array(repeating: nil, count: slices))
    DispatchQueue.concurrentPerform(iterations: min(threads, slices)) { _ in
      while true {
        let slice = next.add(1, ordering: .relaxed).oldValue
        if slice >= slices { return }
        let result = body(range(slice))
        done.withLock { $0[slice] = result }
      }
    }
    return done.withLock { $0.compactMap { $0 } }
  }

  /// Applies `body` to each index of `0..<count`, in slices, and returns one result per index in order.
  public func mapEach<Result: Sendable>(
    _ count: Int, sliceSize: Int = 64, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    map(count, sliceSize: sliceSize) { range in range.map(body) }.flatMap { $0 }
  }
}
