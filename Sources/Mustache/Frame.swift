/// A value on the stack of contexts while its section is rendered, without its type.
///
/// The compiler gives every type its own slot on the stack and reads a slot only through fields of that type,
/// so that `value` always asks for the type that was put there. A frame is not kept beyond its section.
struct Frame {
  private let address: UnsafeRawPointer

  @inline(__always)
  init<Model>(_ pointer: UnsafePointer<Model>) { address = UnsafeRawPointer(pointer) }

  @inline(__always)
  func value<Model>() -> Model { address.assumingMemoryBound(to: Model.self).pointee }

  /// The part that is stored `offset` bytes into the value.
  @inline(__always)
  func advanced(by offset: Int) -> Frame { Frame(address: address + offset) }

  private init(address: UnsafeRawPointer) { self.address = address }
}
