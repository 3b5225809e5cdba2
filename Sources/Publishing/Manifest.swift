import Diagnostics
import Parallel
import Planning
import Text

/// The list of files that an edition wrote, kept in the output as `.offprint/files`.
///
/// One line a file, sorted by path: fingerprint, size, path, parted by a tab. Only files named here are ever removed.
public struct Manifest: Sendable, Equatable {
  /// Where it lies below the output folder.
  public static let path = ".offprint/files"

  public struct Entry: Sendable, Equatable {
    public var path: SitePath
    public var size: Int
    /// Written as its 32 hexadecimal digits.
    public var fingerprint: Fingerprint
  }

  public var entries: [Entry]

  public init(_ files: [StagedFile]) {
    entries = files.map { Entry(path: $0.path, size: $0.size, fingerprint: $0.fingerprint) }
      .sorted { $0.path < $1.path }
  }

  /// The manifest of the site in `output`; nil where there is none.
  public init?(readFrom output: String) throws(Failure) {
    guard let bytes = try FileSystem.read("\(output)/\(Self.path)") else { return nil }
    entries = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      let fields = line.split(separator: 0x09, maxSplits: 2)
      guard fields.count == 3, let fingerprint = Fingerprint(hex: fields[0]),
        let size = Int(String(decoding: fields[1], as: UTF8.self)),
        case let path = String(decoding: fields[2], as: UTF8.self), Self.isInside(path)
      else {
        throw Failure(
          Diagnostic(
            "manifest.line", .error,
            at: SourcePosition(file: "\(output)/\(Self.path)", line: number + 1),
            "This line is no `fingerprint, size, path`, so it is unknown which files may be replaced.",
            action: "Nothing was changed.", hint: "Remove the output folder, or give another --output."))
      }
      entries.append(Entry(path: SitePath(path), size: size, fingerprint: fingerprint))
    }
  }

  /// The file's bytes.
  public var bytes: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(entries.count * 96)
    for entry in entries {
      entry.fingerprint.appendHex(to: &text)
      text.append(contentsOf: "\t\(entry.size)\t".utf8)
      text.append(contentsOf: entry.path.value.utf8)
      text.append(0x0A)
    }
    return text
  }

  /// Whether every file of the list stands in `output` with the very bytes that were published.
  public func holds(in output: String, threads: Int) -> Bool {
    let parts = Slices(threads: threads).map(entries.count, sliceSize: 256) { range in
      var buffer: [UInt8] = []
      return entries[range].allSatisfy { entry in
        FileSystem.fingerprint(of: "\(output)/\(entry.path.value)", size: entry.size, &buffer) == entry.fingerprint
      }
    }
    return parts.allSatisfy { $0 }
  }

  /// A damaged manifest must never lead a removal out of the output folder.
  private static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }
}
