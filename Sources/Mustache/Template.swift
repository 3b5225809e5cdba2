/// A compiled template: it makes bytes of a model and cannot fail.
///
/// A `TemplateSet` compiles it. Copies share their operations, and any number of threads may render at once.
public struct Template<Model: Viewable>: Sendable {
  let program: Program
  /// Different shapes on the stack of contexts.
  let slots: Int

  init(programs: [[Operation]], slots: Int) {
    program = Program(Code(programs))
    self.slots = slots
  }

  /// Appends the template filled with `model`, whose prepared texts lie in `texts`.
  public func render(_ model: Model, texts: PreparedTexts = PreparedTexts(), into output: inout [UInt8]) {
    withUnsafePointer(to: model) { pointer in
      Rendering.run(program, slots: slots, model: Frame(pointer), texts: texts, output: &output)
    }
  }

  public func render(_ model: Model, texts: PreparedTexts = PreparedTexts()) -> [UInt8] {
    var output: [UInt8] = []
    render(model, texts: texts, into: &output)
    return output
  }
}
