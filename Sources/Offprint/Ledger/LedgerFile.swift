import Diagnostics
import Planning
import Publishing

/// Where the ledger of an edition lies: in the site's folder, where it can be committed, else in the output.
struct LedgerFile {
  /// Its address where it is a file of the site.
  static let sitePath = SitePath("ledger.json")

  let path: String
  let isInOutput: Bool

  init(site: String?, output: String) {
    path = SiteFolder.join(site ?? output, Self.sitePath.value)
    isInOutput = site == nil
  }

  /// The ledger of the edition before; an empty one where there is none.
  func read() throws(Failure) -> Ledger {
    guard let bytes = try FileSystem.read(path) else { return Ledger() }
    return try LedgerReader.read(bytes, file: path)
  }

  /// Writes the ledger into the site's folder once the edition is published.
  func keep(_ ledger: Ledger) throws(Failure) {
    if !isInOutput { try FileSystem.replace(path, with: ledger.json) }
  }
}
