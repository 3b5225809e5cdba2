import Diagnostics
import Publishing
import Synchronization

/// What the preview shows at the moment: written by the builds, read by the connections.
final class CurrentEdition: Sendable {
  /// One build's outcome.
  struct Showing: Sendable {
    /// Number of the build, from 1; 0 before the first one has ended.
    var number = 0
    /// Nil where there is no edition yet.
    var files: PublishedFiles?
    /// Why the last build failed; empty where it did not.
    var problems: [Diagnostic] = []
  }

  private struct State {
    var showing = Showing()
    var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    var nextListener = 0
    var reasonOfEnd: String?
  }

  private static let mostListeners = 64

  private let state = Mutex(State())

  var showing: Showing { state.withLock { $0.showing } }

  /// Why nobody serves any more; nil while somebody does.
  var reasonOfEnd: String? { state.withLock { $0.reasonOfEnd } }

  func end(_ reason: String) { state.withLock { $0.reasonOfEnd = reason } }

  /// Shows a new edition to all who listen.
  func show(_ files: PublishedFiles) {
    change {
      $0.files = files; $0.problems = []
    }
  }

  /// Shows why there is no new edition.
  func show(_ problems: [Diagnostic]) { change { $0.problems = problems } }

  /// The numbers of the builds from this one on; nil where too many listen already.
  func changes() -> AsyncStream<Int>? {
    let (stream, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let listener: Int? = state.withLock { state in
      guard state.listeners.count < Self.mostListeners else { return nil }
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      continuation.yield(state.showing.number)
      return state.nextListener
    }
    guard let listener else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { state in _ = state.listeners.removeValue(forKey: listener) }
    }
    return stream
  }

  private func change(_ body: (inout Showing) -> Void) {
    state.withLock { state in
      body(&state.showing)
      state.showing.number += 1
      for listener in state.listeners.values { listener.yield(state.showing.number) }
    }
  }
}
