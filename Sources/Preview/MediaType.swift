/// The kinds of files that an edition has.
enum MediaType {
  /// The type that a file's name tells.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[suffix] ?? "application/octet-stream"
  }

  private static let types: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "jsonl": "application/jsonl; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png", "ico": "image/x-icon", "xml": "application/xml", "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8", "eml": "message/rfc822",
    "epub": "application/epub+zip", "webmanifest": "application/manifest+json", "woff2": "font/woff2",
  ]
}
