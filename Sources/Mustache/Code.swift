import Text

/// A compiled template as a machine runs it: flat steps, and beside them the closures that they name by number.
struct Code: Sendable {
  private(set) var steps: [Step] = []
  private(set) var literals: [UInt8] = []
  private(set) var indents: [[UInt8]] = []
  /// First step of each program and the step behind its last.
  private(set) var programs: [Range<Int>] = []
  private(set) var texts: [@Sendable (Frame) -> String] = []
  private(set) var prepared: [@Sendable (Frame) -> PreparedText] = []
  private(set) var links: [@Sendable (Frame) -> PreparedLink] = []
  private(set) var numbers: [@Sendable (Frame) -> Int] = []
  private(set) var markups: [@Sendable (Frame) -> Markup] = []
  private(set) var tests: [@Sendable (Frame) -> Bool] = []
  private(set) var lists: [Access.Items] = []
  private(set) var parts: [Access.Step] = []

  init(_ programs: [[Operation]]) {
    for program in programs {
      let start = steps.count
      add(program)
      self.programs.append(start..<steps.count)
    }
  }

  private mutating func add(_ operations: [Operation]) {
    for operation in operations { add(operation) }
  }

  private mutating func add(_ operation: Operation) {
    switch operation {
    case .literal(let bytes):
      steps.append(Step(code: .literal, at: literals.count, more: bytes.count))
      literals += bytes
    case .indent: steps.append(Step(code: .indent))
    case .place: steps.append(Step(code: .place))
    case .call(let program, let indent):
      steps.append(Step(code: .call, at: program, more: indents.count))
      indents.append(indent)
    case .value(let slot, let access, let escape):
      var step = value(access)
      step.slot = Int32(slot)
      step.escape = escape
      steps.append(step)
    case .when(let slot, let access, let expected, let body):
      var step = Step(code: .when, expected: expected, slot: Int32(slot))
      if case .storedFlag(let place) = access {
        step.code = .whenFlag
        step.at = place
      } else {
        step.at = Self.number(access.isPresent, in: &tests)
      }
      section(step, body)
    case .each(let slot, let items, let item, let body):
      section(Step(code: .each, slot: Int32(slot), at: Self.number(items, in: &lists), more: item), body)
    case .with(let slot, let way, let part, let body):
      if case .stored(let offset) = way {
        section(Step(code: .withStored, slot: Int32(slot), at: offset, more: part), body)
      } else {
        section(Step(code: .with, slot: Int32(slot), at: Self.number(way, in: &parts), more: part), body)
      }
    case .atEdge(let edge, let expected, let body):
      section(Step(code: edge == .first ? .atFirst : .atLast, expected: expected), body)
    }
  }

  private mutating func section(_ step: Step, _ body: [Operation]) {
    let index = steps.count
    steps.append(step)
    add(body)
    steps[index].end = steps.count
  }

  private mutating func value(_ access: Access) -> Step {
    switch access {
    case .text(let get): Step(code: .text, at: Self.number(get, in: &texts))
    case .storedText(let place): Step(code: .storedText, at: place)
    case .storedOptionalText(let place): Step(code: .storedOptionalText, at: place)
    case .prepared(let get): Step(code: .prepared, at: Self.number(get, in: &prepared))
    case .storedPrepared(let place): Step(code: .storedPrepared, at: place)
    case .link(let get): Step(code: .link, at: Self.number(get, in: &links))
    case .storedLink(let place): Step(code: .storedLink, at: place)
    case .number(let get): Step(code: .number, at: Self.number(get, in: &numbers))
    case .markup(let get): Step(code: .markup, at: Self.number(get, in: &markups))
    case .storedMarkup(let place): Step(code: .storedMarkup, at: place)
    // The compiler has refused what is no value.
    case .flag, .storedFlag, .list, .part: Step(code: .literal)
    }
  }

  private static func number<Value>(_ value: Value, in list: inout [Value]) -> Int {
    list.append(value)
    return list.count - 1
  }
}

/// Compiled code that any number of renderings share: one reference, whatever it holds.
final class Program: Sendable {
  let code: Code

  init(_ code: Code) { self.code = code }
}
