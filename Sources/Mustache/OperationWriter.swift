/// Collects the operations of one body: joins literals and knows how a value must be escaped at the place reached.
struct OperationWriter {
  private let format: Format
  private var operations: [Operation] = []
  private var literal: [UInt8] = []
  /// The template's own text just before the place reached.
  private var recent: [UInt8]
  private var place: MarkdownPlace

  /// Starts at the place that `outer` has reached.
  init(_ format: Format, _ outer: OperationWriter?) {
    self.format = format
    recent = outer?.recent ?? []
    place = outer?.place ?? MarkdownPlace()
  }

  mutating func add(literal bytes: [UInt8]) {
    literal += bytes
    recent = Array((recent + bytes).suffix(8))
    if format == .markdown { for byte in bytes { place.advance(byte) } }
  }

  mutating func add(_ operation: Operation) {
    flush()
    operations.append(operation)
    recent = []
    place.passValue()
  }

  mutating func finish() -> [Operation] {
    flush()
    return operations
  }

  /// How text is written at the place reached; nil where nothing can make it safe.
  mutating func escape(raw: Bool) -> Escape? {
    if raw { return Escape.none }
    switch format {
    case .plain: return Escape.none
    case .html: return Self.addresses.contains { recent.suffix($0.count) == $0 } ? .htmlAddress : .html
    case .markdown:
      place.passValue()
      switch place.kind {
      case .text: return .markdown
      case .address: return .markdownAddress
      case .code: return nil
      }
    }
  }

  /// Attributes whose value is an address.
  private static let addresses = ["href=\"", "src=\"", "action=\""].map { Array($0.utf8)[...] }

  private mutating func flush() {
    if !literal.isEmpty { operations.append(.literal(literal)) }
    literal = []
  }
}
