/// Values and sections.
extension Compiler {
  mutating func addValue(
    _ name: Name, _ raw: Bool, _ source: Source, _ scope: Scope, _ writer: inout OperationWriter
  ) {
    if name.text == "-index", scope.isInList {
      writer.add(.place)
      return
    }
    guard let (slot, access) = resolve(name, source, scope) else { return }
    switch access {
    case .text, .storedText, .storedOptionalText, .prepared, .storedPrepared, .link, .storedLink:
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
      writer.add(.value(slot: slot, access, set.dialect == .specification && !raw ? .html : escape))
    case .number: writer.add(.value(slot: slot, access, .none))
    case .markup, .storedMarkup:
      if raw {
        writer.add(.value(slot: slot, access, .none))
      } else {
        let hint = "write {{{\(name.text)}}}"
        report(source, "escaped-markup", name, "\"\(name.text)\" is markup and must not be escaped again", hint)
      }
    case .flag, .storedFlag, .list, .part:
      report(source, "not-a-value", name, "\"\(name.text)\" is \(access.kind), not a value to show")
    }
  }

  mutating func addSection(
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
        .when(slot: slot, access, equals: false, operations(body, source, scope, writer)))
      return
    }
    var inner = scope
    switch access {
    case .flag, .storedFlag:
      writer.add(.when(slot: slot, access, equals: true, operations(body, source, scope, writer)))
    case .list(let shape, let items):
      inner.isInList = true
      enter(shape(), from: slot, inner) { compiler, item, inner in
        writer.add(.each(slot: slot, items, item: item, compiler.operations(body, source, inner, writer)))
      }
    case .part(let shape, let with):
      enter(shape(), from: slot, inner) { compiler, part, inner in
        writer.add(.with(slot: slot, with, part: part, compiler.operations(body, source, inner, writer)))
      }
    default:
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
