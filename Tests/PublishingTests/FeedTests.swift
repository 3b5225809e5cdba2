import Foundation
import Planning
import Testing

@testable import Publishing

@Suite("Feeds and the files around the pages")
struct FeedTests {
  let item = FeedItem(
    id: "abc", title: "A < B & \"C\"", path: "papers/a.html", summary: "Text\u{1}.", date: "2026-03-04",
    authors: ["Ada Lovelace"])

  func imprint(_ base: String? = nil) -> Imprint {
    Imprint(title: "My Papers", description: "Some.", baseURL: base, date: nil, language: "en")
  }

  func text(_ file: OutputFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  @Test("an Atom feed escapes what it holds and dates itself by its items")
  func atom() {
    let feed = Feed(stem: "topics/x", title: "X", page: "topics/x.html", items: [item])
    let xml = text(AtomFeed(feed, imprint()).file())
    #expect(xml.contains("<title>A &lt; B &amp; &quot;C&quot;</title>"))
    #expect(xml.contains("<summary>Text.</summary>"))
    #expect(xml.contains("<updated>2026-03-04T00:00:00Z</updated>"))
    #expect(xml.contains(#"<link rel="alternate" type="text/html" href="../papers/a.html"/>"#))
    #expect(xml.contains("<author>\n<name>Ada Lovelace</name>\n</author>"))
  }

  @Test("with the site's address every link is whole")
  func whole() {
    let feed = Feed(stem: "feed", title: "X", page: "index.html", items: [item])
    let xml = text(AtomFeed(feed, imprint("https://e.org/p/")).file())
    #expect(xml.contains(#"<link rel="self" type="application/atom+xml" href="https://e.org/p/feed.xml"/>"#))
    #expect(xml.contains(#"href="https://e.org/p/papers/a.html""#))
  }

  @Test("identifiers of papers are UUIDs that do not change")
  func identifiers() {
    let one = Imprint.urn("paper abc")
    #expect(one == Imprint.urn("paper abc"))
    #expect(one != Imprint.urn("paper abd"))
    #expect(UUID(uuidString: String(one.dropFirst("urn:uuid:".count))) != nil)
  }

  @Test("a JSON feed is JSON and leaves out what is not known")
  func json() throws {
    var bare = item
    bare.date = nil
    let feed = Feed(stem: "feed", title: "X", page: "index.html", items: [bare])
    let object = try JSONSerialization.jsonObject(with: Data(JSONFeed(feed, imprint()).file().bytes)) as? [String: Any]
    #expect(object?["home_page_url"] == nil)
    let first = (object?["items"] as? [[String: Any]])?.first
    #expect(first?["url"] as? String == "papers/a.html")
    #expect(first?["date_published"] == nil)
  }

  @Test("a site map needs an address, leaves the page for missing ones out, and is cut at 50,000 pages")
  func siteMap() {
    let pages = [SitePath("index.html"), SitePath("a.html"), SitePath.notFound]
    #expect(SiteFiles(imprint()).siteMap(pages).isEmpty)
    let map = SiteFiles(imprint("https://e.org/")).siteMap(pages)
    #expect(text(map[0]).contains("<loc>https://e.org/</loc>"))
    #expect(!text(map[0]).contains("404"))
    let many = (0..<50_001).map { SitePath("p/\($0).html") }
    let parts = SiteFiles(imprint("https://e.org/")).siteMap(many)
    #expect(parts.map(\.path.value) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
  }

  @Test("the service worker's version changes with any file")
  func serviceWorker() throws {
    let folder = try Folder()
    let staging = Staging(output: "\(folder.path)/public")
    let one = ServiceWorker([try staging.stage(page("a.html", "1"))]).file()
    let other = ServiceWorker([try staging.stage(page("a.html", "2"))]).file()
    #expect(one != other)
    #expect(text(one).contains(#""files":["a.html"]"#))
  }
}
