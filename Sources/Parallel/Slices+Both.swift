import Dispatch
import Synchronization

extension Slices {
  /// Does two pieces of work that do not depend on one another, at the same time where there is more than one thread.
  ///
  /// Each may cut its own work into slices again: threads that one of them leaves idle work for the other.
  public func both<First, Second: Sendable>(
    _ first: () -> First, and second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    guard threads > 1 else { return (first(), second()) }
    let errand = Errand(second)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) { errand.run() }
    let one = first()
    // Where no thread has come to it yet, this one need not wait for another.
    errand.run()
    group.wait()
    return (one, errand.result ?? second())
  }
}

/// Work that is done once, by whichever thread comes first.
private final class Errand<Result: Sendable>: Sendable {
  private let work: @Sendable () -> Result
  private let isTaken = Atomic<Bool>(false)
  private let done = Mutex<Result?>(nil)

  init(_ work: @escaping @Sendable () -> Result) { self.work = work }

  /// Does the work, unless another thread does it.
  func run() {
    if isTaken.exchange(true, ordering: .relaxed) { return }
    let result = work()
    done.withLock { $0 = result }
  }

  /// Nil until the work is done.
  var result: Result? { done.withLock { $0 } }
}
