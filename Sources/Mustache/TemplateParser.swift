import Diagnostics

/// Builds the tree of a template from its lines of tokens.
///
/// White space follows the Mustache specification: a tag alone on a line takes the line with it, and the white space
/// before it indents what a partial, parent or block puts there.
struct TemplateParser {
  /// Sections inside sections inside …; deeper ones are an error.
  private static let depthLimit = 100

  /// A tag that waits for its close.
  private struct Opening {
    var tag: Tag
    var nodes: [Node] = []
    var indent: [UInt8] = []
    var startsLine = false
    var opensLines = false
  }

  private let source: Source
  private var openings: [Opening]

  static func nodes(of source: Source) throws(Diagnostic) -> [Node] {
    var parser = TemplateParser(source: source)
    for line in try TagScanner.lines(of: source) { try parser.add(line: line) }
    return try parser.finish()
  }

  private init(source: Source) {
    self.source = source
    openings = [Opening(tag: Tag(kind: .silent, name: "", start: 0, end: 0))]
  }
}

extension TemplateParser {
  private mutating func add(line: [Token]) throws(Diagnostic) {
    let standsAlone = standsAlone(line)
    var pending = Self.leadingSpace(line, source)
    let firstTag = line.lazy.compactMap { if case .tag(let tag) = $0 { tag } else { nil } }.first
    let startsWithBlock = firstTag?.kind == .block && (pending.isEmpty ? Self.isTag(line.first) : true)
    if !standsAlone, !startsWithBlock {
      if !isBlank(line) { append(.lineStart) }
      pending = []
    }
    var isFirst = true
    for (index, token) in line.enumerated() {
      switch token {
      case .text(let range):
        if standsAlone || (index == 0 && startsWithBlock) { continue }
        append(.text(Array(source.bytes[range])))
      case .tag(let tag):
        let indent = isFirst ? pending : []
        try add(tag, indent: indent, startsLine: isFirst && startsWithBlock, opensLines: endsLine(line, index))
        isFirst = false
      }
    }
  }

  private mutating func add(
    _ tag: Tag, indent: [UInt8], startsLine: Bool, opensLines: Bool
  ) throws(Diagnostic) {
    let name = Name(text: tag.name, offset: tag.start)
    switch tag.kind {
    case .silent: break
    case .value: append(.value(name, raw: false))
    case .raw: append(.value(name, raw: true))
    case .partial: append(.partial(name, indent: indent))
    case .section, .inverted, .parent, .block:
      if openings.count > Self.depthLimit {
        throw source.error("too-deep", at: tag.start, "more than \(Self.depthLimit) sections inside each other")
      }
      let opening = Opening(tag: tag, indent: indent, startsLine: startsLine, opensLines: opensLines)
      openings.append(opening)
    case .close: try close(tag)
    }
  }

  private mutating func close(_ tag: Tag) throws(Diagnostic) {
    guard openings.count > 1, let opening = openings.popLast() else {
      throw source.error("unexpected-close", at: tag.start, "{{/\(tag.name)}} closes nothing")
    }
    guard opening.tag.name == tag.name else {
      throw source.error(
        "unexpected-close", at: tag.start,
        "{{/\(tag.name)}} stands where {{/\(opening.tag.name)}} was expected",
        hint: "{{\(Self.sigil(opening.tag.kind))\(opening.tag.name)}} opened on line "
          + "\(source.position(opening.tag.start).line)")
    }
    let name = Name(text: tag.name, offset: opening.tag.start)
    switch opening.tag.kind {
    case .section: append(.section(name, inverted: false, opening.nodes))
    case .inverted: append(.section(name, inverted: true, opening.nodes))
    case .parent: append(.parent(name, indent: opening.indent, Self.blocks(opening.nodes)))
    default:
      append(
        .block(
          Block(
            name: name, content: opening.nodes, startsLine: opening.startsLine, opensLines: opening.opensLines,
            indent: opening.opensLines ? spaceBelow(opening.tag.end) : opening.indent)))
    }
  }

  private func finish() throws(Diagnostic) -> [Node] {
    if openings.count > 1, let opening = openings.last {
      throw source.error(
        "unclosed-section", at: opening.tag.start,
        "{{\(Self.sigil(opening.tag.kind))\(opening.tag.name)}} is never closed")
    }
    return openings[0].nodes
  }

  private mutating func append(_ node: Node) { openings[openings.count - 1].nodes.append(node) }

  /// What a parent takes of its content: the blocks, their lines free of the indentation that they share.
  private static func blocks(_ nodes: [Node]) -> [Block] {
    nodes.compactMap { node in
      guard case .block(var block) = node else { return nil }
      if block.opensLines { block.content = block.content.dedented(block.indent.count) }
      return block
    }
  }

  private static func sigil(_ kind: Tag.Kind) -> String {
    switch kind {
    case .section: "#"
    case .inverted: "^"
    case .parent: "<"
    case .block: "$"
    default: ""
    }
  }
}

/// White space around tags.
extension TemplateParser {
  /// Whether the line holds nothing but white space and one tag that may stand alone, or only tags of inheritance.
  private func standsAlone(_ line: [Token]) -> Bool {
    var tags: [Tag] = []
    for token in line {
      switch token {
      case .text(let range): if !isSpace(range) { return false }
      case .tag(let tag): tags.append(tag)
      }
    }
    if tags.count == 1 { return tags[0].mayStandAlone }
    return !tags.isEmpty && isInheritance(tags)
  }

  /// Whether all tags open or close parents and blocks, and the last one is not the close of a block of this line.
  private func isInheritance(_ tags: [Tag]) -> Bool {
    var open = openings.map { (kind: $0.tag.kind, isHere: false) }
    var endsBlockOfLine = false
    for tag in tags {
      endsBlockOfLine = false
      switch tag.kind {
      case .parent, .block: open.append((tag.kind, true))
      case .close:
        guard let last = open.popLast(), last.kind == .parent || last.kind == .block else { return false }
        endsBlockOfLine = last.kind == .block && last.isHere
      default: return false
      }
    }
    return !endsBlockOfLine
  }

  private func isBlank(_ line: [Token]) -> Bool {
    line.allSatisfy { if case .text(let range) = $0 { isSpace(range) } else { false } }
  }

  private func endsLine(_ line: [Token], _ index: Int) -> Bool {
    line.dropFirst(index + 1).allSatisfy { if case .text(let range) = $0 { isSpace(range) } else { false } }
  }

  private func isSpace(_ range: Range<Int>) -> Bool {
    source.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  /// White space at the start of the line that follows the one on which `offset` lies.
  private func spaceBelow(_ offset: Int) -> [UInt8] {
    let rest = source.bytes[offset...].drop { $0 != 0x0A }.dropFirst()
    return Array(rest.prefix { $0 == 0x20 || $0 == 0x09 })
  }

  /// White space before the first tag of the line, if nothing else stands there.
  private static func leadingSpace(_ line: [Token], _ source: Source) -> [UInt8] {
    guard line.count > 1, case .text(let range) = line[0], case .tag = line[1] else { return [] }
    let bytes = source.bytes[range]
    return bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? Array(bytes) : []
  }

  private static func isTag(_ token: Token?) -> Bool {
    if case .tag = token { true } else { false }
  }
}
