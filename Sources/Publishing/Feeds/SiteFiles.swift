import Planning
import Text

/// The small files that servers, search engines and browsers look for.
public struct SiteFiles: Sendable {
  private let imprint: Imprint

  public init(_ imprint: Imprint) { self.imprint = imprint }

  /// `sitemap.xml`, and further files with an index over them where there are more than 50,000 pages.
  ///
  /// Nothing where the site's address is not known, since a site map holds whole addresses.
  public func siteMap(_ pages: [SitePath]) -> [OutputFile] {
    guard let base = imprint.baseURL else { return [] }
    let listed = pages.filter { $0 != .notFound }.sorted()
    let size = 50_000
    if listed.count <= size { return [urlSet(listed, base, "sitemap.xml")] }
    let parts = stride(from: 0, to: listed.count, by: size).enumerated().map { number, start in
      urlSet(Array(listed[start..<min(start + size, listed.count)]), base, "sitemap-\(number + 1).xml")
    }
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    xml.line("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">")
    for part in parts {
      xml.line("<sitemap>")
      xml.element("loc", base + part.path.value)
      xml.line("</sitemap>")
    }
    xml.line("</sitemapindex>")
    return [OutputFile(path: SitePath("sitemap.xml"), bytes: xml.bytes)] + parts
  }

  /// `robots.txt`: everything may be read.
  public func robots() -> OutputFile {
    let map = imprint.baseURL.map { "Sitemap: \($0)sitemap.xml\n" } ?? ""
    return OutputFile(path: SitePath("robots.txt"), bytes: Array("User-agent: *\nAllow: /\n\(map)".utf8))
  }

  /// `site.webmanifest`, by which a browser can keep the site as an application.
  public func webManifest(icon: SitePath) -> OutputFile {
    var json = JSONWriter()
    json.beginObject()
    json.field("name", imprint.title)
    json.field("description", imprint.description)
    json.field("lang", imprint.language)
    json.field("start_url", "index.html")
    json.field("display", "minimal-ui")
    json.field("background_color", "#fdfdfb")
    json.field("theme_color", "#8c1d2f")
    json.key("icons")
    json.beginArray()
    json.beginObject()
    json.field("src", icon.value)
    json.field("type", "image/svg+xml")
    json.field("sizes", "any")
    json.endObject()
    json.endArray()
    json.endObject()
    return OutputFile(path: Self.webManifestPath, bytes: json.bytes + [0x0A])
  }

  public static let webManifestPath = SitePath("site.webmanifest")

  private func urlSet(_ pages: [SitePath], _ base: String, _ name: String) -> OutputFile {
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    xml.line("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">")
    for page in pages {
      xml.line("<url>")
      xml.element("loc", base + (page == .index ? "" : page.value))
      if let date = imprint.date { xml.element("lastmod", date) }
      xml.line("</url>")
    }
    xml.line("</urlset>")
    return OutputFile(path: SitePath(name), bytes: xml.bytes)
  }
}
