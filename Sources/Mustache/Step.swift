import Text

/// One operation in a form that costs nothing to look at: plain numbers, whose meaning depends on `code`.
///
/// The steps of a section's body follow the section's own; `end` is the step behind them.
struct Step: Sendable {
  enum Code: UInt8, Sendable {
    case literal, indent, place, call
    case text, storedText, storedOptionalText, prepared, storedPrepared, link, storedLink
    case number, markup, storedMarkup
    case when, whenFlag, each, with, withStored, atFirst, atLast
  }

  var code: Code
  var escape = Escape.none
  /// What a condition is to be.
  var expected = true
  /// The frame that is read.
  var slot: Int32 = 0
  /// Place of a stored value, or number of a closure, of a program, or the first byte of a literal.
  var at = 0
  /// Bytes of a literal, or the slot of an item or part.
  var more = 0
  var end = 0
}
