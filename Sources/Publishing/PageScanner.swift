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
  /// The stretches of `repeated` that the page holds, which were not read again.
  private(set) var held: RepeatedMarkup.Numbers = 0
  /// The fingerprint whose address or anchor is wanted in words, and the words once they are found.
  private var wanted: UInt64?
  private(set) var found: String?

  private let page: SitePath
  private let repeated: RepeatedMarkup
  private let folder: [UInt8]
  private let depth: Int
  private let pageFingerprint: UInt64
  private var path: [UInt8] = []

  init(page: SitePath, repeated: RepeatedMarkup = RepeatedMarkup(), wanted: UInt64? = nil) {
    self.page = page
    // The page for missing addresses has rules of its own.
    self.repeated = page == .notFound ? RepeatedMarkup() : repeated
    self.wanted = wanted
    let bytes = Array(page.value.utf8)
    folder = bytes.lastIndex(of: 0x2F).map { Array(bytes[...$0]) } ?? []
    depth = page.depth
    pageFingerprint = Fingerprint.short(bytes)
    targets.reserveCapacity(32)
    anchors.reserveCapacity(16)
  }

  /// Whether nothing but links to whole files was found.
  var hasLinksAlone: Bool { fragments.isEmpty && anchors.isEmpty && faults.isEmpty }

  /// Scans the tags of an HTML page for `href`, `src`, `action` and `id`; says whether the last tag ends in it.
  @discardableResult
  mutating func scan(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while let open = Octets.find(0x3C, html, from: at) {
      at = open + 1
      guard at < html.count, Self.isLetter(html[at]) else { continue }
      if let (number, end) = repeated.find(html, at: open, depth: depth) {
        held |= 1 << RepeatedMarkup.Numbers(number)
        at = end
      } else {
        at = scanTag(html, at)
        if at == html.count { return false }
      }
    }
    return true
  }
}

extension PageScanner {
  /// Scans one tag from its name to its `>` and returns the offset of that, or of the end.
  private mutating func scanTag(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < html.count, !Self.endsTagName(html[at]) { at += 1 }
    let name = start..<at
    while at < html.count, html[at] != 0x3E {
      let nameStart = at
      while at < html.count, !Self.endsAttributeName(html[at]) { at += 1 }
      let attribute = nameStart..<at
      guard at + 1 < html.count, html[at] == 0x3D, html[at + 1] == 0x22 else {
        if at < html.count, html[at] != 0x3E { at += 1 }
        continue
      }
      let valueStart = at + 2
      at = Octets.find(0x22, html, from: valueStart) ?? html.count
      let value = UnsafeBufferPointer(rebasing: html[valueStart..<at])
      if at < html.count { at += 1 }
      if Self.equals(html, attribute, "id") {
        note(anchor: value)
      } else if Self.equals(html, attribute, "href") || Self.equals(html, attribute, "src")
        || Self.equals(html, attribute, "action") && Self.equals(html, name, "form")
      {
        note(address: value, of: name, html)
      }
    }
    return at
  }

  private mutating func note(anchor: UnsafeBufferPointer<UInt8>) {
    let fingerprint = Fingerprint.short(anchor)
    anchors.append(fingerprint)
    if fingerprint == wanted { found = Self.text(anchor) }
  }

  /// - Parameter tag: where the tag's name stands.
  @inline(__always)
  private mutating func note(
    address: UnsafeBufferPointer<UInt8>, of tag: Range<Int>, _ html: UnsafeBufferPointer<UInt8>
  ) {
    guard let first = address.first else { return }
    if let length = Self.schemeLength(address) {
      let scheme = Self.text(UnsafeBufferPointer(rebasing: address[..<length])).lowercased()
      if page != .notFound, Self.loads(html, tag) { fault(.external, address) }
      if scheme != "http" && scheme != "https" && scheme != "mailto" { fault(.scheme, address) }
    } else if first == 0x2F {
      // The page for missing addresses is served at any depth, so it alone may start at the root.
      if page != .notFound { fault(.absolute, address) }
    } else {
      resolve(address)
    }
  }

  /// Whether a tag loads what it names: links and forms do not, nor does a `link` that only says where something is,
  /// as `canonical` and `alternate` do.
  private static func loads(_ html: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
    if tag.count == 1, html[tag.lowerBound] | 0x20 == 0x61 { return false }
    if equals(html, tag, "form") { return false }
    guard equals(html, tag, "link") else { return true }
    let rest = tag.upperBound..<(Octets.find(0x3E, html, from: tag.upperBound) ?? html.count)
    return !contains(html, rest, "rel=\"canonical\"") && !contains(html, rest, "rel=\"alternate\"")
  }

  private mutating func fault(_ kind: LinkFault.Kind, _ address: UnsafeBufferPointer<UInt8>) {
    faults.append(LinkFault(kind: kind, address: Self.text(address)))
  }

  private mutating func resolve(_ address: UnsafeBufferPointer<UInt8>) {
    let hash = Octets.find(0x23, address)
    let path = UnsafeBufferPointer(rebasing: address[..<(hash ?? address.count)])
    let end = Octets.find(0x3F, path) ?? path.count
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
    // Nearly every path goes up at once, most to the root, and stands as it is in the address from there on.
    var at = 0
    var stepsUp = 0
    while at + 2 < relative.count, relative[at] == 0x2E, relative[at + 1] == 0x2E, relative[at + 2] == 0x2F {
      at += 3
      stepsUp += 1
    }
    let rest = UnsafeBufferPointer(rebasing: relative[at...])
    guard stepsUp <= depth, !Self.hasSteps(rest) else { return walk(relative) ? Fingerprint.short(path) : nil }
    if stepsUp == depth { return Fingerprint.short(rest) }
    path.removeAll(keepingCapacity: true)
    path.append(contentsOf: folder)
    for _ in 0..<stepsUp { leaveFolder() }
    path.append(contentsOf: rest)
    return Fingerprint.short(path)
  }

  /// Takes the last folder off `path`.
  private mutating func leaveFolder() {
    path.removeLast()
    while let last = path.last, last != 0x2F { path.removeLast() }
  }

  /// Whether a path has a part that begins with a dot.
  private static func hasSteps(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while let dot = Octets.find(0x2E, path, from: at) {
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
      let end = Octets.find(0x2F, relative, from: at) ?? relative.count
      let isUp = end - at == 2 && relative[at] == 0x2E && relative[at + 1] == 0x2E
      let isHere = end - at == 1 && relative[at] == 0x2E
      if isUp {
        guard !path.isEmpty else { return false }
        leaveFolder()
      } else if !isHere {
        path.append(contentsOf: relative[at..<end])
        if end < relative.count { path.append(0x2F) }
      }
      at = end + 1
    }
    return true
  }
}
