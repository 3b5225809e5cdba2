import Planning

extension Facts {
  private static let mostShown = 60

  func keywordIndex(_ framing: Framing) -> Page<RegisterView> {
    let path = SitePath.keywordIndex
    let isWhole = plan.keywordLetters.allSatisfy { $0.pages.first == path }
    let byUse = atlas.keywords.indices.sorted {
      (-atlas.keywords[$0].papers.count, $0) < (-atlas.keywords[$1].papers.count, $1)
    }
    let lead = "\(Wording.count(atlas.keywords.count, "phrase")) that several papers share."
    let body = RegisterView(
      heading: "Keywords", lead: lead, letters: letterViews(plan.keywordLetters, from: path), mostHead: "Most used",
      most: isWhole ? [] : byUse.prefix(Self.mostShown).map { countedKeyword($0, from: path) },
      groups: isWhole ? plan.keywordLetters.map { group($0, rows: 0..<$0.items.count, from: path) } : [])
    let named = byUse.prefix(5).map { atlas.keywords[$0].name }.joined(separator: ", ")
    let frame = framing.frame(
      path, title: "Keywords", description: "\(lead) Most used: \(named).", kind: "keywords")
    return Page(path: path, frame: frame, body: body)
  }

  func keywordLetter(_ letter: Letter, page number: Int, _ framing: Framing) -> Page<RegisterView> {
    let path = letter.pages[number]
    let rows = Paging.names.rows(number, of: letter.items.count)
    let lead = "\(Wording.count(letter.items.count, "keyword")) under \(letter.name)."
    let body = RegisterView(
      heading: "Keywords: \(letter.name)", lead: lead,
      letters: letterViews(plan.keywordLetters, from: path, current: letter.name), most: [],
      groups: [group(letter, rows: rows, from: path)], numbers: pageNumbers(letter.pages, current: number))
    let named = letter.items[rows].prefix(5).map { atlas.keywords[$0].name }.joined(separator: ", ")
    let frame = framing.frame(
      path, title: paged("Keywords: \(letter.name)", number), description: "\(lead) From \(named).",
      kind: "keywords", section: .keywordIndex,
      side: SideView(text: "Keywords", href: href(to: .keywordIndex, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  private func group(_ letter: Letter, rows: Range<Int>, from path: SitePath) -> RegisterGroupView {
    RegisterGroupView(
      name: letter.name, id: "letter-" + letter.slug,
      entries: letter.items[rows].map { countedKeyword($0, from: path) })
  }

  private func countedKeyword(_ keyword: Int, from path: SitePath) -> CountedLinkView {
    let link = keywordLink(keyword, from: path)
    return CountedLinkView(text: link.text, href: link.href, count: atlas.keywords[keyword].papers.count)
  }
}
