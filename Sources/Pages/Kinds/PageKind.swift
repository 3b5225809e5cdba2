import Planning

/// Which page of the site, with the numbers that tell it from others of its kind.
enum PageKind: Sendable {
  case digest, topicIndex, keywordIndex, titleIndex, dumpIndex, map, glossary, readingList, search
  case changes, data, report, notFound
  case agreed(page: Int)
  case theme(Int)
  case topic(Int, page: Int)
  case keywordLetter(Int, page: Int)
  case keyword(Int, page: Int)
  case glossaryLetter(Int, page: Int)
  case titleLetter(Int, page: Int)
  case dump(Int, page: Int)
  case register(Int)
  case registerLetter(Int, letter: Int, page: Int)
  case registerEntry(Int, entry: Int, page: Int)
  case paper(Int)
  case user(Int)

  /// Every page of `plan`, each once.
  static func all(_ plan: SitePlan) -> [PageKind] {
    var kinds: [PageKind] = [.digest]
    if plan.has(.topicIndex) { kinds.append(.topicIndex) }
    if plan.has(.keywordIndex) { kinds.append(.keywordIndex) }
    if plan.has(.paperIndex) { kinds.append(.titleIndex) }
    if plan.has(.dumpIndex) { kinds.append(.dumpIndex) }
    if plan.has(.map) { kinds.append(.map) }
    if plan.has(.glossary) { kinds.append(.glossary) }
    if plan.has(.readingList) { kinds.append(.readingList) }
    if plan.has(.changes) { kinds.append(.changes) }
    kinds += [.search, .data, .report, .notFound]
    kinds += plan.agreedPages.indices.map { .agreed(page: $0) }
    kinds += plan.themes.indices.map { .theme($0) }
    kinds += numbered(plan.topicPages) { .topic($0, page: $1) }
    kinds += numbered(ownPages(plan.keywordLetters, .keywordIndex)) { .keywordLetter($0, page: $1) }
    kinds += numbered(plan.keywordPages) { .keyword($0, page: $1) }
    kinds += numbered(ownPages(plan.titleLetters, .paperIndex)) { .titleLetter($0, page: $1) }
    kinds += numbered(ownPages(plan.glossaryLetters, .glossary)) { .glossaryLetter($0, page: $1) }
    kinds += numbered(plan.dumpPages) { .dump($0, page: $1) }
    for register in plan.registers.indices { kinds += pages(of: register, plan.registers[register]) }
    kinds += plan.papers.indices.map { .paper($0) }
    kinds += plan.userPages.indices.map { .user($0) }
    return kinds
  }

  private static func pages(of place: Int, _ register: Register) -> [PageKind] {
    [.register(place)]
      + numbered(ownPages(register.letters, register.kind.index)) { .registerLetter(place, letter: $0, page: $1) }
      + numbered(register.entries.map(\.pages)) { .registerEntry(place, entry: $0, page: $1) }
  }

  private static func numbered(_ lists: [[SitePath]], _ make: (Int, Int) -> PageKind) -> [PageKind] {
    lists.enumerated().flatMap { list, pages in pages.indices.map { make(list, $0) } }
  }

  /// Pages of the letters but for those that share the index.
  private static func ownPages(_ letters: [Letter], _ index: SitePath) -> [[SitePath]] {
    letters.map { $0.pages == [index] ? [] : $0.pages }
  }
}
