import Diagnostics
import Foundation
import Text

/// What the edition in an output folder was made of and what its build told, kept there as `.offprint/build.json`.
///
/// A build that would start from the very same things finds it and need make nothing. It is written last, so that an
/// edition whose build was broken off has none.
public struct BuildRecord: Sendable, Equatable, Codable {
  /// Where it lies below the output folder.
  public static let path = ".offprint/build.json"

  /// Fingerprint of all that the build depended on.
  public var basis: String
  /// Fingerprint of the edition's list of files.
  public private(set) var files = ""
  /// Entries read, papers, merged, dropped.
  public var tally: [Int]
  public var topics: Int
  /// Messages about the input, in order.
  public var messages: [Message]

  public init(basis: Fingerprint, tally: [Int], topics: Int, messages: [Message]) {
    self.basis = basis.hex
    self.tally = tally
    self.topics = topics
    self.messages = messages
  }

  /// A diagnostic, its file without the folder that differs from machine to machine.
  public struct Message: Sendable, Equatable, Codable {
    var id: String
    var severity: Int
    var file: String?
    var line: Int?
    var column: Int?
    var summary: String
    var action: String?
    var hint: String?

    public init(_ diagnostic: Diagnostic) {
      id = diagnostic.id
      severity = diagnostic.severity.rawValue
      file = diagnostic.position.map { FileSystem.name(of: $0.file) }
      line = diagnostic.position?.line
      column = diagnostic.position?.column
      summary = diagnostic.summary
      action = diagnostic.action
      hint = diagnostic.hint
    }

    /// The diagnostic again; `places` has the whole path of each file name. Nil where the file is not among them.
    public func diagnostic(_ places: [String: String]) -> Diagnostic? {
      guard let severity = Severity(rawValue: severity) else { return nil }
      var position: SourcePosition?
      if let file {
        guard let place = places[file] else { return nil }
        position = SourcePosition(file: place, line: line ?? 0, column: column ?? 0)
      }
      return Diagnostic(id, severity, at: position, summary, action: action, hint: hint)
    }
  }
}

extension BuildRecord {
  /// The record of the edition in `output`; nil where there is none that can be read.
  public init?(readFrom output: String) throws(Failure) {
    guard let bytes = try FileSystem.read("\(output)/\(Self.path)") else { return nil }
    do { self = try JSONDecoder().decode(BuildRecord.self, from: Data(bytes)) } catch { return nil }
  }

  /// Keeps the record beside the edition's list of files.
  public mutating func keep(in output: String) throws(Failure) {
    files = Fingerprint(try FileSystem.read("\(output)/\(Manifest.path)") ?? []).hex
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes: [UInt8]
    do { bytes = Array(try encoder.encode(self)) } catch {
      throw Failure(Diagnostic("record.write", .error, "The build's record cannot be written: \(error)"))
    }
    try FileSystem.replace("\(output)/\(Self.path)", with: bytes + [0x0A])
  }
}
