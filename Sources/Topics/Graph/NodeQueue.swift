/// Nodes that wait, first come first served, each at most once at a time.
struct NodeQueue {
  /// A ring, large enough for all nodes.
  private var ring: [Int32]
  private var isQueued: [Bool]
  private var head = 0
  private var waiting: Int

  /// All nodes wait, in order.
  init(all count: Int) {
    ring = (0..<Int32(count)).map { $0 }
    isQueued = [Bool](repeating: true, count: count)
    waiting = count
  }

  /// Takes the node that has waited longest.
  mutating func next() -> Int? {
    guard waiting > 0 else { return nil }
    let node = Int(ring[head])
    head = head + 1 == ring.count ? 0 : head + 1
    waiting -= 1
    isQueued[node] = false
    return node
  }

  /// Lets `node` wait where it does not yet.
  mutating func add(_ node: Int) {
    if isQueued[node] { return }
    isQueued[node] = true
    let end = head + waiting
    ring[end < ring.count ? end : end - ring.count] = Int32(node)
    waiting += 1
  }
}
