import Text

/// One name that a template may use, with the way to its value.
public struct Field<Model: Sendable>: Sendable {
  let name: String
  let access: Access

  @usableFromInline
  init(name: String, access: Access) {
    self.name = name
    self.access = access
  }
}

extension Field {
  /// Text: `{{name}}` escaped for the template's format; `{{#name}}` shows its body once unless the text is empty.
  @inlinable
  public static func text(_ name: String, _ get: @escaping @Sendable (Model) -> String) -> Field {
    Field(name: name, access: .text { $0.read(get) })
  }

  /// Text that may be missing: nil shows as nothing and counts as empty.
  @inlinable
  public static func optionalText(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Field {
    Field(name: name, access: .text { $0.read(get) ?? "" })
  }

  /// A number in plain digits; `{{#name}}` shows its body unless it is 0.
  @inlinable
  public static func number(_ name: String, _ get: @escaping @Sendable (Model) -> Int) -> Field {
    Field(name: name, access: .number { $0.read(get) })
  }

  /// Finished text of the template's format: `{{{name}}}` alone.
  @inlinable
  public static func markup(_ name: String, _ get: @escaping @Sendable (Model) -> Markup) -> Field {
    Field(name: name, access: .markup { $0.read(get) })
  }

  /// A condition, for `{{#name}}` and `{{^name}}` alone.
  @inlinable
  public static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Field {
    Field(name: name, access: .flag { $0.read(get) })
  }

  /// A list: `{{#name}}` shows its body once for each item, `{{^name}}` where there is none.
  @inlinable
  public static func list<Item: Viewable>(
    _ name: String, _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Field {
    list(name, shape: { Item.schema.shape() }, get)
  }

  /// A part that may be missing: `{{#name}}` shows its body where it is there.
  @inlinable
  public static func optional<Item: Viewable>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Item?
  ) -> Field {
    part(name, shape: { Item.schema.shape() }, get)
  }

  /// A part: `{{#name}}…{{/name}}`, or `{{name.part}}`.
  @inlinable
  public static func item<Item: Viewable>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Item
  ) -> Field {
    part(name, shape: { Item.schema.shape() }, get)
  }
}

extension Field {
  /// A list whose items have `shape`.
  @inlinable
  static func list<Item: Sendable>(
    _ name: String, shape: @escaping @Sendable () -> Shape, _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Field {
    Field(
      name: name,
      access: .list(shape: shape) { frame, body in
        frame.read(get).withUnsafeBufferPointer { items in
          guard let base = items.baseAddress, !items.isEmpty else { return }
          body(Frame(base), items.count, MemoryLayout<Item>.stride)
        }
      })
  }

  /// A part of `shape` that may be missing.
  @inlinable
  static func part<Item: Sendable>(
    _ name: String, shape: @escaping @Sendable () -> Shape, _ get: @escaping @Sendable (Model) -> Item?
  ) -> Field {
    Field(
      name: name,
      access: .part(
        shape: shape,
        with: .made { frame, body in
          guard let item = frame.read(get) else { return false }
          withUnsafePointer(to: item) { body(Frame($0)) }
          return true
        }))
  }
}
