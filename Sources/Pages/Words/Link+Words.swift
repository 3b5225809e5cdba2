import Papers

extension Link {
  /// What the address leads to, as the margin of a paper says it.
  var label: String { kind == .other ? "Link" : Wording.capitalised(kind.rawValue) }

  /// The address without scheme and closing slash.
  var shown: String { Self.shown(url) }

  static func shown(_ url: String) -> String {
    var text = Substring(url)
    for scheme in ["https://", "http://", "www."] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
    if text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
