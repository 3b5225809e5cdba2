/// The names that templates may use for the parts of a `Model`.
public struct Schema<Model: Sendable>: Sendable {
  let fields: [Field<Model>]

  public init(_ fields: Field<Model>...) { self.fields = fields }
  public init(_ fields: [Field<Model>]) { self.fields = fields }

  /// The schema without its type, told apart from other shapes of the same type by `variant`.
  @usableFromInline
  func shape(variant: Int = 0) -> Shape {
    let pairs = fields.map { ($0.name, $0.access) }
    return Shape(
      id: Shape.ID(type: ObjectIdentifier(Model.self), variant: variant),
      fields: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }
}

/// A schema as the compiler sees it.
@usableFromInline
struct Shape: Sendable {
  /// Tells shapes apart: a name means the same in every frame of one shape.
  struct ID: Hashable, Sendable {
    var type: ObjectIdentifier
    /// Distinguishes shapes that share a type.
    var variant: Int
  }

  let id: ID
  let fields: [String: Access]
}
