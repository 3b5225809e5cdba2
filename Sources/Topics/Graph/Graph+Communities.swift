import Foundation

extension Graph {
  /// About `target` communities, or as near to that as a resolution comes.
  ///
  /// Their number grows nearly as a power of the resolution, so the next one to try is read off a line through the
  /// two nearest known ones on logarithmic scales.
  func communities(about target: Int) -> Grouping {
    guard target > 1, !targets.isEmpty else { return Grouping(one: count) }
    var low: (resolution: Double, count: Int)?
    var high = low
    var best = Grouping(one: count)
    var resolution = 2.5
    for _ in 0..<14 {
      // In steps, so that the last bits of a processor's logarithms decide nothing.
      resolution = (resolution * 1024).rounded() / 1024
      let found = gatheringLone(Leiden.communities(of: self, resolution: resolution))
      if abs(found.count - target) < abs(best.count - target) { best = found }
      if abs(found.count - target) <= max(1, target / 20) { break }
      if found.count < target { low = (resolution, found.count) } else { high = (resolution, found.count) }
      if let low, let high {
        let share = log(Double(target) / Double(low.count)) / log(Double(high.count) / Double(low.count))
        resolution = low.resolution * pow(high.resolution / low.resolution, min(0.9, max(0.1, share)))
      } else {
        let growth = pow(Double(target) / Double(found.count), 1.4)
        resolution = min(64, max(0.05, resolution * min(4, max(0.25, growth))))
      }
    }
    return best
  }

  /// Puts papers without any neighbour into the largest community.
  private func gatheringLone(_ groups: Grouping) -> Grouping {
    let sizes = groups.sizes
    guard let largest = sizes.indices.max(by: { (sizes[$0], $1) < (sizes[$1], $0) }) else { return groups }
    return Grouping(
      groups.numbers.enumerated().map { paper, group in
        offsets[paper] == offsets[paper + 1] ? largest : group
      })
  }
}
