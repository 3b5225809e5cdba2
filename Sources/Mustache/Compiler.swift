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
  private var errors: [Diagnostic] = []
  private var size = 0
  /// Programs being compiled and sections entered within them, outermost first.
  private var path: [Passage] = []

  private struct ProgramKey: Hashable {
    var name: String
    var scope: Scope.Key
  }

  private enum Passage {
    case program(Int)
    /// A section that reads one slot and fills another.
    case descent(from: Int, to: Int)
  }

  init(set: TemplateSet) { self.set = set }

  mutating func template<Model>(_ file: TemplateSet.File, _ shape: Shape) throws(Failure) -> Template<Model> {
    _ = slot(shape)
    _ = program(file, Scope(shapes: [shape]), calledAt: nil)
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

  private mutating func slot(_ shape: Shape) -> Int {
    if let slot = slots[shape.id] { return slot }
    slots[shape.id] = slots.count
    return slots.count - 1
  }

  private mutating func operations(
    _ nodes: [Node], _ source: Source, _ scope: Scope, _ writer: OperationWriter? = nil
  ) -> [Operation] {
    var writer = OperationWriter(source.format, writer)
    add(nodes, source, scope, &writer)
    return writer.finish()
  }

  private mutating func add(_ nodes: [Node], _ source: Source, _ scope: Scope, _ writer: inout OperationWriter) {
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
      case .partial(let name, let indent): addPartial(name, indent, nil, source, scope, &writer)
      case .parent(let name, let indent, let blocks): addPartial(name, indent, blocks, source, scope, &writer)
      case .block(let block): addBlock(block, source, scope, &writer)
      }
    }
  }

  private mutating func addPartial(
    _ name: Name, _ indent: [UInt8], _ blocks: [Block]?, _ source: Source, _ scope: Scope,
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
    if blocks == nil { inner.overrides = [:] }
    for block in blocks ?? [] where inner.overrides[block.name.text] == nil {
      inner.overrides[block.name.text] = Scope.Override(block: block, source: source)
    }
    if !indent.isEmpty { inner.isIndented = true }
    if let index = program(file, inner, calledAt: (source, name)) { writer.add(.call(index, indent: indent)) }
  }

  private mutating func addBlock(
    _ block: Block, _ source: Source, _ scope: Scope, _ writer: inout OperationWriter
  ) {
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

  private mutating func addValue(
    _ name: Name, _ raw: Bool, _ source: Source, _ scope: Scope, _ writer: inout OperationWriter
  ) {
    if name.text == "-index", scope.isInList {
      writer.add(.place)
      return
    }
    guard let (slot, access) = resolve(name, source, scope) else { return }
    switch access {
    case .text(let get):
      if raw, source.format != .plain, set.dialect == .strict {
        report(
          source, "raw-text", name, "\"\(name.text)\" is text and must be escaped",
          "write {{\(name.text)}}; only markup stands in triple braces")
        return
      }
      guard let escape = writer.escape(raw: raw) else {
        report(source, "value-in-code", name, "text cannot be escaped inside of Markdown code")
        return
      }
      writer.add(.text(slot: slot, get, set.dialect == .specification && !raw ? .html : escape))
    case .number(let get): writer.add(.number(slot: slot, get))
    case .markup(let get):
      if raw {
        writer.add(.markup(slot: slot, get))
      } else {
        let hint = "write {{{\(name.text)}}}"
        report(source, "escaped-markup", name, "\"\(name.text)\" is markup and must not be escaped again", hint)
      }
    case .flag, .list, .part:
      report(source, "not-a-value", name, "\"\(name.text)\" is \(access.kind), not a value to show")
    }
  }

  private mutating func addSection(
    _ name: Name, _ inverted: Bool, _ body: [Node], _ source: Source, _ scope: Scope,
    _ writer: inout OperationWriter
  ) {
    if let edge = Self.edges[name.text], scope.isInList {
      writer.add(.atEdge(edge, equals: !inverted, operations(body, source, scope, writer)))
      return
    }
    guard let (slot, access) = resolve(name, source, scope) else {
      // The specification shows the inverted body of an unknown name; errors inside of a body are worth reporting.
      if inverted || set.dialect == .strict { add(body, source, scope, &writer) }
      return
    }
    if inverted {
      writer.add(
        .when(slot: slot, access.isPresent, equals: false, operations(body, source, scope, writer)))
      return
    }
    var inner = scope
    switch access {
    case .flag(let test):
      writer.add(.when(slot: slot, test, equals: true, operations(body, source, scope, writer)))
    case .list(let shape, _, let each):
      inner.isInList = true
      enter(shape(), from: slot, inner) { compiler, item, inner in
        writer.add(.each(slot: slot, each, item: item, compiler.operations(body, source, inner, writer)))
      }
    case .part(let shape, let with):
      enter(shape(), from: slot, inner) { compiler, part, inner in
        writer.add(.with(slot: slot, with, part: part, compiler.operations(body, source, inner, writer)))
      }
    case .text, .number, .markup:
      guard let (shape, with) = access.asPart else { return }
      enter(shape, from: nil, inner) { compiler, part, inner in
        writer.add(.with(slot: slot, with, part: part, compiler.operations(body, source, inner, writer)))
      }
    }
  }

  /// Calls `body` with the slot and the scope inside of `shape`.
  private mutating func enter(
    _ shape: Shape, from outer: Int?, _ scope: Scope, _ body: (inout Compiler, Int, Scope) -> Void
  ) {
    let inner = slot(shape)
    if let outer { path.append(.descent(from: outer, to: inner)) }
    body(&self, inner, scope.entering(shape))
    if outer != nil { path.removeLast() }
  }

  private static let edges: [String: Operation.Edge] = ["-first": .first, "-last": .last]
}

