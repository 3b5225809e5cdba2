/// A value on the stack of contexts while its section is rendered, without its type.
///
/// The compiler gives every type its own slot on the stack and reads a slot only through fields of that type,
/// so that `value` always asks for the type that was put there. A frame is not kept beyond its section.
@usableFromInline
struct Frame {
  @usableFromInline let address: UnsafeRawPointer

  @inlinable @inline(__always)
  init<Model>(_ pointer: UnsafePointer<Model>) { address = UnsafeRawPointer(pointer) }

  @inlinable @inline(__always)
  func value<Model>() -> Model { address.assumingMemoryBound(to: Model.self).pointee }

  /// The part that is stored `offset` bytes into the value.
  @inlinable @inline(__always)
  func advanced(by offset: Int) -> Frame { Frame(address: address + offset) }

  /// The value as the argument of a function that only looks at it.
  @inlinable @inline(__always)
  func read<Model, Value>(_ body: (Model) -> Value) -> Value {
    body(address.assumingMemoryBound(to: Model.self).pointee)
  }

  /// Whether the optional value there is one.
  @inlinable
  func isThere<Value>(_ type: Value.Type) -> Bool {
    address.assumingMemoryBound(to: Value?.self).pointee.map { _ in true } ?? false
  }

  @inlinable @inline(__always)
  init(address: UnsafeRawPointer) { self.address = address }
}
