/// The phrases of a paper in one text in place of a dozen: a large collection has a million of them.
struct PhraseList: Sendable, Equatable {
  private var joined = ""

  init(_ texts: [String] = []) { joined = texts.joined(separator: Self.separator) }

  var texts: [String] { joined.isEmpty ? [] : joined.split(separator: Self.separator).map(String.init) }

  /// No phrase holds a line's end.
  private static let separator = "\n"
}
