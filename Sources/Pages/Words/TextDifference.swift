/// Where two texts begin to differ.
enum TextDifference {
  /// What is kept before the difference, in letters.
  private static let context = 14
  private static let longest = 70

  /// The first stretch in which `old` and `new` differ, with a little of what stands around it; nil for equal texts.
  static func excerpts(_ old: String, _ new: String) -> (old: String, new: String)? {
    guard old != new else { return nil }
    let (a, b) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    while start > 0, a[start - 1] != " " { start -= 1 }
    let from = max(0, start - context)
    return (excerpt(a, from, start), excerpt(b, from, start))
  }

  /// From `from` as far as a row holds, cut at words but never before the word at `start`.
  private static func excerpt(_ text: [Unicode.Scalar], _ from: Int, _ start: Int) -> String {
    let end = min(text.count, from + longest)
    var scalars = text[from..<end]
    if end < text.count, let space = scalars.lastIndex(of: " "), space > start { scalars = scalars[..<space] }
    if from > 0, let space = scalars.firstIndex(of: " ") { scalars = scalars[(space + 1)...] }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return (from > 0 ? "…\u{A0}" : "") + String(view) + (end < text.count ? "\u{A0}…" : "")
  }
}
