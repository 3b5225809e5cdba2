import Foundation

/// How strongly a phrase belongs to a group of papers: the log-odds ratio with an informative Dirichlet prior,
/// in standard deviations (Monroe, Colaresi and Quinn 2008).
struct Association {
  /// Papers in all.
  let total: Int
  /// Weight of the prior, in papers.
  private static let prior: Float = 5

  /// - Parameters:
  ///   - inside: papers of the group that hold the phrase.
  ///   - size: papers of the group.
  ///   - papers: papers of the collection that hold the phrase.
  /// - Returns: positive where the group holds it more often than the rest. Where there is no rest, the square
  ///   root of `inside`.
  func strength(inside: Int, size: Int, papers: Int) -> Float {
    guard size < total else { return Float(inside).squareRoot() }
    let outside = Float(papers - inside)
    let rest = Float(total - size)
    let expected = min(Self.prior * 0.98, Self.prior * Float(papers) / Float(total))
    let within = (Float(inside) + expected) / (Float(size - inside) + Self.prior - expected)
    let without = (outside + expected) / (rest - outside + Self.prior - expected)
    let deviation = (1 / (Float(inside) + expected) + 1 / (outside + expected)).squareRoot()
    return (log(within) - log(without)) / deviation
  }
}
