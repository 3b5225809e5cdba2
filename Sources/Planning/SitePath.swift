import Glibc
import Text

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
    var path = value
    return path.withUTF8 { path in
      var count = 0
      var at = 0
      while let slash = Octets.find(0x2F, path, from: at) {
        count += 1
        at = slash + 1
      }
      return count
    }
  }

  /// Whether the file lies in `folder`, which ends in a slash, or in a folder of it.
  public func isBelow(_ folder: StaticString) -> Bool {
    var path = value
    let count = folder.utf8CodeUnitCount
    return path.withUTF8 { path in
      guard count <= path.count, let base = path.baseAddress else { return false }
      return memcmp(base, folder.utf8Start, count) == 0
    }
  }

  /// `../` as often as it takes to reach the root from this file; empty at the root.
  public var toRoot: String { String(repeating: "../", count: depth) }

  public static func < (a: SitePath, b: SitePath) -> Bool { a.value < b.value }
}

/// The relative link that leads from one file of the site to another, shortest form.
///
/// It always names a file, so that it works from a disk, a sub-folder and any server alike.
public func href(to target: SitePath, from page: SitePath, fragment: String? = nil) -> String {
  if let fragment { return (target == page ? "" : href(to: target, from: page)) + "#" + fragment }
  var (target, page) = (target.value, page.value)
  return target.withUTF8 { target in
    page.withUTF8 { page in
      var shared = 0
      var at = 0
      while at < target.count, at < page.count, target[at] == page[at] {
        at += 1
        if target[at - 1] == 0x2F { shared = at }
      }
      let stepsUp = page[shared...].reduce(0) { $1 == 0x2F ? $0 &+ 1 : $0 }
      let rest = UnsafeBufferPointer(rebasing: target[shared...])
      return String(unsafeUninitializedCapacity: stepsUp * 3 + rest.count) { output in
        for place in 0..<stepsUp * 3 { output[place] = place % 3 == 2 ? 0x2F : 0x2E }
        return output[(stepsUp * 3)...].update(fromContentsOf: rest)
      }
    }
  }
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
