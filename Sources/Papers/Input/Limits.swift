/// Sizes beyond which an input is cut, with a message; the cost of a page grows faster than its text.
enum Limits {
  /// Bytes of one abstract.
  static let abstract = 65_536
  /// Bytes of one title.
  static let title = 1_000
  /// Values of one list, such as authors or keywords.
  static let list = 5_000
  /// Bytes of one line of JSON Lines.
  static let line = 64 << 20
  /// Bytes of a file whose format has to be read as a whole.
  static let wholeFile = 2 << 30
  /// Entries of one build; the tables of merging grow with them.
  static let entries = 2_000_000
}
