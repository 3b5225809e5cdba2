/// The state of a template at work.
struct Rendering {
  /// Programs inside programs that a page may hold; data nested deeper are cut off there.
  static let depthLimit = 200

  let programs: [[Operation]]
  var output: [UInt8]
  private var frames: [Frame?]
  private var indentation: [UInt8] = []
  private var index = 0
  private var count = 0
  private var depth = 0

  init(programs: [[Operation]], slots: Int, model: Frame, output: consuming [UInt8]) {
    self.programs = programs
    self.output = output
    frames = Array(repeating: nil, count: slots)
    frames[0] = model
  }

  mutating func run(_ operations: [Operation]) {
    for operation in operations { run(operation) }
  }

  @inline(__always)
  private mutating func run(_ operation: Operation) {
    switch operation {
    case .literal(let bytes): output.append(contentsOf: bytes)
    case .indent: output.append(contentsOf: indentation)
    case .text(let slot, let get, let escape):
      if let frame = frames[slot] { escape.append(get(frame), to: &output) }
    case .number(let slot, let get):
      if let frame = frames[slot] { append(get(frame)) }
    case .markup(let slot, let get):
      if let frame = frames[slot] { output.append(contentsOf: get(frame).bytes) }
    case .when(let slot, let test, let expected, let body):
      if let frame = frames[slot], test(frame) == expected { run(body) }
    case .each(let slot, let each, let item, let body): runEach(slot, each, item, body)
    case .with(let slot, let with, let part, let body): runWith(slot, with, part, body)
    case .call(let program, let indent): call(program, indent)
    case .atEdge(let edge, let expected, let body):
      if (edge == .first ? index == 0 : index == count - 1) == expected { run(body) }
    case .place: append(index + 1)
    }
  }

  private mutating func runEach(
    _ slot: Int, _ each: (Frame, (Frame, Int, Int) -> Void) -> Void, _ item: Int, _ body: [Operation]
  ) {
    guard let frame = frames[slot] else { return }
    let outer = (frames[item], index, count)
    each(frame) { value, index, count in
      frames[item] = value
      self.index = index
      self.count = count
      run(body)
    }
    (frames[item], index, count) = outer
  }

  private mutating func runWith(_ slot: Int, _ with: Access.Step, _ part: Int, _ body: [Operation]) {
    guard let frame = frames[slot] else { return }
    let outer = frames[part]
    _ = with(frame) { value in
      frames[part] = value
      run(body)
    }
    frames[part] = outer
  }

  private mutating func call(_ program: Int, _ indent: [UInt8]) {
    if depth == Self.depthLimit { return }
    depth += 1
    indentation += indent
    run(programs[program])
    indentation.removeLast(indent.count)
    depth -= 1
  }

  private mutating func append(_ number: Int) {
    if number >= 0, number < 10 {
      output.append(0x30 + UInt8(number))
    } else {
      output.append(contentsOf: String(number).utf8)
    }
  }
}
