import Text

/// The header lines of the message but for its type.
struct MailHeaders {
  private let content: EditionContent

  init(_ content: EditionContent) { self.content = content }

  /// `From` and `To` hold no one's address: whoever sends the message puts the true ones there, and `X-Unsent` lets mail programs
  /// open it as a draft.
  var lines: [String] {
    let host = content.basePath.isEmpty ? "offprint.invalid" : Self.host(content.baseURL ?? "")
    var lines = [
      "From: \(Self.phrase(content.title)) <digest@\(host)>", "To: undisclosed-recipients:;",
      "Subject: " + Self.encoded(subject),
    ]
    if let date = content.date, let weekday = Self.weekday(date) { lines.append("Date: \(weekday)") }
    return lines + ["X-Unsent: 1", "MIME-Version: 1.0", "Content-Language: \(content.language)"]
  }

  private var subject: String {
    let count = Wording.count(content.library.papers.count, "paper")
    return "\(content.title): \(content.date.map { Wording.day($0) + ", " } ?? "")\(count)"
  }

  private static func host(_ base: String) -> String {
    guard let start = base.firstRange(of: "://")?.upperBound else { return "offprint.invalid" }
    let host = base[start...].prefix { $0 != "/" && $0 != ":" }
    let isName = !host.isEmpty && host.utf8.allSatisfy { $0.isHostLetter }
    return isName ? String(host) : "offprint.invalid"
  }

  /// A display name: quoted where it is ASCII, encoded otherwise.
  private static func phrase(_ name: String) -> String {
    guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return encoded(name) }
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// Text beyond ASCII as encoded words (RFC 2047), each whole in itself.
  static func encoded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), text.utf8.count < 900 { return text }
    var words: [String] = []
    var part: [UInt8] = []
    for scalar in text.unicodeScalars where scalar.value >= 0x20 {
      let letter = Array(String(scalar).utf8)
      if part.count + letter.count > 42 {
        words.append("=?utf-8?B?\(Base64.text(part))?=")
        part = []
      }
      part += letter
    }
    words.append("=?utf-8?B?\(Base64.text(part))?=")
    return words.joined(separator: "\r\n ")
  }

  /// `Sat, 21 Nov 2026 00:00:00 +0000` of `2026-11-21`; the day of the week after Sakamoto (1992).
  private static func weekday(_ iso: String) -> String? {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return nil }
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = parts[1] < 3 ? parts[0] - 1 : parts[0]
    let day = (year + year / 4 - year / 100 + year / 400 + offsets[parts[1] - 1] + parts[2]) % 7
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(days[day]), \(parts[2]) \(months[parts[1] - 1]) \(iso.prefix(4)) 00:00:00 +0000"
  }
}

extension UInt8 {
  fileprivate var isHostLetter: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x2D || self == 0x2E }
}
