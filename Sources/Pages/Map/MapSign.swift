import Topics

/// The sign of a theme on the map: disc, ring, square, open square, diamond, open diamond, triangle, open triangle;
/// from the ninth on the same colours with the next shape.
struct MapSign {
  /// 1...16, names its style.
  let number: Int
  private let outline: [UInt8]

  init(_ number: Int) {
    self.number = number
    let shape = number <= 8 ? number : (number - 9) ^ 1 + 1
    outline = Array(Self.outlines[(shape - 1) % Self.outlines.count].utf8)
  }

  /// Appends the commands that draw it about `place`.
  func append(at place: MapPoint, to path: inout [UInt8]) {
    path.append(0x4D)
    path.append(contentsOf: Tenths.of(Double(place.x)).utf8)
    path.append(0x20)
    path.append(contentsOf: Tenths.of(Double(place.y)).utf8)
    path += outline
  }

  private static let outlines = [
    "m-3.1 0a3.1 3.1 0 1 0 6.2 0a3.1 3.1 0 1 0-6.2 0z", "m-2.9 0a2.9 2.9 0 1 0 5.8 0a2.9 2.9 0 1 0-5.8 0z",
    "m-2.9-2.9h5.8v5.8h-5.8z", "m-2.6-2.6h5.2v5.2h-5.2z", "m0-4.1l4.1 4.1-4.1 4.1-4.1-4.1z",
    "m0-3.7l3.7 3.7-3.7 3.7-3.7-3.7z", "m0-3.9l3.7 6.6h-7.4z", "m0-3.9l3.7 6.6h-7.4z",
  ]
}
