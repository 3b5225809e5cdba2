import Glibc

extension Octets {
  /// The place of the first `byte` at or behind `start`, nil where there is none.
  @inlinable @inline(__always)
  public static func find(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard start < text.count, let base = text.baseAddress,
      let found = memchr(base + start, Int32(byte), text.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
