import Diagnostics

/// Turns trees into operations, with every name resolved.
///
/// A partial becomes a program of its own, compiled once for each scope in which it is used; that is what lets a
/// partial call itself for nested data.
struct Compiler {
  /// Partials inside partials inside …
  private static let depthLimit = 64
  /// Nodes that one template may compile to, partials and all.
  private static let sizeLimit = 200_000
  private static let errorLimit = 20

  let set: TemplateSet
  private var programs: [[Operation]] = []
  private var known: [ProgramKey: Int] = [:]
  private var slots: [Shape.ID: Int] = [:]
  var errors: [Diagnostic] = []
  private var size = 0
  /// Contents offered for blocks, and the names of the blocks met.
  private var offers: [(source: Source, name: Name)] = []
  private var blocks: Set<String> = []
  /// Programs being compiled and sections entered within them, outermost first.
  var path: [Passage] = []

  private struct ProgramKey: Hashable {
    var name: String
    var scope: Scope.Key
  }

  enum Passage {
    case program(Int)
    /// A section that reads one slot and fills another.
    case descent(from: Int, to: Int)
  }

  init(set: TemplateSet) { self.set = set }

  mutating func template<Model>(_ file: TemplateSet.File, _ shape: Shape) throws(Failure) -> Template<Model> {
    _ = slot(shape)
    _ = program(file, Scope(shapes: [shape]), calledAt: nil)
    reportUnknownBlocks()
    guard errors.isEmpty else { throw Failure(errors) }
    return Template(programs: programs, slots: slots.count)
  }
}

extension Compiler {
  /// The program of `file` in `scope`, compiled now unless it is known.
  private mutating func program(
    _ file: TemplateSet.File, _ scope: Scope, calledAt call: (source: Source, name: Name)?
  ) -> Int? {
    let key = ProgramKey(name: file.source.name, scope: scope.key)
    if let known = known[key] {
      if let call, isEndless(known) {
        report(call.source, "endless-recursion", call.name, "\"\(call.name.text)\" includes itself without end")
        return nil
      }
      return known
    }
    if let call, openPrograms >= Self.depthLimit {
      report(call.source, "too-deep", call.name, "more than \(Self.depthLimit) partials inside each other")
      return nil
    }
    let index = programs.count
    programs.append([])
    known[key] = index
    path.append(.program(index))
    programs[index] = operations(file.nodes, file.source, scope)
    path.removeLast()
    return index
  }

  private var openPrograms: Int { path.count { if case .program = $0 { true } else { false } } }

  /// Whether the open program `index` would come to itself again with nothing used up on the way: no section
  /// since reads a value out of one that the way itself has entered.
  private func isEndless(_ index: Int) -> Bool {
    let start = path.lastIndex { if case .program(index) = $0 { true } else { false } }
    guard let start else { return false }
    var read: Set<Int> = []
    var filled: Set<Int> = []
    for case .descent(let from, let to) in path[start...] {
      read.insert(from)
      filled.insert(to)
    }
    return read.isDisjoint(with: filled)
  }

  mutating func slot(_ shape: Shape) -> Int {
    if let slot = slots[shape.id] { return slot }
    slots[shape.id] = slots.count
    return slots.count - 1
  }

  mutating func operations(
    _ nodes: [Node], _ source: Source, _ scope: Scope, _ writer: OperationWriter? = nil
  ) -> [Operation] {
    var writer = OperationWriter(source.format, writer)
    add(nodes, source, scope, &writer)
    return writer.finish()
  }

  mutating func add(_ nodes: [Node], _ source: Source, _ scope: Scope, _ writer: inout OperationWriter) {
    for node in nodes {
      size += 1
      guard size < Self.sizeLimit, errors.count < Self.errorLimit else {
        if size == Self.sizeLimit {
          let start = Name(text: "", offset: 0)
          report(source, "too-large", start, "the template grows beyond \(Self.sizeLimit) parts")
        }
        return
      }
      switch node {
      case .lineStart: if scope.isIndented { writer.add(.indent) }
      case .text(let bytes): writer.add(literal: bytes)
      case .value(let name, let raw): addValue(name, raw, source, scope, &writer)
      case .section(let name, let inverted, let body):
        addSection(name, inverted, body, source, scope, &writer)
      case .partial(let name, let indent): addPartial(name, indent, [], source, scope, &writer)
      case .parent(let name, let indent, let blocks): addPartial(name, indent, blocks, source, scope, &writer)
      case .block(let block): addBlock(block, source, scope, &writer)
      }
    }
  }

  private mutating func addPartial(
    _ name: Name, _ indent: [UInt8], _ blocks: [Block], _ source: Source, _ scope: Scope,
    _ writer: inout OperationWriter
  ) {
    guard let file = set.file(name.text, from: source) else {
      if set.dialect == .strict {
        let hint = Source.didYouMean(name.text, among: set.partialNames(for: source))
        report(source, "missing-partial", name, "there is no partial \"\(name.text)\"", hint)
      }
      return
    }
    var inner = scope
    for block in blocks {
      offers.append((source, block.name))
      if inner.overrides[block.name.text] == nil {
        inner.overrides[block.name.text] = Scope.Override(block: block, source: source)
      }
    }
    if !indent.isEmpty { inner.isIndented = true }
    if let index = program(file, inner, calledAt: (source, name)) { writer.add(.call(index, indent: indent)) }
  }

  private mutating func addBlock(
    _ block: Block, _ source: Source, _ scope: Scope, _ writer: inout OperationWriter
  ) {
    blocks.insert(block.name.text)
    guard let override = scope.overrides[block.name.text] else {
      if block.startsLine, !block.opensLines {
        if scope.isIndented { writer.add(.indent) }
        writer.add(literal: block.indent)
      }
      add(block.content, source, scope, &writer)
      return
    }
    var inner = scope
    inner.overrides[block.name.text] = nil
    var content = override.block.content
    if case .lineStart = content.first { content.removeFirst() }
    if block.startsLine { content.insert(.lineStart, at: 0) }
    if block.indent.isEmpty {
      add(content, override.source, inner, &writer)
      return
    }
    inner.isIndented = true
    let index = programs.count
    programs.append([])
    programs[index] = operations(content, override.source, inner)
    writer.add(.call(index, indent: block.indent))
  }

  /// A content for a block that no template around has is a mistake.
  private mutating func reportUnknownBlocks() {
    for offer in offers where set.dialect == .strict && !blocks.contains(offer.name.text) {
      report(
        offer.source, "unknown-block", offer.name, "there is no block \"\(offer.name.text)\" to fill",
        Source.didYouMean(offer.name.text, among: blocks))
    }
  }
}
