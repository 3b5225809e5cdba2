import Glibc
import Text

/// Texts that many pages show, each escaped once, one behind the other in a single piece of memory.
public struct PreparedTexts: Sendable {
  private(set) var bytes: [UInt8] = []

  public init() {}

  /// Bytes of all texts.
  public var count: Int { bytes.count }

  public mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds a text.
  public mutating func add(_ text: String) -> PreparedText {
    let start = bytes.count
    var copy = text
    return copy.withUTF8 { raw in
      bytes.append(contentsOf: raw)
      let end = bytes.count
      MarkdownEscaping.append(raw, to: &bytes)
      let isSame = bytes.count - end == raw.count && bytes.withUnsafeBytes { $0[end...].isEqual(to: raw) }
      if isSame { bytes.removeLast(raw.count) }
      return PreparedText(start: start, count: Int32(raw.count), markdownCount: Int32(bytes.count - end))
    }
  }

  /// Adds all texts of `other`, which move by as many bytes as there were before.
  public mutating func append(_ other: PreparedTexts) { bytes.append(contentsOf: other.bytes) }

  /// The text itself.
  public subscript(_ text: PreparedText) -> String { String(decoding: bytes[text.text], as: UTF8.self) }
}

extension Slice<UnsafeRawBufferPointer> {
  /// Whether these are the bytes of `other`, which has as many.
  fileprivate func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let one = UnsafeRawBufferPointer(rebasing: self).baseAddress, let other = other.baseAddress else {
      return true
    }
    return memcmp(one, other, count) == 0
  }
}
