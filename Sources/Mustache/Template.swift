/// A compiled template: it makes bytes of a model and cannot fail.
///
/// A `TemplateSet` compiles it. Copies share their operations, and any number of threads may render at once.
public struct Template<Model: Viewable>: Sendable {
  let programs: [[Operation]]
  /// Different shapes on the stack of contexts.
  let slots: Int

  /// Appends the template filled with `model`.
  public func render(_ model: Model, into output: inout [UInt8]) {
    var taken: [UInt8] = []
    swap(&taken, &output)
    output = withUnsafePointer(to: model) { pointer in
      var rendering = Rendering(programs: programs, slots: slots, model: Frame(pointer), output: taken)
      rendering.run(programs[0])
      return rendering.output
    }
  }

  public func render(_ model: Model) -> [UInt8] {
    var output: [UInt8] = []
    render(model, into: &output)
    return output
  }
}
