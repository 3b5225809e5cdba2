import CZlib

/// A file packed with gzip (RFC 1952), one member after another.
enum GzipFile {
  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// The bytes inside, at most `limit`; what was unpacked before a fault stays.
  /// - Returns: The bytes, and why unpacking ended early; nil where it did not.
  static func unpacked(_ bytes: [UInt8], limit: Int) -> (bytes: [UInt8], fault: String?) {
    var stream = z_stream()
    // 16 more than the largest window asks for the format of gzip.
    guard inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return ([], "there is not enough memory")
    }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var input = bytes
    var block = [UInt8](repeating: 0, count: 1 << 18)
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let status = block.withUnsafeMutableBufferPointer { block -> Int32 in
          stream.next_out = block.baseAddress
          stream.avail_out = UInt32(block.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          output.append(contentsOf: block[..<(block.count - Int(stream.avail_out))])
          return status
        }
        if output.count > limit { return (Array(output[..<limit]), "it holds more than \(limit) bytes") }
        switch status {
        case Z_STREAM_END where stream.avail_in == 0: return (output, nil)
        case Z_STREAM_END: guard inflateReset(&stream) == Z_OK else { return (output, "it is damaged") }
        case Z_OK where stream.avail_in > 0 || stream.avail_out == 0: continue
        case Z_OK, Z_BUF_ERROR: return (output, "its end is missing")
        default: return (output, "it is damaged")
        }
      }
    }
  }
}
