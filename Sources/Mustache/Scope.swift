/// What names mean at one place of a template.
struct Scope {
  /// Shapes of the contexts, innermost first, each once: of two frames of one shape the inner one hides the outer.
  var shapes: [Shape]
  /// Whether a list is around, so that `-first`, `-last` and `-index` have a meaning.
  var isInList = false
  /// Whether lines may have to be indented.
  var isIndented = false
  /// Contents for blocks, given by the templates that build upon this one.
  var overrides: [String: Override] = [:]

  struct Override {
    var block: Block
    var source: Source
    /// Tells overrides of different places apart.
    var id: String { "\(source.name):\(block.name.offset)" }
  }

  /// The scope inside of a section that enters `shape`.
  func entering(_ shape: Shape) -> Scope {
    var inner = self
    inner.shapes.removeAll { $0.id == shape.id }
    inner.shapes.insert(shape, at: 0)
    return inner
  }

  /// Equal for scopes in which a template compiles to the same operations.
  var key: Key {
    Key(
      shapes: shapes.map(\.id), isInList: isInList, isIndented: isIndented,
      overrides: overrides.mapValues(\.id))
  }

  struct Key: Hashable {
    var shapes: [Shape.ID]
    var isInList: Bool
    var isIndented: Bool
    var overrides: [String: String]
  }
}
