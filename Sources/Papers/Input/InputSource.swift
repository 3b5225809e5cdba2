import Diagnostics

/// Where a file of papers comes from: its bytes can be had in pieces, so that a file larger than memory can be read.
public struct InputSource: Sendable {
  /// The file as the user named it; messages point at it by this name.
  public let name: String
  /// Bytes of the whole file.
  public let size: Int
  /// The bytes of a range, all of them.
  let read: @Sendable (Range<Int>) throws(Failure) -> [UInt8]

  /// - Parameter read: Gives exactly the bytes of a range that lies inside `0..<size`, or throws.
  public init(name: String, size: Int, read: @escaping @Sendable (Range<Int>) throws(Failure) -> [UInt8]) {
    self.name = name
    self.size = size
    self.read = read
  }

  /// A file that is in memory already.
  public init(_ file: InputFile) {
    let bytes = file.bytes
    self.init(name: file.name, size: bytes.count) { range in
      range == 0..<bytes.count ? bytes : Array(bytes[range])
    }
  }

  /// The name without its folders.
  var file: String { InputFile(name: name, bytes: []).file }

  /// The name without folders and extension.
  var stem: String { InputFile(name: name, bytes: []).stem }
}
