import Planning
import Text

/// A feed in the Atom syndication format (RFC 4287).
public struct AtomFeed: Sendable {
  private let feed: Feed
  private let imprint: Imprint

  public init(_ feed: Feed, _ imprint: Imprint) {
    self.feed = feed
    self.imprint = imprint
  }

  /// The address that a feed of this stem has.
  public static func path(_ stem: String) -> SitePath { SitePath(stem + ".xml") }

  /// The file. Where no date is known at all the epoch stands in, since the format wants one and none is invented.
  public func file() -> OutputFile {
    let path = Self.path(feed.stem)
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    xml.line("<feed xmlns=\"http://www.w3.org/2005/Atom\">")
    xml.element("id", imprint.baseURL.map { $0 + path.value } ?? Imprint.urn("feed \(imprint.title) \(feed.stem)"))
    xml.element("title", feed.title)
    xml.element("updated", Self.moment(newestDate))
    xml.line("<author>")
    xml.element("name", imprint.title)
    xml.line("</author>")
    xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": address(path.value, from: path)])
    xml.empty("link", ["rel": "alternate", "type": "text/html", "href": address(feed.page, from: path)])
    for item in feed.items { write(item, path, into: &xml) }
    xml.line("</feed>")
    return OutputFile(path: path, bytes: xml.bytes)
  }

  private var newestDate: String? { feed.items.compactMap(\.date).max() ?? imprint.date }

  private func write(_ item: FeedItem, _ path: SitePath, into xml: inout XMLText) {
    xml.line("<entry>")
    xml.element("id", Imprint.urn("paper \(item.id)"))
    xml.element("title", item.title)
    xml.element("updated", Self.moment(item.date ?? imprint.date))
    for author in item.authors {
      xml.line("<author>")
      xml.element("name", author)
      xml.line("</author>")
    }
    for tag in item.tags { xml.empty("category", ["term": tag]) }
    xml.empty("link", ["rel": "alternate", "type": "text/html", "href": address(item.path, from: path)])
    xml.element("summary", item.summary)
    xml.line("</entry>")
  }

  private func address(_ target: String, from path: SitePath) -> String {
    imprint.baseURL.map { $0 + target } ?? href(to: SitePath(target), from: path)
  }

  private static func moment(_ day: String?) -> String { "\(day ?? "1970-01-01")T00:00:00Z" }
}
