import Diagnostics
import Pages
import Papers
import Parallel
import Planning
import Publishing
import Search
import Text
import Theme

/// Makes the files of an edition slice by slice, stages them, checks them, publishes them.
struct Press: ~Copyable {
  private let content: EditionContent
  private let keepsMarkdown: Bool
  private let slices: Slices
  private let templates: [Theme.File]
  private let publication: Publication
  private var staged: [StagedFile] = []
  /// What many pages hold alike.
  private var repeated = RepeatedMarkup()
  /// Pages at old addresses; staged after the site map, which must not list them.
  private var signposts: [OutputFile] = []

  /// Files that are staged by one thread before it takes the next slice.
  private static let sliceSize = 32

  init(
    _ publication: consuming Publication, threads: Int, keepsMarkdown: Bool, templates: [Theme.File],
    content: EditionContent
  ) {
    self.content = content
    self.keepsMarkdown = keepsMarkdown
    self.templates = templates
    slices = Slices(threads: threads)
    self.publication = publication
  }

  /// The search index, below `search/`.
  mutating func stageSearch() throws(Failure) {
    try SearchIndex.write(SearchDocuments(content).all(slices), threads: slices.threads) {
      (files: [SearchIndex.File]) throws(Failure) in
      try stage(files.count, sliceSize: 4) { index in
        [OutputFile(path: SitePath("search/\(files[index].name)"), bytes: files[index].bytes)]
      }
    }
  }

  /// The theme's assets and every page, with its Markdown beside it where the publisher wants it.
  mutating func stagePages() throws(Failure) {
    let assets = templates.filter { $0.name.hasPrefix("assets/") }
    try stage(assets.count) {
      [OutputFile(path: SitePath(assets[$0].name), bytes: CompactAsset.bytes(assets[$0].text, name: assets[$0].name))]
    }
    let renderer = try PageRenderer(theme: templates.map { ($0.name, $0.text) }, content: content)
    repeated = RepeatedMarkup(renderer.repeatedMarkup)
    let keepsMarkdown = keepsMarkdown
    try stage(renderer.count) { index in
      let page = renderer.render(index, withMarkdown: keepsMarkdown)
      let html = OutputFile(path: page.path, bytes: page.html)
      guard let markdown = page.markdown else { return [html] }
      return [html, OutputFile(path: page.path.markdown, bytes: markdown)]
    }
    signposts = renderer.signposts.map { OutputFile(path: $0.path, bytes: $0.html) }
    let takeaways = renderer.takeaways
    try stage(takeaways.count, sliceSize: 1) { index in
      takeaways.files(index).map { OutputFile(path: $0.path, bytes: $0.bytes) }
    }
    for file in takeaways.whole {
      var stream = publication.staging.stream(file.path)
      for index in 0..<file.count { try stream.write(file.piece(index)) }
      staged.append(try stream.finish())
    }
    let list = renderer.readingList
    try stage(list.count, sliceSize: 1) { index in
      let file = list.file(index)
      return [OutputFile(path: file.path, bytes: file.bytes)]
    }
  }

  /// Feeds, site map, robots and web manifest.
  mutating func stageSiteFiles() throws(Failure) {
    let imprint = Imprint(
      title: content.title, description: content.description ?? "Papers grouped by topic and keyword.",
      baseURL: content.baseURL, date: content.date, language: content.language)
    let feeds = Feeds(content).all
    try stage(feeds.count) { [AtomFeed(feeds[$0], imprint).file(), JSONFeed(feeds[$0], imprint).file()] }
    let site = SiteFiles(imprint)
    let pages = staged.map(\.path).filter { $0.value.hasSuffix(".html") }
    let files = site.siteMap(pages) + [site.robots(), site.webManifest(icon: Self.icon)]
    try stage(files.count) { [files[$0]] }
  }

  /// The site's sign, a file of the theme.
  static let icon = SitePath("assets/icon.svg")

  /// `papers.jsonl`, `collection.json`, `changes.json` where there was an edition before, and the pages at old addresses.
  mutating func stageData() throws(Failure) {
    let papers = PapersExport(
      library: content.library, atlas: content.atlas, plan: content.plan, kinds: content.kinds)
    let collection = CollectionExport(
      title: content.title, library: content.library, atlas: content.atlas, plan: content.plan)
    var stream = publication.staging.stream(PapersExport.path)
    try papers.write(threads: slices.threads) { (bytes: [UInt8]) throws(Failure) in try stream.write(bytes) }
    staged.append(try stream.finish())
    var files = [collection.file()] + signposts
    if content.plan.has(.changes) { files.append(ChangesExport(content.changes).file()) }
    let all = files
    try stage(all.count) { [all[$0]] }
  }

  /// One more file.
  mutating func stage(_ file: OutputFile) throws(Failure) { try stage(1) { _ in [file] } }

  /// Holds every link and anchor against the files, and writes `report.json`.
  mutating func check() throws(Failure) {
    let check = LinkCheck(
      staged, coming: [ReportExport.path, ServiceWorker.path], repeated: repeated,
      read: publication.staging.bytes)
    guard check.diagnostics.isEmpty else { throw Failure(check.diagnostics) }
    // All that follows lists the files by path, which costs little where they are in that order.
    staged.sort { $0.path < $1.path }
    let report = ReportExport(library: content.library, atlas: content.atlas, diagnostics: content.diagnostics)
      .file(staged, check: check)
    try stage(report)
    try stage(ServiceWorker(staged).file())
    try refuseCollisions()
  }

  consuming func publish() throws(Failure) -> Publication.Outcome { try publication.publish(staged) }

  consuming func discard() throws(Failure) { try publication.discard() }
}

extension Press {
  /// Makes the files of `count` items and stages them, in slices on all threads, in order.
  private mutating func stage(
    _ count: Int, sliceSize: Int = Self.sliceSize, _ files: @Sendable (Int) -> [OutputFile]
  ) throws(Failure) {
    let staging = publication.staging
    let repeated = repeated
    let parts = slices.map(count, sliceSize: sliceSize) { range -> Result<[StagedFile], Failure> in
      var part: [StagedFile] = []
      do throws(Failure) {
        for index in range { for file in files(index) { part.append(try staging.stage(file, repeated)) } }
      } catch {
        return .failure(error)
      }
      return .success(part)
    }
    for part in parts { staged += try part.get() }
  }

  private borrowing func refuseCollisions() throws(Failure) {
    let paths = staged.map(\.path).sorted()
    let twice = zip(paths, paths.dropFirst()).filter { $0 == $1 }.map(\.0)
    guard !twice.isEmpty else { return }
    throw Failure(
      twice.map {
        Diagnostic(
          "plan.collision", .error, at: SourcePosition(file: $0.value), "Two files of the edition have this address.",
          action: "Nothing was published.")
      })
  }
}