/// Names.
extension Compiler {
  /// The slot to read and the way from there; nil after an error was reported.
  private mutating func resolve(_ name: Name, _ source: Source, _ scope: Scope) -> (slot: Int, access: Access)? {
    let parts =
      name.text == "." ? ["."] : name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let candidates = parts == ["."] ? Array(scope.shapes.prefix(1)) : scope.shapes
    guard let shape = candidates.first(where: { $0.fields[parts[0]] != nil }), var access = shape.fields[parts[0]]
    else {
      let names = scope.shapes.flatMap { $0.fields.keys }
      unknown(
        source, name, parts[0] == "." ? "{{.}} has no meaning here" : "unknown name \"\(parts[0])\"", parts[0], names)
      return nil
    }
    for part in parts.dropFirst() {
      if case .list(_, let count, _) = access, part == "-count" {
        access = .number(count)
        continue
      }
      guard case .part(let inner, let step) = access else {
        unknown(source, name, "\"\(part)\" is no name inside of \(access.kind)", part, [])
        return nil
      }
      let fields = inner().fields
      guard let next = fields[part] else {
        unknown(source, name, "unknown name \"\(part)\" in \"\(name.text)\"", part, Array(fields.keys))
        return nil
      }
      access = next.through(step)
    }
    return (slot(shape), access)
  }

  private mutating func unknown(
    _ source: Source, _ name: Name, _ summary: String, _ word: String, _ names: [String]
  ) {
    if set.dialect == .specification { return }
    let known = Set(names).subtracting(["."]).sorted()
    let list = known.isEmpty ? nil : "known here: \(known.joined(separator: ", "))"
    report(source, "unknown-name", name, summary, Source.didYouMean(word, among: known) ?? list)
  }

  private mutating func report(
    _ source: Source, _ id: String, _ name: Name, _ summary: String, _ hint: String? = nil
  ) {
    let error = source.error(id, at: name.offset, summary, hint: hint)
    if !errors.contains(error) { errors.append(error) }
  }
}
