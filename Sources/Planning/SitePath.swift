/// Address of a file of the site, relative to the site's root: `topics/graph-neural-networks.html`.
///
/// It is built from slugs alone, so it never holds a space, a capital, a backslash or a leading slash.
public struct SitePath: Sendable, Hashable, Comparable {
  public let value: String

  public init(_ value: String) { self.value = value }

  /// The front page.
  public static let index = SitePath("index.html")

  /// How many folders below the root the file lies.
  public var depth: Int {
    func slashes(_ path: some Sequence<UInt8>) -> Int { path.reduce(0) { $1 == 0x2F ? $0 &+ 1 : $0 } }
    return value.utf8.withContiguousStorageIfAvailable { slashes($0) } ?? slashes(value.utf8)
  }

  /// `../` as often as it takes to reach the root from this file; empty at the root.
  public var toRoot: String { String(repeating: "../", count: depth) }

  public static func < (a: SitePath, b: SitePath) -> Bool { a.value < b.value }
}

/// The relative link that leads from one file of the site to another, shortest form.
///
/// It always names a file, so that it works from a disk, a sub-folder and any server alike.
public func href(to target: SitePath, from page: SitePath, fragment: String? = nil) -> String {
  let suffix = fragment.map { "#\($0)" } ?? ""
  if target == page, fragment != nil { return suffix }
  var shared = 0
  var at = 0
  for (one, other) in zip(target.value.utf8, page.value.utf8) {
    if one != other { break }
    at += 1
    if one == 0x2F { shared = at }
  }
  var href = ""
  for byte in page.value.utf8.dropFirst(shared) where byte == 0x2F { href += "../" }
  href += Substring(target.value.utf8.dropFirst(shared))
  href += suffix
  return href
}

extension SitePath {
  /// The file's name without folder and extension: `graph-neural-networks`, an identifier within its kind.
  public var stem: String {
    var path = value
    return path.withUTF8 { path in
      let start = path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
      let dot = path.lastIndex(of: 0x2E) ?? 0
      return String(decoding: path[start..<(dot > start ? dot : path.count)], as: UTF8.self)
    }
  }

  /// The file beside a page with another ending: `topics/graphs.bib`.
  public func beside(_ ending: String) -> SitePath {
    SitePath((value.hasSuffix(".html") ? String(value.dropLast(".html".utf8.count)) : value) + ending)
  }

  /// The file beside it that holds the page's Markdown.
  public var markdown: SitePath { beside(".md") }
}
