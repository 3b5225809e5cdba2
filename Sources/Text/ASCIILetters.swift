extension UInt8 {
  /// The small letter of a large ASCII one; every other byte itself.
  @inlinable @inline(__always)
  public var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
