import Mustache
import Planning

/// A page before it is rendered: its address, its frame and the model of its body.
struct Page<Body: Viewable>: Sendable {
  var path: SitePath
  var frame: FrameView
  var body: Body
}
