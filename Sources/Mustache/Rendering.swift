import Text

/// The state of a template at work.
struct Rendering {
  /// Programs inside programs that a page may hold; data nested deeper are cut off there.
  static let depthLimit = 200

  var output: [UInt8]
  private let program: Program
  private let steps: UnsafeBufferPointer<Step>
  private let literals: UnsafeBufferPointer<UInt8>
  private let texts: UnsafeBufferPointer<UInt8>
  private var frames: [Frame]
  private var indentation: [UInt8] = []
  private var index = 0
  private var count = 0
  private var depth = 0

  /// Appends what `program` makes of `model` to `output`.
  static func run(_ program: Program, slots: Int, model: Frame, texts: PreparedTexts, output: inout [UInt8]) {
    var taken: [UInt8] = []
    swap(&taken, &output)
    output = program.code.steps.withUnsafeBufferPointer { steps in
      program.code.literals.withUnsafeBufferPointer { literals in
        texts.bytes.withUnsafeBufferPointer { texts in
          var rendering = Rendering(
            output: taken, program: program, steps: steps, literals: literals, texts: texts,
            frames: Array(repeating: model, count: slots))
          taken = []
          rendering.run(program.code.programs[0])
          return rendering.output
        }
      }
    }
  }
}

extension Rendering {
  private mutating func run(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let step = steps[at]
      at += 1
      switch step.code {
      case .literal: output.append(contentsOf: UnsafeBufferPointer(rebasing: literals[step.at..<step.at + step.more]))
      case .indent: output.append(contentsOf: indentation)
      case .place: append(index + 1)
      case .call: call(step)
      case .text: step.escape.append(program.code.texts[step.at](frame(step)), to: &output)
      case .storedText: step.escape.append(stored(step) as String, to: &output)
      case .storedOptionalText: if let text: String = stored(step) { step.escape.append(text, to: &output) }
      case .prepared: step.escape.append(program.code.prepared[step.at](frame(step)), of: texts, to: &output)
      case .storedPrepared: step.escape.append(stored(step) as PreparedText, of: texts, to: &output)
      case .link: step.escape.append(program.code.links[step.at](frame(step)), of: texts, to: &output)
      case .storedLink: step.escape.append(stored(step) as PreparedLink, of: texts, to: &output)
      case .number: append(program.code.numbers[step.at](frame(step)))
      case .markup: output.append(contentsOf: program.code.markups[step.at](frame(step)).bytes)
      case .storedMarkup: output.append(contentsOf: (stored(step) as Markup).bytes)
      case .when: at = program.code.tests[step.at](frame(step)) == step.expected ? at : step.end
      case .whenFlag: at = (stored(step) as Bool) == step.expected ? at : step.end
      case .atFirst: at = (index == 0) == step.expected ? at : step.end
      case .atLast: at = (index == count - 1) == step.expected ? at : step.end
      case .withStored:
        let outer = frames[step.more]
        frames[step.more] = frame(step).advanced(by: step.at)
        run(at..<step.end)
        frames[step.more] = outer
        at = step.end
      case .with:
        with(step, at..<step.end)
        at = step.end
      case .each:
        each(step, at..<step.end)
        at = step.end
      }
    }
  }

  @inline(__always)
  private func frame(_ step: Step) -> Frame { frames[Int(step.slot)] }

  @inline(__always)
  private func stored<Value>(_ step: Step) -> Value { frame(step).advanced(by: step.at).value() }

  private mutating func each(_ step: Step, _ body: Range<Int>) {
    let items = program.code.lists[step.at]
    let outer = (frames[step.more], index, count)
    items(frame(step)) { first, number, stride in
      count = number
      for item in 0..<number {
        frames[step.more] = first.advanced(by: item * stride)
        index = item
        run(body)
        count = number
      }
    }
    (frames[step.more], index, count) = outer
  }

  private mutating func with(_ step: Step, _ body: Range<Int>) {
    let part = program.code.parts[step.at]
    let outer = frames[step.more]
    _ = part(frame(step)) { value in
      frames[step.more] = value
      run(body)
    }
    frames[step.more] = outer
  }

  private mutating func call(_ step: Step) {
    if depth == Self.depthLimit { return }
    depth += 1
    let indent = program.code.indents[step.more]
    indentation += indent
    run(program.code.programs[step.at])
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
