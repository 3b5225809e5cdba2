/// The label colour of the theme, set by the publisher for the light and the dark look.
public struct Colours: Sendable, Equatable {
  public var light: Colour?
  public var dark: Colour?

  /// Paper of each look, as the style sheet has it.
  static let lightPaper = Colour(red: 0xFD, green: 0xFD, blue: 0xFB)
  static let darkPaper = Colour(red: 0x15, green: 0x16, blue: 0x19)
  /// Least contrast of text with its paper (WCAG 2.2, 1.4.3).
  static let leastContrast = 4.5

  /// Rules that stand after the style sheet; print keeps its own ink.
  var rules: String {
    var rules: [String] = []
    if let light {
      rules.append(":root { \(Self.tokens(light, over: Self.lightPaper, share: 0.1)) }")
    }
    if let dark {
      let tokens = Self.tokens(dark, over: Self.darkPaper, share: 0.22)
      rules.append("@media (prefers-color-scheme: dark) { :root:not([data-theme=\"light\"]) { \(tokens) } }")
      rules.append(":root[data-theme=\"dark\"] { \(tokens) }")
    } else if light != nil {
      // A light colour alone leaves the dark look as it is.
      let tokens = "--rubric: #f0a398; --rubric-wash: #43272a;"
      rules.append("@media (prefers-color-scheme: dark) { :root:not([data-theme=\"light\"]) { \(tokens) } }")
      rules.append(":root[data-theme=\"dark\"] { \(tokens) }")
    }
    if rules.isEmpty { return "" }
    return "\n/* the publisher's colours */\n@media screen {\n\(rules.joined(separator: "\n"))\n}\n"
  }

  private static func tokens(_ colour: Colour, over paper: Colour, share: Double) -> String {
    "--rubric: \(colour.text); --rubric-wash: \(colour.mixed(into: paper, share: share).text);"
  }
}
