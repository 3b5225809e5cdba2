import Diagnostics
import Text

extension JSONReader {
  /// Papers one after another, in a list, or in the list of an envelope such as `{"results": […]}`.
  ///
  /// After a broken object reading goes on with the next one: where a line begins like the line of the broken one, or
  /// where its first name comes again.
  static func readValues(_ bytes: [UInt8], file: String, lines: LineTable) -> Reading {
    let reader = JSONReader(bytes: bytes, file: file, lines: lines)
    var making = RecordMaking(file: file, expectsAbstracts: false)
    bytes.withUnsafeBufferPointer { reader.readValues($0, &making) }
    if making.reading.records.isEmpty, making.reading.dropped == 0 {
      making.warn(
        "json.no-papers", (1, 1), "no object in this file", action: "read nothing from it",
        hint: "write each paper as an object: {\"title\": …, \"abstract\": …}")
    }
    return making.reading
  }

  private func readValues(_ bytes: UnsafeBufferPointer<UInt8>, _ making: inout RecordMaking) {
    var at = 0
    while let start = nextObject(bytes, at, &making) {
      var parser = JSONParser(bytes, from: start)
      do throws(JSONParser.Fault) {
        let value = try parser.value()
        at = parser.offset
        add(value, at: lines.place(of: start), broken: parser.broken.map { $0 - start }, &making)
      } catch {
        if making.reading.records.isEmpty, let list = Self.listInside(bytes, start) {
          at = list
          continue
        }
        drop(error, lines.place(of: error.offset), &making)
        at = recovered(bytes, start)
      }
    }
  }

  /// The next `{` outside objects; text other than commas and brackets before it is told of.
  private func nextObject(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ making: inout RecordMaking) -> Int? {
    var at = start
    var stray: Int?
    while at < bytes.count, bytes[at] != 0x7B {
      let byte = bytes[at]
      if stray == nil, !byte.isSpace, byte != 0x2C, byte != 0x5B, byte != 0x5D { stray = at }
      at += 1
    }
    if let stray, making.reading.diagnostics.last?.id != "json.malformed" {
      making.warn(
        "json.stray-text", lines.place(of: stray), "text between the objects of JSON", action: "passed over it",
        hint: "look for a brace too many or too few")
    }
    return at < bytes.count ? at : nil
  }

  /// The papers of an object that only wraps them, at most three objects deep: in a list of one of the usual names,
  /// in the only list of objects that there is, or under names of their own.
  static func envelope(_ value: JSONValue, depth: Int = 0) -> [JSONValue]? {
    guard depth < 3, value.isObject, !isPaper(value) else { return nil }
    for name in ["results", "data", "papers", "items", "works", "records", "references", "entries", "docs", "message"] {
      guard let inner = value[name] else { continue }
      if inner.elements.contains(where: \.isObject) { return inner.elements }
      if let found = envelope(inner, depth: depth + 1) { return found }
    }
    let lists = value.members.map(\.value.elements).filter { $0.contains(where: isPaper) }
    if let list = lists.first, lists.count == 1 { return list }
    let inner = value.members.map(\.value)
    if !inner.isEmpty, inner.allSatisfy(isPaper) { return named(value.members) }
    for member in inner { if let found = envelope(member, depth: depth + 1) { return found } }
    return nil
  }

  private static func isPaper(_ value: JSONValue) -> Bool {
    value[first: "title", "display_name", "paper", "abstract", "text", "summary"] != nil
  }

  /// Papers that have their identifiers for names.
  private static func named(_ members: [JSONValue.Member]) -> [JSONValue] {
    members.map { member in
      let hasID = member.value[first: "id", "_id", "paper_id", "key", "sourceId", "paperId"] != nil
      return hasID ? member.value : .object(member.value.members + [.init(key: "key", value: .string(member.key))])
    }
  }

  /// Where the first list of objects inside a broken object begins.
  private static func listInside(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var at = start + 1
    while at < min(bytes.count, start + 4_096) {
      if bytes[at] == 0x5B {
        var next = at + 1
        while next < bytes.count, bytes[next].isSpace { next += 1 }
        // A list of papers, not the list of authors of the first one.
        if next < bytes.count, bytes[next] == 0x7B, !bytes[start..<at].contains(where: { $0 == 0x5D }),
          firstTitle(bytes, start, at) == nil
        {
          return next
        }
      }
      at += 1
    }
    return nil
  }

  private static func firstTitle(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let title = Array("\"title\"".utf8)
    return (start..<end).first { bytes[$0...].starts(with: title) }
  }

  /// Where the object after a broken one begins, or the end.
  private func recovered(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let place = lines.place(of: start)
    let indent = bytes[start - (place.column - 1)..<start]
    let startsLine = indent.allSatisfy(\.isSpace)
    let signature = Self.signature(bytes, start)
    if startsLine {
      for line in lines.lines[place.line...] {
        let text = bytes[line]
        if text.starts(with: indent), text.dropFirst(indent.count).first == 0x7B {
          return line.lowerBound + indent.count
        }
      }
    }
    guard !signature.isEmpty else { return bytes.count }
    var at = start + 1
    while let found = Octets.find(0x7B, bytes, from: at) {
      if bytes[found...].starts(with: signature) { return found }
      at = found + 1
    }
    return bytes.count
  }

  /// An object's opening brace and first name, as they stand.
  private static func signature(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> [UInt8] {
    var at = start + 1
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    guard at < bytes.count, bytes[at] == 0x22 else { return [] }
    let end = bytes[(at + 1)...].prefix(80).firstIndex(of: 0x22)
    return end.map { Array(bytes[start...$0]) } ?? []
  }
}
