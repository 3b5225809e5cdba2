import Mustache
import Text

/// A page as its HTML layout sees it: the frame, the model, and the body that the Markdown template made.
struct Screen<Body: Viewable>: Viewable {
  var frame: FrameView
  var page: Body
  /// The title, without its tag.
  var heading: Markup
  /// What stands between the title and the first part.
  var opening: Markup
  /// The parts.
  var parts: Markup

  static var schema: Schema<Screen<Body>> {
    Schema(
      .item("frame", \.frame), .item("page", \.page), .markup("heading", \.heading),
      .markup("opening", \.opening), .markup("parts", \.parts))
  }
}
