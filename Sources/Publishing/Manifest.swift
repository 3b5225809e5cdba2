import Diagnostics
import Planning

/// The list of files that an edition wrote, kept in the output as `.offprint/files`.
///
/// One line a file, sorted by path: fingerprint, size, path, parted by a tab. Only files named here are ever removed.
public struct Manifest: Sendable, Equatable {
  /// Where it lies below the output folder.
  public static let path = ".offprint/files"

  public struct Entry: Sendable, Equatable {
    public var path: SitePath
    public var size: Int
    /// 32 hexadecimal digits of xxh3-128.
    public var fingerprint: String
  }

  public var entries: [Entry]

  public init(_ files: [StagedFile]) {
    entries = files.map { Entry(path: $0.path, size: $0.size, fingerprint: $0.fingerprint.hex) }
      .sorted { $0.path < $1.path }
  }

  /// The manifest of the site in `output`; nil where there is none.
  public init?(readFrom output: String) throws(Failure) {
    guard let bytes = try FileSystem.read("\(output)/\(Self.path)") else { return nil }
    entries = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      let fields = line.split(separator: 0x09, maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let size = Int(fields[1]), Self.isInside(fields[2]) else {
        throw Failure(
          Diagnostic(
            "manifest.line", .error,
            at: SourcePosition(file: "\(output)/\(Self.path)", line: number + 1),
            "This line is no `fingerprint, size, path`, so it is unknown which files may be replaced.",
            action: "Nothing was changed.", hint: "Remove the output folder, or give another --output."))
      }
      entries.append(Entry(path: SitePath(fields[2]), size: size, fingerprint: fields[0]))
    }
  }

  /// The file's bytes.
  public var bytes: [UInt8] {
    var text: [UInt8] = []
    for entry in entries {
      text.append(contentsOf: "\(entry.fingerprint)\t\(entry.size)\t\(entry.path.value)\n".utf8)
    }
    return text
  }

  /// A damaged manifest must never lead a removal out of the output folder.
  private static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }
}
