import Planning

/// Reads the links and anchors out of a finished page, the same way for every page, whoever made it.
struct PageScanner {
  private(set) var links: Set<PageLink> = []
  private(set) var anchors: [String] = []
  private(set) var faults: [LinkFault] = []
  private let page: SitePath
  private let folder: [Substring]

  init(page: SitePath) {
    self.page = page
    folder = page.value.split(separator: "/").dropLast()
  }

  /// Scans the tags of an HTML page for `href`, `src`, `action` and `id`.
  mutating func scan(_ html: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while let open = find(0x3C, in: html, from: at) {
      at = open + 1
      guard at < html.count, isLetter(html[at]) else { continue }
      at = scanTag(html, at)
    }
  }
}

extension PageScanner {
  /// Scans one tag from its name to its `>` and returns the offset behind it.
  private mutating func scanTag(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < html.count, html[at] != 0x3E, !isSpace(html[at]) { at += 1 }
    let isLink = at - start == 1 && html[start] | 0x20 == 0x61
    let isForm = equals(html, start..<at, "form")
    while at < html.count, html[at] != 0x3E {
      let nameStart = at
      while at < html.count, html[at] != 0x3D, html[at] != 0x3E, !isSpace(html[at]) { at += 1 }
      let name = nameStart..<at
      guard at + 1 < html.count, html[at] == 0x3D, html[at + 1] == 0x22 else {
        if at < html.count, html[at] != 0x3E { at += 1 }
        continue
      }
      let valueStart = at + 2
      at = find(0x22, in: html, from: valueStart) ?? html.count
      let value = valueStart..<at
      if at < html.count { at += 1 }
      if equals(html, name, "id") {
        anchors.append(text(html, value))
      } else if equals(html, name, "href") || equals(html, name, "src") || (isForm && equals(html, name, "action")) {
        note(text(html, value), loads: !isLink && !isForm)
      }
    }
    return at
  }

  private mutating func note(_ address: String, loads: Bool) {
    if address.hasPrefix("#") {
      links.insert(PageLink(target: page, fragment: String(address.dropFirst())))
      return
    }
    if let scheme = scheme(of: address) {
      let allowed = scheme == "http" || scheme == "https" || scheme == "mailto"
      if loads && page != .notFound { faults.append(LinkFault(kind: .external, address: address)) }
      if !allowed { faults.append(LinkFault(kind: .scheme, address: address)) }
      return
    }
    if address.hasPrefix("/") {
      // The page for missing addresses is served at any depth, so it alone may start at the root.
      if page != .notFound { faults.append(LinkFault(kind: .absolute, address: address)) }
      return
    }
    resolve(address)
  }

  private mutating func resolve(_ address: String) {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }
    guard !path.isEmpty else { return }
    guard !path.hasSuffix("/"), !path.hasSuffix("..") else {
      faults.append(LinkFault(kind: .folder, address: address))
      return
    }
    var place = folder
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part != ".." {
        place.append(part)
      } else if place.popLast() == nil {
        faults.append(LinkFault(kind: .leavesSite, address: address))
        return
      }
    }
    let fragment = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    links.insert(PageLink(target: SitePath(place.joined(separator: "/")), fragment: fragment))
  }

  /// The scheme of an absolute address, in lower case; nil for a relative one.
  private func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: 0x3A) else { return nil }
    let head = address.utf8[..<colon]
    guard !head.isEmpty, head.allSatisfy({ isLetter($0) || ($0 >= 0x2B && $0 <= 0x39 && $0 != 0x2F) }) else {
      return nil
    }
    return String(decoding: head, as: UTF8.self).lowercased()
  }

  private func find(_ byte: UInt8, in html: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    guard from < html.count else { return nil }
    return html[from...].firstIndex(of: byte)
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  private func equals(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where html[range.lowerBound + offset] != name.utf8Start[offset] { return false }
    return true
  }

  /// The attribute's value with the one entity that addresses hold undone.
  private func text(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let value = String(decoding: html[range], as: UTF8.self)
    guard html[range].contains(0x26) else { return value }
    var plain = ""
    var rest = value[...]
    while let entity = rest.firstRange(of: "&amp;") {
      plain += rest[..<entity.lowerBound] + "&"
      rest = rest[entity.upperBound...]
    }
    return plain + rest
  }
}
