import Foundation

/// The part of an address that a title or name turns into: `Tri²-plane: Head Avatars` → `tri2-plane-head-avatars`.
///
/// Only small letters, digits and single hyphens, so that every file system and every server holds it.
public enum Slug {
  /// Longest slug in bytes, a safe distance from every file system's 255 even with folder and suffix.
  public static let limit = 80

  /// The slug of `text`, or nil where too little of it can be written in ASCII to tell it from another text.
  ///
  /// Accents and ligatures are folded away, Greek letters are spelt out, apostrophes join, all else parts words.
  /// It is cut at the last word that fits into `limit` bytes. Names that Windows reserves get a closing `-1`.
  public static func of(_ text: String, limit: Int = Slug.limit) -> String? {
    var words = Words(limit: limit)
    var copy = text
    copy.withUTF8 { words.add($0) }
    guard let slug = words.joined else { return nil }
    return isReserved(slug) ? slug + "-1" : slug
  }

  /// Whether Windows keeps the name for a device.
  private static func isReserved(_ name: String) -> Bool {
    switch name {
    case "con", "prn", "aux", "nul": return true
    default:
      guard name.utf8.count == 4, name.hasPrefix("com") || name.hasPrefix("lpt") else { return false }
      return name.utf8.last.map { $0 &- 0x30 < 10 } ?? false
    }
  }
}

/// The words of a slug while its text is read.
private struct Words {
  let limit: Int
  private var bytes: [UInt8] = []
  /// Where the last whole word that fits ends.
  private var lastFit = 0
  private var pendingBreak = false
  private var written = 0
  private var lost = 0

  init(limit: Int) {
    self.limit = limit
    bytes.reserveCapacity(limit + 1)
  }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < text.count {
      let length = UTF8Decoding.length(text, at)
      if length == 1 {
        addASCII(text[at])
      } else if let scalar = UTF8Decoding.scalar(text, at, length) {
        add(scalar)
      }
      at += max(1, length)
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if let spelt = Self.spellings[scalar] {
      for byte in spelt.utf8 { addASCII(byte) }
    } else if scalar == "\u{2019}" {
      return
    } else {
      addFolded(scalar)
    }
  }

  /// Nil where no letter or digit was written, or more were lost than written.
  var joined: String? {
    guard written >= 1, written >= lost else { return nil }
    if bytes.count <= limit { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.prefix(lastFit > 0 ? lastFit : limit), as: UTF8.self)
  }

  private mutating func addASCII(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: write(byte)
    case 0x41...0x5A: write(byte | 0x20)
    case 0x27: break
    default: pendingBreak = true
    }
  }

  private mutating func write(_ byte: UInt8) {
    written += 1
    if pendingBreak, !bytes.isEmpty {
      if bytes.count <= limit { lastFit = bytes.count }
      if bytes.count <= limit { bytes.append(0x2D) }
    }
    pendingBreak = false
    if bytes.count <= limit { bytes.append(byte) }
  }

  private mutating func addFolded(_ scalar: Unicode.Scalar) {
    let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
    var found = false
    for part in parts where part.isASCII {
      addASCII(UInt8(truncatingIfNeeded: part.value))
      found = true
    }
    if found { return }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: lost += 1
    default: break
    }
    pendingBreak = true
  }

  private static let spellings: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "ħ": "h", "Ħ": "h",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi",
    "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega", "Γ": "gamma", "Δ": "delta", "Θ": "theta", "Λ": "lambda", "Ξ": "xi", "Π": "pi",
    "Σ": "sigma", "Φ": "phi", "Ψ": "psi", "Ω": "omega",
  ]
}
