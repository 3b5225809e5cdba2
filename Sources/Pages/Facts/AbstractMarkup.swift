import Papers
import Text

/// Writes the running text of a paper as Markdown: escaped, addresses linked, one sentence marked.
struct AbstractMarkup {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []

  /// The abstract with its contribution marked and its addresses as links.
  static func abstract(_ text: String, contribution: Range<Int>?, links: [Link]) -> Markup {
    var copy = text
    return copy.withUTF8 { bytes in
      var writer = AbstractMarkup(bytes: bytes)
      writer.output.reserveCapacity(bytes.count + bytes.count / 8 + 64)
      writer.write(contribution.flatMap { $0.upperBound <= bytes.count && !$0.isEmpty ? $0 : nil }, links)
      return Markup(bytes: writer.output)
    }
  }

  /// A title, escaped, its formulas without dollar signs.
  static func title(_ text: String) -> Markup { Markup(markdown: PlainText.of(text)) }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
}

extension AbstractMarkup {
  private mutating func write(_ contribution: Range<Int>?, _ links: [Link]) {
    guard let contribution else { return write(0..<bytes.count, links) }
    write(0..<contribution.lowerBound, links)
    output += MarkdownMark.markStart.bytes
    write(contribution, links)
    output += MarkdownMark.markEnd.bytes
    write(contribution.upperBound..<bytes.count, links)
  }

  /// The text of `range`; an address that lies only partly in it stays text.
  private mutating func write(_ range: Range<Int>, _ links: [Link]) {
    var from = range.lowerBound
    for link in links where link.range.lowerBound >= from && link.range.upperBound <= range.upperBound {
      escape(from..<link.range.lowerBound)
      output.append(0x5B)
      escape(link.range)
      output += Array("](".utf8)
      LinkEscaping.appendMarkdown(link.url, to: &output)
      output.append(0x29)
      from = link.range.upperBound
    }
    escape(from..<range.upperBound)
  }

  private mutating func escape(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    MarkdownEscaping.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &output)
  }
}
