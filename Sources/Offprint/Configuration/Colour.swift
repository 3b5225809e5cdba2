import Foundation

/// A colour of the sRGB space.
public struct Colour: Sendable, Equatable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Nil where `text` is not `#` and six hexadecimal digits.
  init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
    red = UInt8(value >> 16)
    green = UInt8(value >> 8 & 0xFF)
    blue = UInt8(value & 0xFF)
  }

  /// `#8c1d2f`
  var text: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// So much of this colour over another one.
  func mixed(into other: Colour, share: Double) -> Colour {
    func part(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8((Double(one) * share + Double(two) * (1 - share)).rounded())
    }
    return Colour(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
  }

  /// Contrast with another colour, 1...21 (WCAG 2.2, relative luminance).
  func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private var luminance: Double { 0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue) }

  private static func linear(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
