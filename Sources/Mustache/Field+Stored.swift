import Text

/// Fields that are stored in the model itself: they are read where they lie, without a copy of the model.
///
/// A key path to a computed property works too; the property is then asked each time.
extension Field {
  /// Text, as `text(_:_:)` with a closure.
  @inlinable
  public static func text(_ name: String, _ path: KeyPath<Model, String> & Sendable) -> Field {
    Field(name: name, access: place(path).map { .storedText($0) } ?? .text(reading(path)))
  }

  /// Text that may be missing.
  @inlinable
  public static func optionalText(_ name: String, _ path: KeyPath<Model, String?> & Sendable) -> Field {
    let read = reading(path)
    return Field(name: name, access: place(path).map { .storedOptionalText($0) } ?? .text { read($0) ?? "" })
  }

  /// A text that was escaped before; an empty one counts as missing.
  @inlinable
  public static func prepared(_ name: String, _ path: KeyPath<Model, PreparedText> & Sendable) -> Field {
    Field(name: name, access: place(path).map { .storedPrepared($0) } ?? .prepared(reading(path)))
  }

  /// A link to a path that is a prepared text.
  @inlinable
  public static func link(_ name: String, _ path: KeyPath<Model, PreparedLink> & Sendable) -> Field {
    Field(name: name, access: place(path).map { .storedLink($0) } ?? .link(reading(path)))
  }

  /// A number in plain digits.
  @inlinable
  public static func number(_ name: String, _ path: KeyPath<Model, Int> & Sendable) -> Field {
    Field(name: name, access: .number(reading(path)))
  }

  /// Finished text of the template's format.
  @inlinable
  public static func markup(_ name: String, _ path: KeyPath<Model, Markup> & Sendable) -> Field {
    Field(name: name, access: place(path).map { .storedMarkup($0) } ?? .markup(reading(path)))
  }

  /// A condition.
  @inlinable
  public static func flag(_ name: String, _ path: KeyPath<Model, Bool> & Sendable) -> Field {
    Field(name: name, access: place(path).map { .storedFlag($0) } ?? .flag(reading(path)))
  }

  /// Whether a list has items.
  @inlinable
  public static func isFilled<Item: Viewable>(_ name: String, _ path: KeyPath<Model, [Item]> & Sendable) -> Field {
    let read = reading(path)
    return Field(name: name, access: .flag { !read($0).isEmpty })
  }

  /// A list.
  @inlinable
  public static func list<Item: Viewable>(_ name: String, _ path: KeyPath<Model, [Item]> & Sendable) -> Field {
    let read = reading(path)
    return Field(
      name: name,
      access: .list(shape: { Item.schema.shape() }) { frame, body in
        read(frame).withUnsafeBufferPointer { items in
          guard let base = items.baseAddress, !items.isEmpty else { return }
          body(Frame(base), items.count, MemoryLayout<Item>.stride)
        }
      })
  }

  /// A part.
  @inlinable
  public static func item<Item: Viewable>(_ name: String, _ path: KeyPath<Model, Item> & Sendable) -> Field {
    guard let offset = place(path) else { return item(name) { $0[keyPath: path] } }
    return Field(name: name, access: .part(shape: { Item.schema.shape() }, with: .stored(offset: offset)))
  }

  /// A part that may be missing.
  @inlinable
  public static func optional<Item: Viewable>(_ name: String, _ path: KeyPath<Model, Item?> & Sendable) -> Field {
    guard let offset = place(path) else { return optional(name) { $0[keyPath: path] } }
    // The part itself lies at the start of the optional one.
    return Field(
      name: name,
      access: .part(
        shape: { Item.schema.shape() },
        with: .made { frame, body in
          let part = frame.advanced(by: offset)
          guard part.isThere(Item.self) else { return false }
          body(part)
          return true
        }))
  }

  /// How far from the start of the model the value lies; nil where it is not stored in it.
  @inlinable
  static func place<Value>(_ path: KeyPath<Model, Value>) -> Int? { MemoryLayout<Model>.offset(of: path) }

  /// The way to the value at `path`.
  @inlinable
  static func reading<Value: Sendable>(
    _ path: KeyPath<Model, Value> & Sendable
  ) -> @Sendable (Frame) -> Value {
    guard let offset = place(path) else { return { (frame: Frame) in (frame.value() as Model)[keyPath: path] } }
    return { $0.advanced(by: offset).value() }
  }
}
