import Planning
import Text

/// `sw.js`: which edition a browser keeps for reading offline, and which files it fetches ahead.
public struct ServiceWorker: Sendable {
  /// Most bytes that are fetched ahead; of a larger edition only what every page needs.
  private static let budget = 40_000_000

  public static let path = SitePath("sw.js")

  /// In order of path.
  private let files: [StagedFile]

  /// - Parameter files: Every other file of the edition.
  public init(_ files: [StagedFile]) { self.files = files.sorted { $0.path < $1.path } }

  public func file() -> OutputFile {
    var json = JSONWriter()
    json.beginObject()
    json.field("version", version)
    json.key("files")
    json.beginArray()
    for file in ahead { json.string(file.path.value) }
    json.endArray()
    json.endObject()
    let text =
      "self.EDITION = \(String(decoding: json.bytes, as: UTF8.self));\n"
      + "importScripts('assets/service-worker.js');\n"
    return OutputFile(path: Self.path, bytes: Array(text.utf8))
  }

  /// Drawn from every file, so that a changed edition is a new one to the browser.
  private var version: String {
    var all: [UInt8] = []
    all.reserveCapacity(files.count * 32)
    for file in files { file.fingerprint.appendHex(to: &all) }
    return String(Fingerprint(all).hex.prefix(16))
  }

  /// Everything that a reader of the pages can come to need; the twins of the index are for disks alone.
  private var ahead: [StagedFile] {
    let wanted = files.filter { Self.isRead($0.path.value) }
    if wanted.reduce(0, { $0 + $1.size }) <= Self.budget { return wanted }
    return wanted.filter { file in
      let path = file.path.value
      return !path.utf8.contains(0x2F) || path.hasPrefix("assets/") || path.hasPrefix("topics/")
        || path.hasPrefix("themes/")
    }
  }

  private static func isRead(_ path: String) -> Bool {
    if path.hasPrefix("search/") { return path.hasSuffix(".json") }
    return path.hasSuffix(".html") || path.hasPrefix("assets/")
  }
}
