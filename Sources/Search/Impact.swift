/// The weight of one word in one paper, as BM25F gives it (Robertson, Zaragoza & Taylor 2004), in 32 levels.
///
/// The weight is the saturated term frequency in 0..<1, without the idf, which the reader works out from the number
/// of papers. Levels 0 to 15 are for words of the abstract alone, 16 to 31 for words of the title, so that a level
/// also tells where the word stands.
struct Impact: Sendable {
  static let levels = 32

  var saturation: Float = 1.2
  var titleWeight: Float = 5
  var titleNorm: Float = 0.5
  var abstractNorm: Float = 0.75
  /// Mean words of a title and of an abstract.
  var meanTitle: Float = 1
  var meanAbstract: Float = 1

  /// The least and the greatest weight of each half of the scale.
  static let abstractRange: ClosedRange<Float> = 0.15...0.95
  static let titleRange: ClosedRange<Float> = 0.55...1

  /// The level of a word that occurs so often in a title and an abstract of so many words.
  func level(inTitle: Int, inAbstract: Int, titleLength: Int, abstractLength: Int) -> UInt8 {
    let titlePart = titleWeight * Float(inTitle) / (1 - titleNorm + titleNorm * Float(titleLength) / meanTitle)
    let abstractPart =
      Float(inAbstract) / (1 - abstractNorm + abstractNorm * Float(abstractLength) / meanAbstract)
    let frequency = titlePart + abstractPart
    let weight = frequency / (frequency + saturation)
    let range = inTitle > 0 ? Self.titleRange : Self.abstractRange
    let step = (weight - range.lowerBound) / (range.upperBound - range.lowerBound) * 15
    return UInt8(min(15, max(0, step.rounded()))) + (inTitle > 0 ? 16 : 0)
  }

  /// The weight that stands for a level.
  static func weight(_ level: Int) -> Double {
    let range = level >= 16 ? titleRange : abstractRange
    return Double(range.lowerBound + (range.upperBound - range.lowerBound) * Float(level & 15) / 15)
  }
}
