import Text

/// Lines of the web page that a dump was copied from: they tell of the page, not of papers.
enum PageChrome {
  /// The longest line that can be chrome, in bytes.
  private static let longest = 160

  /// Whether a line asks the reader of the page to do something: an offer by mail wherever it stands, a button's
  /// label only where no paper has been seen yet.
  static func isChrome(_ line: UnsafeBufferPointer<UInt8>, beforePapers: Bool) -> Bool {
    guard line.count <= longest else { return false }
    let words = lowercased(line)
    if words.hasPrefix("get ") || words.hasPrefix("receive ") || words.hasPrefix("subscribe to "),
      offers.contains(where: words.contains)
    {
      return true
    }
    return beforePapers && labels.contains(words)
  }

  /// Lines before the first title that belong to the page: all that stand before its offer or its button, where none of
  /// them is long enough for an abstract. What follows is looked at line by line.
  static func head(_ lines: [UnsafeBufferPointer<UInt8>]) -> Int {
    var head = 0
    for (place, line) in lines.prefix(60).enumerated() {
      let isOffer = isChrome(line, beforePapers: false) || isButton(line)
      if isOffer || gluedLabel(line, afterChrome: true) > 0 { head = isOffer ? place + 1 : place }
      if line.count > longestOfHead { break }
    }
    // An offer at the end of a list of titles is the page's foot.
    guard lines.dropFirst(head).contains(where: { $0.count > longestOfHead }) || head * 2 < lines.count else {
      return 0
    }
    return head
  }

  private static let longestOfHead = 80

  /// A button that stands at the end of a page's head.
  private static func isButton(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.count <= 12 && ["subscribe", "sign up", "log in"].contains(lowercased(line))
  }

  /// Bytes of a button's label glued to the front of the first title, 0 where there is none.
  static func gluedLabel(_ line: UnsafeBufferPointer<UInt8>, afterChrome: Bool) -> Int {
    let label = Array("Subscribe".utf8)
    guard line.count > label.count, line.starts(with: label) else { return 0 }
    let next = line[label.count]
    let isWord = next == 0x20 || next == 0x72 || next == 0x64 || next == 0x73
    let isLowercase = next &- 0x61 < 26
    let isPunctuation = [0x2D, 0x2C, 0x3A, 0x2E, 0x3B, 0x21, 0x3F, 0x27, 0x2F, 0x29].contains(next)
    return isWord || isPunctuation || (isLowercase && !afterChrome) ? 0 : label.count
  }

  private static let offers = ["email inbox", "e-mail inbox", "your inbox", "newsletter", "trending papers"]

  private static let labels: Set<String> = [
    "subscribe", "sign up", "sign in", "log in", "login", "menu", "search", "home", "daily papers", "trending papers",
    "papers", "trending", "new", "skip to content", "skip to main content",
  ]

  private static func lowercased(_ line: UnsafeBufferPointer<UInt8>) -> String {
    let folded = line.map { $0.asciiLowercased }
    return String(decoding: folded, as: UTF8.self).trimmingSuffix(while: "!.… ".contains)
  }
}

extension String {
  fileprivate func trimmingSuffix(while unwanted: (Character) -> Bool) -> String {
    var rest = Substring(self)
    while let last = rest.last, unwanted(last) { rest.removeLast() }
    return String(rest)
  }
}
