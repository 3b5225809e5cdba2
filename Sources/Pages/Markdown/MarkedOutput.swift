import CCmarkGFM
import Glibc
import TeX
import Text

/// Prints a document and puts HTML in the place of the marks.
struct MarkedOutput {
  private let html: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []
  private var isInTag = false
  /// Elements around the place reached.
  private var depth = 0
  /// Elements opened by marks that wait for their end, each with the depth at which it stands.
  private var open: [(mark: MarkdownMark, depth: Int)] = []

  /// The HTML of `document`, without white space at its ends.
  static func html(of document: MarkdownNode) -> Markup {
    guard document.first != nil, let text = cmark_render_html(document.pointer, CMARK_OPT_DEFAULT, nil) else {
      return Markup()
    }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    var printed = UnsafeRawBufferPointer(start: text, count: strlen(text))[...]
    while let last = printed.last, isSpace(last) { printed.removeLast() }
    while let first = printed.first, isSpace(first) { printed.removeFirst() }
    return UnsafeRawBufferPointer(rebasing: printed).withMemoryRebound(to: UInt8.self) { bytes in
      var writer = MarkedOutput(html: bytes)
      writer.run()
      return Markup(bytes: writer.output)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private init(html: UnsafeBufferPointer<UInt8>) {
    self.html = html
    output.reserveCapacity(html.count + html.count / 8)
  }

  private mutating func run() {
    var start = 0
    var at = 0
    while at < html.count {
      switch html[at] {
      case 0x3C:
        isInTag = true
        if closesElement(at), open.last?.depth == depth {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<at]))
          start = at
          closeMarks(at: depth)
        }
        depth += depthChange(at)
        if let alignment = alignment(at) {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<(at + 4)]))
          output += alignment.html
          at += alignment.length
          start = at
        } else {
          at += 1
        }
      case 0x3E:
        isInTag = false
        at += 1
      case 0xEF:
        guard let mark = MarkdownMark(html, at) else {
          at += 1
          continue
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<at]))
        at += 3
        write(mark, &at)
        start = at
      default: at += 1
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<at]))
    closeMarks(at: depth)
  }

  /// Writes what `mark` stands for; `at` is behind it.
  private mutating func write(_ mark: MarkdownMark, _ at: inout Int) {
    switch mark {
    case .mathStart:
      let tex = String(decoding: MarkdownMark.tex(html, &at), as: UTF8.self)
      if isInTag {
        HTMLEscaping.append(MathText.plain(tex), to: &output)
      } else {
        output += MathML.render(tex).bytes
      }
    case .attributesStart: output.append(0x7B)
    case .attributesEnd: output.append(0x7D)
    case _ where isInTag: if mark == .spanStart { _ = attributes(&at, until: .spanOpened) }
    case .markStart:
      output += Array("<mark>".utf8)
      open.append((.markStart, depth))
    case .spanStart:
      let attributes = attributes(&at, until: .spanOpened)
      output += Array("<span\(attributes?.html() ?? "")>".utf8)
      open.append((.spanStart, depth))
    case .markEnd: close(.markStart)
    case .spanEnd: close(.spanStart)
    case .table:
      let attributes = attributes(&at, until: .table)
      while at < html.count, Self.isSpace(html[at]) { at += 1 }
      if html[at...].starts(with: "<table>".utf8) {
        output += Array("<table\(attributes?.html() ?? "")>".utf8)
        at += "<table>".utf8.count
      }
    case .mathEnd, .spanOpened: break
    }
  }

  /// Closes the element if it is the one opened last; one across the bounds of another ends with that.
  private mutating func close(_ mark: MarkdownMark) {
    guard let last = open.last, last.mark == mark, last.depth == depth else { return }
    open.removeLast()
    output += Self.closing(mark)
  }

  /// Closes what marks opened within the element that ends here.
  private mutating func closeMarks(at depth: Int) {
    while let last = open.last, last.depth >= depth {
      output += Self.closing(last.mark)
      open.removeLast()
    }
  }

  private func closesElement(_ at: Int) -> Bool { at + 1 < html.count && html[at + 1] == 0x2F }

  /// How the tag at `at` changes the depth; elements without content end in `/>`.
  private func depthChange(_ at: Int) -> Int {
    if closesElement(at) { return -1 }
    guard let end = html[at...].firstIndex(of: 0x3E) else { return 0 }
    return html[end - 1] == 0x2F ? 0 : 1
  }

  private static func closing(_ mark: MarkdownMark) -> [UInt8] {
    Array((mark == .markStart ? "</mark>" : "</span>").utf8)
  }

  /// Reads attributes up to `end` and moves behind it.
  private func attributes(_ at: inout Int, until end: MarkdownMark) -> MarkdownAttributes? {
    let start = at
    while at < html.count, MarkdownMark(html, at) != end { at += 1 }
    let attributes = MarkdownAttributes(html[start..<at])
    at = min(at + 3, html.count)
    return attributes
  }

  /// A cell's ` align="right"` at `at`, for which the design has classes.
  private func alignment(_ at: Int) -> (length: Int, html: [UInt8])? {
    guard at + 4 < html.count, html[at + 1] == 0x74, html[at + 2] == 0x64 || html[at + 2] == 0x68, html[at + 3] == 0x20
    else { return nil }
    for (name, html) in Self.alignments where self.html[(at + 4)...].starts(with: name) {
      return (4 + name.count, html)
    }
    return nil
  }

  private static let alignments = [
    ("align=\"right\"", "class=\"r\""), ("align=\"center\"", "class=\"c\""), ("align=\"left\"", "class=\"l\""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
