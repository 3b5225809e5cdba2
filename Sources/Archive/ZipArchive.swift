import CZlib

/// A ZIP archive made in memory (PKWARE APPNOTE 6.3.10): entries in the order given, no times, no attributes,
/// so that equal contents give equal bytes.
public struct ZipArchive: ~Copyable {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  public init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: path in ASCII with forward slashes.
  ///   - isCompressed: false keeps the content as it is; it is kept so too where compressing gains nothing.
  public mutating func add(_ name: String, _ content: [UInt8], isCompressed: Bool = true) {
    let packed = isCompressed ? Self.deflated(content) : nil
    let body = packed ?? content
    var entry: [UInt8] = []
    entry.append(little: 20 as UInt16)
    entry.append(little: 0 as UInt16)
    entry.append(little: packed == nil ? 0 : 8 as UInt16)
    // Midnight of 1 January 1980, the first moment that the format knows.
    entry.append(little: 0 as UInt16)
    entry.append(little: 0x21 as UInt16)
    entry.append(little: Self.checksum(content))
    entry.append(little: UInt32(body.count))
    entry.append(little: UInt32(content.count))
    entry.append(little: UInt16(name.utf8.count))
    entry.append(little: 0 as UInt16)

    directory.append(little: 0x0201_4B50 as UInt32)
    directory.append(little: 20 as UInt16)
    directory += entry
    directory += [UInt8](repeating: 0, count: 10)
    directory.append(little: UInt32(bytes.count))
    directory += Array(name.utf8)

    bytes.append(little: 0x0403_4B50 as UInt32)
    bytes += entry
    bytes += Array(name.utf8)
    bytes += body
    count += 1
  }

  /// The whole archive.
  public consuming func finished() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.append(little: 0x0605_4B50 as UInt32)
    bytes.append(little: 0 as UInt32)
    bytes.append(little: count)
    bytes.append(little: count)
    bytes.append(little: UInt32(directory.count))
    bytes.append(little: UInt32(start))
    bytes.append(little: 0 as UInt16)
    return bytes
  }

  static func checksum(_ content: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, content, content.count))
  }

  /// The content as a raw deflate stream (RFC 1951) at the fastest level; nil where that would not be shorter.
  static func deflated(_ content: [UInt8]) -> [UInt8]? {
    guard content.count > 64 else { return nil }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 1, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
      return nil
    }
    defer { deflateEnd(&stream) }
    var input = content
    let packed = input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      var isWhole = false
      let output = [UInt8](unsafeUninitializedCapacity: source.count) { target, filled in
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        filled = target.count - Int(stream.avail_out)
      }
      return isWhole ? output : nil
    }
    return packed.flatMap { $0.count < content.count ? $0 : nil }
  }
}

extension [UInt8] {
  fileprivate mutating func append(little value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
