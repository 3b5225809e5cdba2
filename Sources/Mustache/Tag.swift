/// One tag of a template.
struct Tag {
  enum Kind {
    case value, raw, section, inverted, close, partial, parent, block
    /// A comment or a change of delimiters: nothing is left of it.
    case silent
  }

  var kind: Kind
  /// The name without its sigil and white space; empty for silent tags.
  var name: String
  /// Offset of the opening delimiter.
  var start: Int
  /// Offset behind the closing delimiter.
  var end: Int

  /// Whether it may stand alone on a line that then leaves no blank line behind.
  var mayStandAlone: Bool { kind != .value && kind != .raw }
}

/// A piece of a template: text that ends at the latest with its line, or a tag.
enum Token {
  case text(Range<Int>)
  case tag(Tag)
}
