/// The names that templates may use for the parts of a `Model`.
public struct Schema<Model: Sendable>: Sendable {
  /// Of two fields of one name the first counts.
  private let fields: [String: Access]

  public init(_ fields: Field<Model>...) { self.init(fields) }
  public init(_ fields: [Field<Model>]) {
    self.fields = Dictionary(fields.map { ($0.name, $0.access) }, uniquingKeysWith: { first, _ in first })
  }

  /// The schema without its type, told apart from other shapes of the same type by `variant`.
  @usableFromInline
  func shape(variant: Int = 0) -> Shape {
    Shape(id: Shape.ID(type: ObjectIdentifier(Model.self), variant: variant), fields: fields)
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
