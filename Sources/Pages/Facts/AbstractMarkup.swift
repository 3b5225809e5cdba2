import Papers
import TeX
import Text

/// Writes the running text of a paper as Markdown: escaped, formulas kept, addresses linked, one sentence marked.
struct AbstractMarkup {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []

  /// A stretch of the text that is not to be escaped as it stands.
  private struct Inset {
    enum Kind { case link(url: String), formula(Range<Int>) }
    var range: Range<Int>
    var kind: Kind
  }

  /// The abstract with its contribution marked and its addresses as links.
  static func abstract(_ text: String, contribution: Range<Int>?, links: [Link]) -> Markup {
    let formulas = TeX.formulas(in: text).map { Inset(range: $0.range, kind: .formula($0.content)) }
    let addresses = links.map { Inset(range: $0.range, kind: .link(url: $0.url)) }
    let insets = (formulas + addresses).sorted { $0.range.lowerBound < $1.range.lowerBound }
    var copy = text
    return copy.withUTF8 { bytes in
      var writer = AbstractMarkup(bytes: bytes)
      writer.output.reserveCapacity(bytes.count + bytes.count / 8 + 64)
      writer.write(contribution.flatMap { $0.upperBound <= bytes.count && !$0.isEmpty ? $0 : nil }, insets)
      return Markup(bytes: writer.output)
    }
  }

  /// A title with its formulas.
  static func title(_ text: String) -> Markup { abstract(text, contribution: nil, links: []) }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
}

extension AbstractMarkup {
  private mutating func write(_ contribution: Range<Int>?, _ insets: [Inset]) {
    guard let contribution else { return write(0..<bytes.count, insets) }
    write(0..<contribution.lowerBound, insets)
    output += MarkdownMark.markStart.bytes
    write(contribution, insets)
    output += MarkdownMark.markEnd.bytes
    write(contribution.upperBound..<bytes.count, insets)
  }

  /// The text of `range`; an inset that lies only partly in it stays text.
  private mutating func write(_ range: Range<Int>, _ insets: [Inset]) {
    var from = range.lowerBound
    for inset in insets where inset.range.lowerBound >= from && inset.range.upperBound <= range.upperBound {
      escape(from..<inset.range.lowerBound)
      switch inset.kind {
      case .link(let url): link(inset.range, url)
      case .formula(let content): MarkdownMark.appendMath(bytes[content], to: &output)
      }
      from = inset.range.upperBound
    }
    escape(from..<range.upperBound)
  }

  private mutating func link(_ range: Range<Int>, _ url: String) {
    output.append(0x5B)
    escape(range)
    output += Array("](".utf8)
    LinkEscaping.appendMarkdown(url, to: &output)
    output.append(0x29)
  }

  private mutating func escape(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    MarkdownEscaping.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &output)
  }
}
