/// A template as its parser understood it.
indirect enum Node: Sendable {
  /// A line begins that holds more than its end: the place for the indentation of a partial.
  case lineStart
  case text([UInt8])
  case value(Name, raw: Bool)
  case section(Name, inverted: Bool, [Node])
  case partial(Name, indent: [UInt8])
  case block(Block)
  case parent(Name, indent: [UInt8], [Block])
}

/// A name in a template and where it stands.
struct Name: Sendable {
  var text: String
  var offset: Int
}

/// A part of a template that a template built upon it may replace: `{{$name}}…{{/name}}`.
struct Block: Sendable {
  var name: Name
  var content: [Node]
  /// Whether it is the first thing on its line.
  var startsLine: Bool
  /// Whether its opening tag is the last thing on its line.
  var opensLines: Bool
  /// White space that its lines stand behind.
  var indent: [UInt8]
}

extension [Node] {
  /// The nodes with up to `width` bytes of white space fewer at the start of each line.
  func dedented(_ width: Int) -> [Node] {
    if width == 0 { return self }
    var result: [Node] = []
    var isLineStart = false
    for node in self {
      switch node {
      case .lineStart: result.append(node)
      case .text(let bytes): result.append(.text(isLineStart ? bytes.dedented(width) : bytes))
      case .value: result.append(node)
      case .section(let name, let inverted, let body):
        result.append(.section(name, inverted: inverted, body.dedented(width)))
      case .partial(let name, let indent): result.append(.partial(name, indent: indent.dedented(width)))
      case .block(var block):
        block.content = block.content.dedented(width)
        block.indent = block.indent.dedented(width)
        result.append(.block(block))
      case .parent(let name, let indent, let blocks):
        result.append(.parent(name, indent: indent.dedented(width), blocks))
      }
      if case .lineStart = node { isLineStart = true } else { isLineStart = false }
    }
    return result
  }
}

extension [UInt8] {
  /// The bytes without the first `width` of them, as far as they are white space.
  fileprivate func dedented(_ width: Int) -> [UInt8] {
    Array(dropFirst(prefix(width).prefix { $0 == 0x20 || $0 == 0x09 }.count))
  }
}
