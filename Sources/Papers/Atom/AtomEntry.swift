import CExpat

/// Gathers the elements of one Atom entry while Expat reads it.
///
/// A class, because the C library hands it back by its address.
final class AtomEntry {
  private(set) var id = ""
  private(set) var title = ""
  private(set) var summary = ""
  private(set) var published = ""
  private(set) var authors: [String] = []
  private(set) var categories: [String] = []
  private(set) var links: [(relation: String, title: String, address: String)] = []
  private(set) var doi = ""
  private(set) var journal = ""
  private var path: [String] = []
  private var text: [UInt8] = []

  /// Why Expat gave up, and at which byte of the entry; nil where it read to the end.
  private(set) var fault: (offset: Int, reason: String)?

  /// Elements inside one another.
  private static let deepest = 64

  /// Reads the bytes of one `<entry>` element; what was read before a fault stays.
  init(_ bytes: UnsafeBufferPointer<UInt8>, encoding: String) {
    guard let parser = XML_ParserCreate(encoding) else { return }
    defer { XML_ParserFree(parser) }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in AtomEntry.from(data)?.start(name, attributes) },
      { data, _ in AtomEntry.from(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in AtomEntry.from(data)?.append(text, Int(count)) }
    let status = bytes.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), 1) }
    guard status != XML_STATUS_OK else { return }
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no XML"
    fault = (Int(XML_GetCurrentByteIndex(parser)), reason)
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> AtomEntry? {
    data.map { Unmanaged<AtomEntry>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    guard let name, path.count < Self.deepest else { return path.append("") }
    path.append(String(cString: name))
    text.removeAll(keepingCapacity: true)
    switch path.last {
    case "category": categories += Self.value("term", attributes).map { [$0] } ?? []
    case "link":
      if let address = Self.value("href", attributes) {
        links.append((Self.value("rel", attributes) ?? "", Self.value("title", attributes) ?? "", address))
      }
    default: break
    }
  }

  private func end() {
    let content = CleanText(bytes: text).text
    switch path.suffix(2).joined(separator: "/") {
    case "entry/id": id = content
    case "entry/title": title = content
    case "entry/summary", "entry/content": summary = summary.isEmpty ? content : summary
    case "entry/published": published = content
    case "entry/updated": published = published.isEmpty ? content : published
    case "author/name": authors.append(content)
    case "entry/arxiv:doi": doi = content
    case "entry/arxiv:journal_ref": journal = content
    default: break
    }
    if !path.isEmpty { path.removeLast() }
    text.removeAll(keepingCapacity: true)
  }

  private func append(_ characters: UnsafePointer<XML_Char>?, _ count: Int) {
    guard let characters else { return }
    characters.withMemoryRebound(to: UInt8.self, capacity: count) {
      text.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
  }

  private static func value(_ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) -> String? {
    guard var pair = attributes else { return nil }
    while let key = pair[0], let value = pair[1] {
      if String(cString: key) == name { return String(cString: value) }
      pair += 2
    }
    return nil
  }
}
