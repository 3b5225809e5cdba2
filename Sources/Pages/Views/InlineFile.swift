import Mustache
import Text

/// A style sheet or a script inside its page, let through by the page's policy because of its fingerprint.
struct InlineFile: Viewable {
  let text: Markup
  /// As a content security policy names it: `'sha256-…'`.
  let source: String

  /// - Parameter bytes: of the theme; what would end the element early is written so that it cannot.
  init(_ bytes: [UInt8]) {
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count + 16)
    for byte in bytes {
      if byte == 0x2F, safe.last == 0x3C { safe.append(0x5C) }
      safe.append(byte)
    }
    self.text = Markup(bytes: safe)
    source = SHA256.source(safe)
  }

  static let schema = Schema<InlineFile>(.markup("text") { $0.text }, .text("source") { $0.source })
}
