import Diagnostics
import Publishing
import Text

/// Fingerprints of everything that an edition is made from: program, options, configuration, pages, templates, input.
///
/// Nothing here is judged by its time or size: a build with the same basis would make the same bytes, so it need not
/// be done. Names of folders and the order of the input files do not count, as they do not for the edition.
struct EditionBasis {
  private let parts: [UInt8]
  /// The whole path of each file name that a message can have, as far as only one file has it.
  private let places: [String: String]
  private let stamps: [FileStamp]

  /// Bytes that are read at once of a large file.
  private static let windowSize = 1 << 24

  /// Nil where an input cannot be read twice, such as a pipe, or is not there.
  init?(_ request: BuildRequest, _ site: SiteFolder, _ inputs: [String]) throws(Failure) {
    guard let program = try ProgramFingerprint.read() else { return nil }
    var list = BasisList()
    list.add("program", "", program)
    list.add("topics", request.topics.map(String.init) ?? "")
    list.add("strict", String(request.isStrict))
    list.add("site", String(request.site != nil))
    let vectors = site.configuration.embeddings.map { EmbeddingsFile.paths(SiteFolder.join(site.path, $0)) } ?? []
    var read: [(name: String, fingerprint: Fingerprint)] = []
    for path in inputs {
      guard let fingerprint = try Self.fingerprint(path) else { return nil }
      read.append((FileSystem.name(of: path), fingerprint))
    }
    for input in read.sorted(by: { ($0.name, $0.fingerprint) < ($1.name, $1.fingerprint) }) {
      list.add("input", input.name, input.fingerprint)
    }
    var others = [SiteFolder.join(site.path, "offprint.yml")] + vectors
    for folder in ["pages", "templates/assets", "templates/layouts", "templates/pages"] {
      others += try SiteFolder.files(in: SiteFolder.join(site.path, folder))
    }
    for path in others {
      guard let fingerprint = try Self.fingerprint(path) else { continue }
      list.add("file", String(path.dropFirst(path.hasPrefix(site.path) ? site.path.count : 0)), fingerprint)
    }
    parts = list.bytes
    stamps = (inputs + others).compactMap { FileStamp($0) }
    let named = inputs + vectors + [SiteFolder.join(site.path, "dumps")]
    places = Dictionary(grouping: named) { FileSystem.name(of: $0) }.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// The fingerprint of all of it with the ledger that a build finds.
  func fingerprint(ledger: [UInt8]?) -> Fingerprint {
    var list = BasisList(parts)
    if let ledger { list.add("ledger", "", Fingerprint(ledger)) }
    return Fingerprint(list.bytes)
  }

  /// Whether no file has changed since its fingerprint was taken.
  var isCurrent: Bool { stamps.allSatisfy { FileStamp($0.path) == $0 } }

  /// The messages that the record keeps, with the paths of now; nil where one is about a file that is not known.
  func diagnostics(of record: BuildRecord) -> [Diagnostic]? {
    let diagnostics = record.messages.compactMap { $0.diagnostic(places) }
    return diagnostics.count == record.messages.count ? diagnostics : nil
  }

  /// Notes in the output of `result` what it was made of; the next build finds the ledger that this one left.
  func keep(_ result: BuildResult, ledger: [UInt8]) throws(Failure) {
    let tally = result.tally
    var record = BuildRecord(
      basis: fingerprint(ledger: ledger), tally: [tally.read, tally.papers, tally.merged, tally.dropped],
      topics: result.topics, messages: result.diagnostics.map(BuildRecord.Message.init))
    try record.keep(in: result.output)
  }

  private static func fingerprint(_ path: String) throws(Failure) -> Fingerprint? {
    guard let size = FileSystem.size(of: path) else { return nil }
    if size <= windowSize { return Fingerprint(try FileSystem.read(path, 0..<size)) }
    var list = BasisList()
    for start in stride(from: 0, to: size, by: windowSize) {
      list.add("window", "", Fingerprint(try FileSystem.read(path, start..<min(start + windowSize, size))))
    }
    return Fingerprint(list.bytes)
  }
}

/// Names and fingerprints, written so that no two lists look alike.
private struct BasisList {
  var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func add(_ role: String, _ name: String, _ fingerprint: Fingerprint? = nil) {
    bytes.append(contentsOf: "\(role)\t\(name.utf8.count)\t\(name)\t".utf8)
    fingerprint?.appendHex(to: &bytes)
    bytes.append(0x0A)
  }
}
