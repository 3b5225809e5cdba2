/// Characters that stand raised or lowered by themselves.
enum SmallFigures {
  static let raised = table("0123456789+-−=()ni′*∗", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ′**")
  static let lowered = table("0123456789+-−=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")

  private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(from.unicodeScalars, to.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }

  /// `text` in small figures, nil where one of its characters has none.
  static func text(_ text: String, _ table: [Unicode.Scalar: Unicode.Scalar]) -> String? {
    var small = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let figure = table[scalar] else { return nil }
      small.append(figure)
    }
    return String(small)
  }
}
