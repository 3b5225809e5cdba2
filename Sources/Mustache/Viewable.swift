import Text

/// A value that templates can show, with the names that they may use for its parts.
public protocol Viewable: Sendable {
  /// The names, read when a template is loaded.
  static var schema: Schema<Self> { get }
}

/// A string stands in a section as `{{.}}`.
extension String: Viewable {
  public static var schema: Schema<String> { Schema(.text(".") { $0 }) }
}

/// A number stands in a section as `{{.}}`.
extension Int: Viewable {
  public static var schema: Schema<Int> { Schema(.number(".") { $0 }) }
}

/// Markup stands in a section as `{{{.}}}`.
extension Markup: Viewable {
  public static var schema: Schema<Markup> { Schema(.markup(".") { $0 }) }
}

/// A prepared text stands in a section as `{{.}}`.
extension PreparedText: Viewable {
  public static var schema: Schema<PreparedText> { Schema(.prepared(".", \.self)) }
}

/// A prepared link stands in a section as `{{.}}`.
extension PreparedLink: Viewable {
  public static var schema: Schema<PreparedLink> { Schema(.link(".", \.self)) }
}
