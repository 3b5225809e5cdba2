import Diagnostics

/// What a reader made of one file: entries read = records + dropped.
struct Reading: Sendable {
  /// In the order of the file, ranks rising from 1.
  var records: [Record] = []
  /// Entries that told too little to be a paper; each has its diagnostic.
  var dropped = 0
  var diagnostics: [Diagnostic] = []

  /// Adds what was read of a later part of the same file.
  mutating func append(_ other: Reading) {
    records += other.records
    dropped += other.dropped
    diagnostics += other.diagnostics
  }
}
