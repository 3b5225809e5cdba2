/// A page that the publisher wrote: Markdown with a title.
public struct UserPage: Sendable, Equatable {
  /// Name of the file without folder and extension; becomes the address.
  public var stem: String
  /// The file as the publisher named it, for messages.
  public var file: String
  public var title: String
  /// Place in the menu, least first; pages without one follow by title.
  public var order: Int?
  /// Body without the front matter.
  public var markdown: String

  public init(stem: String, file: String, title: String, order: Int? = nil, markdown: String) {
    self.stem = stem
    self.file = file
    self.title = title
    self.order = order
    self.markdown = markdown
  }
}
