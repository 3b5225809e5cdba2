/// The weight of one word in one paper, as BM25F gives it (Robertson, Zaragoza & Taylor 2004), in sixteen levels.
///
/// The weight is the saturated term frequency in 0..<1, without the idf, which the reader works out from the number
/// of papers. Levels 0 to 11 are for words of the abstract alone, 12 to 15 for words of the title, so that a level
/// also tells where the word stands. Finer levels find no more: the weights of a word differ little, and the
/// levels are most of what an index weighs.
struct Impact: Sendable {
  static let abstractLevels = 12
  static let titleLevels = 4
  static let levels = abstractLevels + titleLevels

  private static let saturation: Float = 1.3
  private static let titleWeight: Float = 5
  private static let titleNorm: Float = 0.5
  private static let abstractNorm: Float = 0.75
  /// The weights that the lowest and the highest level of each half stand for.
  private static let abstractRange: ClosedRange<Float> = 0.15...0.85
  private static let titleRange: ClosedRange<Float> = 0.7...0.95

  /// Mean words of a title and of an abstract.
  var meanTitle: Float = 1
  var meanAbstract: Float = 1

  /// How much less each further word tells in a title and an abstract of so many words.
  struct Norms {
    fileprivate var title: Float
    fileprivate var abstract: Float
  }

  func norms(titleLength: Int, abstractLength: Int) -> Norms {
    Norms(
      title: 1 - Self.titleNorm + Self.titleNorm * Float(titleLength) / meanTitle,
      abstract: 1 - Self.abstractNorm + Self.abstractNorm * Float(abstractLength) / meanAbstract)
  }

  /// The level of a word that occurs so often in a title and an abstract.
  static func level(inTitle: Int32, inAbstract: Int32, _ norms: Norms) -> UInt8 {
    let frequency = titleWeight * Float(inTitle) / norms.title + Float(inAbstract) / norms.abstract
    let weight = frequency / (frequency + saturation)
    return inTitle > 0
      ? UInt8(abstractLevels) + step(weight, titleRange, titleLevels)
      : step(weight, abstractRange, abstractLevels)
  }

  /// The weight that stands for a level.
  static func weight(_ level: Int) -> Double {
    let isTitle = level >= abstractLevels
    let range = isTitle ? titleRange : abstractRange
    let step = Float(isTitle ? level - abstractLevels : level) / Float((isTitle ? titleLevels : abstractLevels) - 1)
    return Double(range.lowerBound + (range.upperBound - range.lowerBound) * step)
  }

  /// How many levels become one for a word of `count` papers: the less a word tells, the coarser its levels.
  static func coarseness(count: Int, of papers: Int) -> UInt8 {
    count * 2 > papers ? 4 : count * 16 > papers ? 2 : 1
  }

  /// The level in place of `level` where `step` of them become one.
  static func coarse(_ level: UInt8, _ step: UInt8) -> UInt8 {
    guard step > 1 else { return level }
    let base = level >= UInt8(abstractLevels) ? UInt8(abstractLevels) : 0
    return base + (level - base) / step * step + step / 2
  }

  private static func step(_ weight: Float, _ range: ClosedRange<Float>, _ count: Int) -> UInt8 {
    let place = (weight - range.lowerBound) / (range.upperBound - range.lowerBound) * Float(count - 1)
    let inside = min(Float(count - 1), max(0, place))
    // Rounded, halves upwards, without a call into the mathematical library.
    let whole = UInt8(inside)
    return inside - Float(whole) < 0.5 ? whole : whole + 1
  }
}
