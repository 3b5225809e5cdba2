import Glibc

/// What the program says on standard error.
enum Console {
  /// True where a person is watching.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes one line.
  static func note(_ line: String) { write(line + "\n") }

  /// Shows what is being done on the one line that the next call writes over; nothing unless a person watches.
  static func progress(_ text: String) {
    if isTerminal { write("\r\u{1B}[K\(text)") }
  }

  /// Clears the progress line.
  static func endProgress() { progress("") }

  /// Writes text as it is.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }
}
