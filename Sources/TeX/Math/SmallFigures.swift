/// Characters that stand raised or lowered by themselves.
enum SmallFigures {
  static let raised = table("0123456789+-−=()ni′*∗", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ′**")
  static let lowered = table("0123456789+-−=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")

  /// The same with letters, for text that has no other way to raise or lower them. Pages draw letters as formulas.
  static let raisedLetters = raised.merging(
    table(
      "abcdefghijklmoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ")
  ) { figure, _ in figure }
  static let loweredLetters = lowered.merging(table("ijruvβγρφχ", "ᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪ")) { figure, _ in figure }

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
