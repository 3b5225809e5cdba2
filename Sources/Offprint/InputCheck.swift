import Diagnostics
import Papers

/// Reads and merges input without building anything.
public enum InputCheck {
  /// What was read of the files, and every message about them.
  /// - Throws: Where a file is missing or cannot be read.
  public static func of(
    _ files: [String], threads: Int
  ) throws(Failure) -> (tally: Tally, dumps: [Dump], diagnostics: [Diagnostic]) {
    let (library, diagnostics) = try Library.gather(try InputFiles.open(InputFiles.all(files)), threads: threads)
    return (library.tally, library.dumps, diagnostics)
  }
}
