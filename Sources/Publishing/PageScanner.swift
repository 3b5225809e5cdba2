import Glibc
import Planning
import Text

/// Reads the links and anchors out of a finished page, the same way for every page, whoever made it.
///
/// Addresses and anchors are kept as 64-bit fingerprints: an edition of 50,000 papers has millions of links.
struct PageScanner {
  /// Fingerprints of the files that the page leads to, as often as it leads there.
  private(set) var targets: [UInt64] = []
  private(set) var fragments: [PageFragment] = []
  /// Fingerprints of the page's anchors, in order, one that stands twice twice.
  private(set) var anchors: [UInt64] = []
  private(set) var faults: [LinkFault] = []
  /// The fingerprint whose address or anchor is wanted in words, and the words once they are found.
  private var wanted: UInt64?
  private(set) var found: String?

  private let page: SitePath
  private let folder: [UInt8]
  private let depth: Int
  private let pageFingerprint: UInt64
  private var path: [UInt8] = []

  init(page: SitePath, wanted: UInt64? = nil) {
    self.page = page
    self.wanted = wanted
    let bytes = Array(page.value.utf8)
    folder = bytes.lastIndex(of: 0x2F).map { Array(bytes[...$0]) } ?? []
    depth = page.depth
    pageFingerprint = Fingerprint.short(bytes)
  }

  /// Scans the tags of an HTML page for `href`, `src`, `action` and `id`.
  mutating func scan(_ html: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while let open = Self.find(0x3C, in: html, from: at) {
      at = open + 1
      guard at < html.count, Self.isLetter(html[at]) else { continue }
      at = scanTag(html, at)
    }
  }
}

extension PageScanner {
  /// Scans one tag from its name to its `>` and returns the offset behind it.
  private mutating func scanTag(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < html.count, html[at] != 0x3E, !Self.isSpace(html[at]) { at += 1 }
    let isLink = at - start == 1 && html[start] | 0x20 == 0x61
    let isForm = Self.equals(html, start..<at, "form")
    let isReference = Self.equals(html, start..<at, "link") && refersOnly(html, at)
    while at < html.count, html[at] != 0x3E {
      let nameStart = at
      while at < html.count, html[at] != 0x3D, html[at] != 0x3E, !Self.isSpace(html[at]) { at += 1 }
      let name = nameStart..<at
      guard at + 1 < html.count, html[at] == 0x3D, html[at + 1] == 0x22 else {
        if at < html.count, html[at] != 0x3E { at += 1 }
        continue
      }
      let valueStart = at + 2
      at = Self.find(0x22, in: html, from: valueStart) ?? html.count
      let value = UnsafeBufferPointer(rebasing: html[valueStart..<at])
      if at < html.count { at += 1 }
      if Self.equals(html, name, "id") {
        note(anchor: value)
      } else if Self.equals(html, name, "href") || Self.equals(html, name, "src")
        || (isForm && Self.equals(html, name, "action"))
      {
        note(address: value, loads: !isLink && !isForm && !isReference)
      }
    }
    return at
  }

  /// Whether a `link` tag only says where something is, as `canonical` and `alternate` do, and loads nothing.
  private func refersOnly(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let end = Self.find(0x3E, in: html, from: start) ?? html.count
    return Self.contains(html, start..<end, "rel=\"canonical\"")
      || Self.contains(html, start..<end, "rel=\"alternate\"")
  }

  private mutating func note(anchor: UnsafeBufferPointer<UInt8>) {
    let fingerprint = Fingerprint.short(anchor)
    anchors.append(fingerprint)
    if fingerprint == wanted { found = Self.text(anchor) }
  }

  private mutating func note(address: UnsafeBufferPointer<UInt8>, loads: Bool) {
    guard let first = address.first else { return }
    if let length = Self.schemeLength(address) {
      let scheme = Self.text(UnsafeBufferPointer(rebasing: address[..<length])).lowercased()
      if loads && page != .notFound { fault(.external, address) }
      if scheme != "http" && scheme != "https" && scheme != "mailto" { fault(.scheme, address) }
    } else if first == 0x2F {
      // The page for missing addresses is served at any depth, so it alone may start at the root.
      if page != .notFound { fault(.absolute, address) }
    } else {
      resolve(address)
    }
  }

