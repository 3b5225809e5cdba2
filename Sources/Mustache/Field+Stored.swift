import Text

/// Fields that are stored in the model itself: they are read where they lie, without a copy of the model.
///
/// A key path to a computed property works too; the property is then asked each time.
extension Field {
  /// Text, as `text(_:_:)` with a closure.
  public static func text(_ name: String, _ path: KeyPath<Model, String> & Sendable) -> Field {
    Field(name: name, access: .text(reading(path)))
  }

  /// Text that may be missing.
  public static func optionalText(_ name: String, _ path: KeyPath<Model, String?> & Sendable) -> Field {
    let read = reading(path)
    return Field(name: name, access: .text { read($0) ?? "" })
  }

  /// A number in plain digits.
  public static func number(_ name: String, _ path: KeyPath<Model, Int> & Sendable) -> Field {
    Field(name: name, access: .number(reading(path)))
  }

  /// Finished text of the template's format.
  public static func markup(_ name: String, _ path: KeyPath<Model, Markup> & Sendable) -> Field {
    Field(name: name, access: .markup(reading(path)))
  }

  /// A condition.
  public static func flag(_ name: String, _ path: KeyPath<Model, Bool> & Sendable) -> Field {
    Field(name: name, access: .flag(reading(path)))
  }

  /// Whether a list has items.
  public static func isFilled<Item: Viewable>(_ name: String, _ path: KeyPath<Model, [Item]> & Sendable) -> Field {
    let read = reading(path)
    return Field(name: name, access: .flag { !read($0).isEmpty })
  }

  /// A list.
  public static func list<Item: Viewable>(_ name: String, _ path: KeyPath<Model, [Item]> & Sendable) -> Field {
    let read = reading(path)
    return Field(
      name: name,
      access: .list(
        shape: { Item.schema.shape() }, count: { read($0).count },
        each: { frame, body in
          read(frame).withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for index in buffer.indices { body(Frame(base + index), index, buffer.count) }
          }
        }))
  }

  /// A part.
  public static func item<Item: Viewable>(_ name: String, _ path: KeyPath<Model, Item> & Sendable) -> Field {
    guard let offset = MemoryLayout<Model>.offset(of: path) else { return item(name) { $0[keyPath: path] } }
    return Field(name: name, access: .part(shape: { Item.schema.shape() }, with: .stored(offset: offset)))
  }

  /// The way to the value at `path`.
  private static func reading<Value: Sendable>(
    _ path: KeyPath<Model, Value> & Sendable
  ) -> @Sendable (Frame) -> Value {
    guard let offset = MemoryLayout<Model>.offset(of: path) else {
      return { (frame: Frame) in (frame.value() as Model)[keyPath: path] }
    }
    return { $0.advanced(by: offset).value() }
  }
}
