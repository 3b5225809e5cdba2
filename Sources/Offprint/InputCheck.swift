import Diagnostics
import Papers
import Publishing

/// Reads and merges input without building anything.
public enum InputCheck {
  /// What was read, and every message about it.
  public typealias Outcome = (tally: Tally, dumps: [Dump], diagnostics: [Diagnostic])

  /// Checks files, or the files straight in folders.
  /// - Throws: Where a file is missing or cannot be read.
  public static func of(_ names: [String], threads: Int) throws(Failure) -> Outcome {
    try gather(InputFiles.all(names), from: names.first ?? "", threads: threads)
  }

  /// Checks all that a person writes into a site's folder: settings, ledger, pages, input.
  /// - Throws: Where one of them keeps an edition from being built.
  public static func of(site path: String, threads: Int) throws(Failure) -> Outcome {
    let site = try SiteFolder(path)
    _ = try LedgerFile(site: path, output: "").read()
    _ = try site.userPages()
    return try gather(site.inputs(), from: SiteFolder.join(path, "dumps"), threads: threads)
  }

  private static func gather(_ files: [String], from place: String, threads: Int) throws(Failure) -> Outcome {
    guard !files.isEmpty else {
      throw Failure(
        Diagnostic(
          "input.none", .error, at: SourcePosition(file: place), "There is no input file.",
          hint: "Name input files, a site's folder, or the folder of a published edition."))
    }
    let (library, diagnostics) = try Library.gather(try InputFiles.open(files), threads: threads)
    return (library.tally, library.dumps, diagnostics)
  }
}
