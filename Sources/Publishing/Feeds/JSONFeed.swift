import Planning
import Text

/// A feed in the JSON Feed format, version 1.1.
public struct JSONFeed: Sendable {
  private let feed: Feed
  private let imprint: Imprint

  public init(_ feed: Feed, _ imprint: Imprint) {
    self.feed = feed
    self.imprint = imprint
  }

  /// The address that a feed of this stem has.
  public static func path(_ stem: String) -> SitePath { SitePath(stem + ".json") }

  public func file() -> OutputFile {
    let path = Self.path(feed.stem)
    var json = JSONWriter()
    json.beginObject()
    json.field("version", "https://jsonfeed.org/version/1.1")
    json.field("title", feed.title)
    json.field("description", imprint.description)
    json.field("language", imprint.language)
    if let base = imprint.baseURL {
      json.field("home_page_url", base + feed.page)
      json.field("feed_url", base + path.value)
    }
    json.key("items")
    json.beginArray()
    for item in feed.items {
      json.beginObject()
      json.field("id", Imprint.urn("paper \(item.id)"))
      json.field("url", imprint.baseURL.map { $0 + item.path } ?? href(to: SitePath(item.path), from: path))
      json.field("title", item.title)
      json.field("content_text", item.summary)
      if let day = item.date ?? imprint.date { json.field("date_published", "\(day)T00:00:00Z") }
      json.field("tags", list: item.tags)
      if !item.authors.isEmpty {
        json.key("authors")
        json.beginArray()
        for author in item.authors {
          json.beginObject()
          json.field("name", author)
          json.endObject()
        }
        json.endArray()
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return OutputFile(path: path, bytes: json.bytes + [0x0A])
  }
}
