import Mustache
import Planning
import Text

/// A page that the publisher wrote.
struct UserPageView: Viewable {
  var title: String
  var markdown: Markup

  static let schema = Schema<UserPageView>(.text("title", \.title), .markup("markdown", \.markdown))
}

extension Facts {
  func userPage(_ number: Int, _ framing: Framing) -> Page<UserPageView> {
    let page = content.userPages[number]
    let path = plan.userPages[number]
    let frame = framing.frame(
      path, title: page.title, description: Self.firstWords(of: page), kind: "user", heading: page.title)
    return Page(
      path: path, frame: frame,
      body: UserPageView(
        title: page.title, markdown: Markup(bytes: MarkdownMark.removed(from: Array(page.markdown.utf8)))))
  }

  /// The first paragraph without its marks, as far as a description holds.
  private static func firstWords(of page: UserPage) -> String {
    let paragraph = page.markdown.split(separator: "\n").first { line in
      line.utf8.first.map { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 } ?? false
    }
    guard let paragraph else { return page.title }
    let words = paragraph.filter { !"*_`[]".contains($0) }
    return "\(page.title): \(PlainText.cut(PlainText.of(String(words)), to: 160))"
  }
}
