import Planning
import Topics

/// Lists that several kinds of page share.
extension Facts {
  func countedTopic(_ topic: Int, from page: SitePath) -> CountedLinkView {
    let link = topicLink(topic, from: page)
    return CountedLinkView(text: link.text, href: link.href, count: atlas.topics[topic].papers.count)
  }

  /// The themes, largest first, each with its topics.
  func themeBlocks(from page: SitePath) -> [ThemeBlockView] {
    themeOrder.map { theme in
      ThemeBlockView(
        name: themeName(theme), href: href(to: plan.themes[theme], from: page), count: themeSize(theme),
        sign: Self.sign(theme), topics: atlas.themes[theme].topics.map { countedTopic($0, from: page) })
    }
  }

  /// Themes by size, equal ones in the order of the atlas.
  var themeOrder: [Int] {
    let sizes = atlas.themes.indices.map(themeSize)
    return atlas.themes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
  }

  /// There are sixteen signs: eight colours with eight shapes, then the same colours with the next shape.
  static func sign(_ theme: Int) -> Int { theme % 16 + 1 }

  /// Pages of a list that are all named; of a longer one the ends, the tens and those near the current one are.
  private static let pagesShown = 20

  /// The pages of a list that was cut, nil where it is whole.
  func pageNumbers(_ pages: [SitePath], current: Int) -> PageNumbersView? {
    guard pages.count > 1 else { return nil }
    let here = pages[current]
    return PageNumbersView(
      pages: pages.indices.filter { Self.isShown($0, of: pages.count, current: current) }.map {
        PageNumberView(number: $0 + 1, href: href(to: pages[$0], from: here), isCurrent: $0 == current)
      },
      next: current + 1 < pages.count ? link(pages[current + 1], "Next", from: here) : nil)
  }

  private static func isShown(_ page: Int, of count: Int, current: Int) -> Bool {
    if count <= pagesShown || page == 0 || page == count - 1 || abs(page - current) <= 3 { return true }
    let step = count / pagesShown / 10 * 10 + 10
    return (page + 1) % step == 0
  }

  /// The letters of an index, those without rows too; `current` has no link.
  func letterViews(_ letters: [Letter], from page: SitePath, current: String? = nil) -> [LetterView] {
    let alphabet = (0x41...0x5A).map { String(UnicodeScalar($0)) }
    let before = letters.filter { $0.name == "0–9" }.map(\.name)
    let after = letters.filter { $0.name == "Other" }.map(\.name)
    return (before + alphabet + after).map { name in
      guard let letter = letters.first(where: { $0.name == name }), let first = letter.pages.first else {
        return LetterView(name: name, href: nil)
      }
      let isShared = letters.allSatisfy { $0.pages.first == first }
      let fragment = isShared ? "letter-" + letter.slug : nil
      return LetterView(name: name, href: href(to: first, from: page, fragment: fragment), isCurrent: name == current)
    }
  }
}
