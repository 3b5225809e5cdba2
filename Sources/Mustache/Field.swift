import Text

/// One name that a template may use, with the way to its value.
public struct Field<Model: Sendable>: Sendable {
  let name: String
  let access: Access
}

extension Field {
  /// Text: `{{name}}` escaped for the template's format; `{{#name}}` shows its body once unless the text is empty.
  public static func text(_ name: String, _ get: @escaping @Sendable (Model) -> String) -> Field {
    Field(name: name, access: .text { get($0.value()) })
  }

  /// Text that may be missing: nil shows as nothing and counts as empty.
  public static func optionalText(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Field {
    Field(name: name, access: .text { get($0.value()) ?? "" })
  }

  /// A number in plain digits; `{{#name}}` shows its body unless it is 0.
  public static func number(_ name: String, _ get: @escaping @Sendable (Model) -> Int) -> Field {
    Field(name: name, access: .number { get($0.value()) })
  }

  /// Finished text of the template's format: `{{{name}}}` alone.
  public static func markup(_ name: String, _ get: @escaping @Sendable (Model) -> Markup) -> Field {
    Field(name: name, access: .markup { get($0.value()) })
  }

  /// A condition, for `{{#name}}` and `{{^name}}` alone.
  public static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Field {
    Field(name: name, access: .flag { get($0.value()) })
  }

  /// A list: `{{#name}}` shows its body once for each item, `{{^name}}` where there is none.
  public static func list<Item: Viewable>(
    _ name: String, _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Field {
    list(name, shape: { Item.schema.shape() }, get)
  }

  /// A part that may be missing: `{{#name}}` shows its body where it is there.
  public static func optional<Item: Viewable>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Item?
  ) -> Field {
    part(name, shape: { Item.schema.shape() }, get)
  }

  /// A part: `{{#name}}…{{/name}}`, or `{{name.part}}`.
  public static func item<Item: Viewable>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Item
  ) -> Field {
    part(name, shape: { Item.schema.shape() }, get)
  }
}

extension Field {
  /// A list whose items have `shape`.
  static func list<Item: Sendable>(
    _ name: String, shape: @escaping @Sendable () -> Shape, _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Field {
    Field(
      name: name,
      access: .list(
        shape: shape, count: { get($0.value()).count },
        each: { frame, body in
          let items = get(frame.value())
          items.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for index in buffer.indices { body(Frame(base + index), index, buffer.count) }
          }
        }))
  }

  /// A part of `shape` that may be missing.
  static func part<Item: Sendable>(
    _ name: String, shape: @escaping @Sendable () -> Shape, _ get: @escaping @Sendable (Model) -> Item?
  ) -> Field {
    Field(
      name: name,
      access: .part(
        shape: shape,
        with: .made { frame, body in
          guard let item = get(frame.value()) else { return false }
          withUnsafePointer(to: item) { body(Frame($0)) }
          return true
        }))
  }
}
