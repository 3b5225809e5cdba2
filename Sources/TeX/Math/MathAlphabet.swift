/// The alphabets of mathematics, which Unicode has as letters of their own.
enum MathAlphabet: Sendable {
  case upright, bold, doubleStruck, script, fraktur, sans, typewriter

  /// The alphabet that a font command asks for, nil where it is no font command.
  init?(command: String) {
    switch command {
    case "mathrm", "rm", "mathup", "mathnormal", "mathit", "it": self = .upright
    case "mathbf", "bf", "boldsymbol", "bm", "pmb", "mathbfit", "bfseries": self = .bold
    case "mathbb", "mathds", "Bbb", "mathbbm": self = .doubleStruck
    case "mathcal", "mathscr", "cal", "scr": self = .script
    case "mathfrak", "frak": self = .fraktur
    case "mathsf", "sf": self = .sans
    case "mathtt", "tt": self = .typewriter
    default: return nil
    }
  }

  /// The character for `letter`, itself where the alphabet has none.
  func character(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    if self == .doubleStruck, let found = Self.lettersOfDoubleStruck[letter] { return found }
    if self == .script, let found = Self.lettersOfScript[letter] { return found }
    if self == .fraktur, let found = Self.lettersOfFraktur[letter] { return found }
    switch letter.value {
    case 0x41...0x5A: return Self.scalar(capitals, letter.value - 0x41) ?? letter
    case 0x61...0x7A: return Self.scalar(smalls, letter.value - 0x61) ?? letter
    case 0x30...0x39: return Self.scalar(digits, letter.value - 0x30) ?? letter
    case 0x391...0x3A9 where self == .bold: return Self.scalar(0x1D6A8, letter.value - 0x391) ?? letter
    case 0x3B1...0x3C9 where self == .bold: return Self.scalar(0x1D6C2, letter.value - 0x3B1) ?? letter
    default: return letter
    }
  }

  /// Where the capitals of the alphabet start; sans and typewriter stay as they are, for their letters are widely missing.
  private var capitals: UInt32? {
    switch self {
    case .bold: 0x1D400
    case .doubleStruck: 0x1D538
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .upright, .sans, .typewriter: nil
    }
  }

  private var smalls: UInt32? {
    switch self {
    case .script: nil
    default: capitals.map { $0 + 26 }
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    default: nil
    }
  }

  private static func scalar(_ start: UInt32?, _ offset: UInt32) -> Unicode.Scalar? {
    start.flatMap { Unicode.Scalar($0 + offset) }
  }

  /// Letters that Unicode had before the alphabets.
  private static let lettersOfDoubleStruck = pairs("CHNPQRZ", "ℂℍℕℙℚℝℤ")
  private static let lettersOfScript = pairs("BEFHILMR", "ℬℰℱℋℐℒℳℛ")
  private static let lettersOfFraktur = pairs("CHIRZ", "ℭℌℑℜℨ")

  private static func pairs(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }
}
