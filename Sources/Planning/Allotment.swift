/// Hands out addresses so that no two pages get the same one.
struct Allotment {
  private var taken: Set<String>

  init(_ fixed: [SitePath]) { taken = Set(fixed.map(\.value)) }

  /// `folder/slug.html`, or with the first of `-2`, `-3` … that is still free.
  mutating func claim(_ folder: String, _ slug: String) -> SitePath {
    var path = "\(folder)/\(slug).html"
    var number = 2
    while !taken.insert(path).inserted {
      path = "\(folder)/\(slug)-\(number).html"
      number += 1
    }
    return SitePath(path)
  }

  /// The same, in the folder where `layout` has the page.
  mutating func claim(_ kind: String, _ slug: String, _ layout: FolderLayout) -> SitePath {
    claim(layout.folder(kind, slug), slug)
  }

  /// The further pages of a list whose first page is `first`: `x-2.html`, `x-3.html` …
  mutating func claimPages(after first: SitePath, count: Int) -> [SitePath] {
    let stem = String(first.value.dropLast(".html".count))
    var pages = [first]
    for number in 2..<max(count + 1, 2) {
      var path = "\(stem)-\(number).html"
      var suffix = "-page-\(number)"
      while !taken.insert(path).inserted {
        path = "\(stem)\(suffix).html"
        suffix += "-\(number)"
      }
      pages.append(SitePath(path))
    }
    return pages
  }
}