  private mutating func fault(_ kind: LinkFault.Kind, _ address: UnsafeBufferPointer<UInt8>) {
    faults.append(LinkFault(kind: kind, address: Self.text(address)))
  }

  private mutating func resolve(_ address: UnsafeBufferPointer<UInt8>) {
    let hash = address.firstIndex(of: 0x23)
    let end = address[..<(hash ?? address.count)].firstIndex(of: 0x3F) ?? hash ?? address.count
    var target = pageFingerprint
    if end > 0 {
      guard address[end - 1] != 0x2F, address[end - 1] != 0x2E else { return fault(.folder, address) }
      guard let found = self.target(of: UnsafeBufferPointer(rebasing: address[..<end])) else {
        return fault(.leavesSite, address)
      }
      target = found
      targets.append(target)
    }
    if target == wanted { found = Self.text(address) }
    guard let hash, hash + 1 < address.count else { return }
    let fragment = Fingerprint.short(UnsafeBufferPointer(rebasing: address[(hash + 1)...]))
    if fragment == wanted { found = Self.text(address) }
    fragments.append(PageFragment(target: target, anchor: fragment))
  }

  /// The fingerprint of the file that a relative path leads to; nil where it leads out of the site.
  private mutating func target(of relative: UnsafeBufferPointer<UInt8>) -> UInt64? {
    // Nearly every path goes up to the root at once, and stands there as it is in the address.
    var at = 0
    var stepsUp = 0
    while at + 2 < relative.count, relative[at] == 0x2E, relative[at + 1] == 0x2E, relative[at + 2] == 0x2F {
      at += 3
      stepsUp += 1
    }
    let rest = UnsafeBufferPointer(rebasing: relative[at...])
    if stepsUp == depth, !Self.hasSteps(rest) { return Fingerprint.short(rest) }
    return walk(relative) ? Fingerprint.short(path) : nil
  }

  /// Whether a path has a part that begins with a dot.
  private static func hasSteps(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while let dot = find(0x2E, in: path, from: at) {
      if dot == 0 || path[dot - 1] == 0x2F { return true }
      at = dot + 1
    }
    return false
  }

  /// Follows a relative path from the page's folder; false where it leads out of the site.
  private mutating func walk(_ relative: UnsafeBufferPointer<UInt8>) -> Bool {
    path.removeAll(keepingCapacity: true)
    path.append(contentsOf: folder)
    var at = 0
    while at < relative.count {
      let end = Self.find(0x2F, in: relative, from: at) ?? relative.count
      let isUp = end - at == 2 && relative[at] == 0x2E && relative[at + 1] == 0x2E
      let isHere = end - at == 1 && relative[at] == 0x2E
      if isUp {
        guard !path.isEmpty else { return false }
        path.removeLast()
        while let last = path.last, last != 0x2F { path.removeLast() }
      } else if !isHere {
        path.append(contentsOf: relative[at..<end])
        if end < relative.count { path.append(0x2F) }
      }
      at = end + 1
    }
    return true
  }
}

extension PageScanner {
  /// Length of the scheme of an absolute address; nil for a relative one.
  private static func schemeLength(_ address: UnsafeBufferPointer<UInt8>) -> Int? {
    // Nearly every address is relative and has no colon at all.
    guard find(0x3A, in: address, from: 0) != nil else { return nil }
    for at in address.indices {
      let byte = address[at]
      if byte == 0x3A { return at > 0 ? at : nil }
      let isSchemeByte = isLetter(byte) || byte &- 0x30 < 10 || byte == 0x2B || byte == 0x2D || byte == 0x2E
      if !isSchemeByte { return nil }
    }
    return nil
  }

  private static func find(_ byte: UInt8, in html: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    guard from < html.count, let start = html.baseAddress,
      let found = memchr(start + from, Int32(byte), html.count - from)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  private static func equals(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where html[range.lowerBound + offset] != name.utf8Start[offset] { return false }
    return true
  }

  private static func contains(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    var at = range.lowerBound
    while let start = find(text.utf8Start[0], in: html, from: at), start + count <= range.upperBound {
      if equals(html, start..<start + count, text) { return true }
      at = start + 1
    }
    return false
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
