import Diagnostics
import Papers
import Text
import Topics

extension SitePlan {
  /// How many of the papers that the dumps agree on the front page shows.
  public static let agreedOnFront = 9

  /// Gives every page of the edition its address.
  ///
  /// Addresses come from titles and names by `Slug`; where two would be the same, the later one in the order
  /// of the library or the atlas gets a number. The order of the publisher's pages is that of `userPages`.
  /// `topicStems` are the addresses that topics keep from the edition before; nil or missing ones are made from names.
  /// `layout` tells how pages lay in the edition before.
  /// `hasChanges` gives the page that tells what changed since the edition before its address.
  /// Throws where a page of the publisher claims an address that is taken or has no name to go by.
  public static func make(
    library: Library, atlas: Atlas, userPages: [UserPage] = [], topicStems: [String?] = [],
    layout: FolderLayout = FolderLayout(), hasChanges: Bool = false
  ) throws(Failure) -> SitePlan {
    var plan = SitePlan()
    plan.layout = layout
    plan.layout.settle("papers", count: library.papers.count)
    plan.layout.settle("keywords", count: Paging.entries.pages(ofLists: atlas.keywords.map(\.papers.count)))
    plan.registers = Register.all(library.papers)
    plan.singles =
      singles(library, atlas) + (hasChanges ? [.changes] : []) + plan.registers.map(\.kind.index)
    var allotment = Allotment(plan.singles + [.topicIndex, .keywordIndex, .paperIndex, .dumpIndex, .agreed])
    plan.claimLetters(library, atlas, &allotment)
    plan.claimNames(library, atlas, topicStems, &allotment)
    plan.claimFurtherPages(library, atlas, &allotment)
    for register in plan.registers.indices { plan.registers[register].claim(&allotment, &plan.layout) }
    try plan.claimUserPages(userPages)
    return plan
  }

  private static func singles(_ library: Library, _ atlas: Atlas) -> [SitePath] {
    var found: [SitePath] = [.index]
    if !atlas.topics.isEmpty { found.append(.topicIndex) }
    if !atlas.keywords.isEmpty { found.append(.keywordIndex) }
    if hasMap(atlas) { found.append(.map) }
    if !atlas.acronyms.isEmpty { found.append(.glossary) }
    if !library.papers.isEmpty { found += [.readingList, .paperIndex] }
    if !library.dumps.isEmpty { found.append(.dumpIndex) }
    return found + [.search, .data, .report, .notFound]
  }

  /// Whether the papers have places; a handful needs no map.
  private static func hasMap(_ atlas: Atlas) -> Bool {
    atlas.topics.count > 1 && atlas.placements.contains { $0.position != MapPoint(x: 0, y: 0) }
  }

  private mutating func claimNames(
    _ library: Library, _ atlas: Atlas, _ topicStems: [String?], _ allotment: inout Allotment
  ) {
    papers = library.papers.map { allotment.claim("papers", Slug.of($0.plainTitle) ?? $0.id.value, layout) }
    themes = atlas.themes.enumerated().map { allotment.claim("themes", Slug.of($1.name) ?? "theme-\($0 + 1)") }
    // Kept addresses go first, so that no new topic takes one.
    let kept = atlas.topics.indices.map { index in
      topicStems.indices.contains(index) ? topicStems[index].map { allotment.claim("topics", $0) } : nil
    }
    topics = zip(kept, atlas.topics).enumerated().map { index, topic in
      topic.0 ?? allotment.claim("topics", Slug.of(topic.1.name) ?? "topic-\(index + 1)")
    }
    keywords = atlas.keywords.map {
      allotment.claim("keywords", Slug.of($0.name) ?? Self.fingerprinted($0.name), layout)
    }
    dumps = library.dumps.enumerated().map { allotment.claim("dumps", Slug.of($1.name) ?? "dump-\($0 + 1)") }
  }

  /// An address that stays the same from edition to edition, for a name that cannot be written in ASCII.
  private static func fingerprinted(_ name: String) -> String { "k-" + Fingerprint(name).hex.prefix(10) }

  private mutating func claimFurtherPages(_ library: Library, _ atlas: Atlas, _ allotment: inout Allotment) {
    topicPages = atlas.topics.indices.map {
      allotment.claimPages(after: topics[$0], count: Paging.entries.pages(atlas.topics[$0].papers.count))
    }
    keywordPages = atlas.keywords.indices.map {
      allotment.claimPages(after: keywords[$0], count: Paging.entries.pages(atlas.keywords[$0].papers.count))
    }
    var counts = [Int](repeating: 0, count: library.dumps.count)
    for sighting in library.papers.flatMap(\.sightings) where counts.indices.contains(sighting.dump) {
      counts[sighting.dump] += 1
    }
    let agreed = Consensus.order(library).count
    if agreed > Self.agreedOnFront {
      agreedPages = allotment.claimPages(after: .agreed, count: Paging.entries.pages(agreed))
    }
    dumpPages = dumps.indices.map {
      allotment.claimPages(after: dumps[$0], count: Paging.titles.pages(counts[$0]))
    }
  }

  private mutating func claimLetters(_ library: Library, _ atlas: Atlas, _ allotment: inout Allotment) {
    titleLetters = Letter.index(library.papers.map(\.title), in: "titles", of: .paperIndex, .titles, &allotment)
    glossaryLetters = Letter.index(atlas.acronyms.map(\.short), in: "glossary", of: .glossary, .forms, &allotment)
    keywordLetters = Letter.index(atlas.keywords.map(\.name), in: "keywords", of: .keywordIndex, .names, &allotment)
  }

  private mutating func claimUserPages(_ pages: [UserPage]) throws(Failure) {
    if pages.isEmpty { return }
    var owners = Dictionary(all.map { ($0, "the site itself") }, uniquingKeysWith: { first, _ in first })
    var problems: [Diagnostic] = []
    for page in pages {
      let path = SitePath((Slug.of(page.stem) ?? "") + ".html")
      if path.value == ".html" {
        problems.append(Self.nameless(page))
      } else if let owner = owners.updateValue(page.file, forKey: path) {
        problems.append(Self.collision(page, path, owner))
      }
      userPages.append(path)
    }
    if !problems.isEmpty { throw Failure(problems) }
  }

  private static func nameless(_ page: UserPage) -> Diagnostic {
    Diagnostic(
      "plan.nameless-page", .error, at: SourcePosition(file: page.file),
      "The file's name has no letters that an address can be made of.", hint: "Name it in Latin letters.")
  }

  private static func collision(_ page: UserPage, _ path: SitePath, _ owner: String) -> Diagnostic {
    Diagnostic(
      "plan.collision", .error, at: SourcePosition(file: page.file),
      "The page would be \(path.value), but that address is taken by \(owner).", hint: "Rename the file.")
  }
}
