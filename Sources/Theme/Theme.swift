/// The theme that the program carries: every file of the `Templates` folder.
public enum Theme {
  /// A file of the theme, its name relative to the folder: `layouts/page.html`.
  public struct File: Sendable, Equatable {
    public var name: String
    public var text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// All files, sorted by name.
  public static let files: [File] = EmbeddedTheme.files.map { File(name: $0.name, text: $0.text) }
}
