/// A place in an input file that a message points at.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The file as the user named it.
  public var file: String
  /// Line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// Column in bytes, from 1; 0 where the whole line is meant.
  public var column: Int

  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
