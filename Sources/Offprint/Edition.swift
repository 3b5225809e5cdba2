import Diagnostics
import Pages
import Papers
import Parallel
import Planning
import Publishing
import Text
import Topics

/// An edition: the phases from dumps to a published site, in order.
///
/// Each phase is a function of those before it; nothing is published before the last check has passed.
public enum Edition {
  /// Builds and publishes an edition.
  /// - Parameter progress: Told the name of each phase as it begins.
  /// - Throws: The diagnostics that kept the edition from being published; the old one stands then.
  public static func build(
    _ request: BuildRequest, progress: (String) -> Void = { _ in }
  ) throws(Failure) -> BuildResult {
    var shelf = Shelf()
    return try build(request, shelf: &shelf, progress: progress)
  }

  /// The same, with what an earlier build left on the shelf; neither changes a byte of the output.
  public static func build(
    _ request: BuildRequest, shelf: inout Shelf, progress: (String) -> Void = { _ in }
  ) throws(Failure) -> BuildResult {
    var clock = PhaseClock()
    let site = try SiteFolder(request.site ?? "")
    let output = request.output ?? SiteFolder.join(site.path, site.configuration.output)
    let inputs = try request.inputs.isEmpty ? site.inputs() : InputFiles.all(request.inputs)
    let ledgerFile = LedgerFile(site: request.site, output: output)
    let publication = try Publication.begin(output: output)
    let basis = try EditionBasis(request, site, inputs)
    if let basis, let result = try standing(publication, basis, ledgerFile, request, output, &clock) { return result }

    let before = try ledgerFile.read()
    let (library, diagnostics, chart) = try chart(
      request, site, inputs, before, &shelf, &clock, progress)

    let continuity = Continuity(ledger: before, library: library, atlas: chart)
    var content = try content(site, library, continuity, diagnostics, threads: request.threads)
    var ledger = continuity.ledger(plan: content.plan)
    ledger.basis = before.nextBasis(library, settings: settings(request, site), drift: chart.drift)
    content.changes = ledger.changes
    content.gone = ledger.gone
    clock.end("plan")

    var press = Press(
      publication, threads: request.threads, keepsMarkdown: site.configuration.markdown,
      templates: try site.templates(), content: content)
    do throws(Failure) {
      progress("Making the search index")
      try press.stageSearch()
      clock.end("search")
      progress("Rendering")
      try press.stagePages()
      clock.end("render")
      try press.stageSiteFiles()
      try press.stageData()
      if ledgerFile.isInOutput { try press.stage(OutputFile(path: LedgerFile.sitePath, bytes: ledger.json)) }
      clock.end("export")
      progress("Checking")
      try press.check()
      clock.end("check")
    } catch {
      try press.discard()
      throw Failure(diagnostics + error.diagnostics)
    }
    progress("Publishing")
    let outcome = try press.publish()
    try ledgerFile.keep(ledger)
    var result = BuildResult(
      output: output, tally: library.tally, topics: content.atlas.topics.count, outcome: outcome,
      diagnostics: diagnostics, phases: [])
    if let basis, basis.isCurrent { try basis.keep(result, ledger: ledger.json) }
    clock.end("publish")
    result.phases = clock.phases
    return result
  }
}

extension Edition {
  /// The result of a build that has nothing to do, since the same things made the edition that stands there whole.
  private static func standing(
    _ publication: borrowing Publication, _ basis: EditionBasis, _ ledgerFile: LedgerFile, _ request: BuildRequest,
    _ output: String, _ clock: inout PhaseClock
  ) throws(Failure) -> BuildResult? {
    let fingerprint = basis.fingerprint(ledger: try FileSystem.read(ledgerFile.path))
    guard let (record, outcome) = try publication.standing(basis: fingerprint, threads: request.threads),
      let diagnostics = basis.diagnostics(of: record), record.tally.count == 4
    else { return nil }
    clock.end("compare")
    let (read, papers, merged, dropped) = (record.tally[0], record.tally[1], record.tally[2], record.tally[3])
    return BuildResult(
      output: output, tally: Tally(read: read, papers: papers, merged: merged, dropped: dropped),
      topics: record.topics, outcome: outcome, diagnostics: diagnostics, phases: clock.phases)
  }

  /// All that pages and index are made of, with every address known.
  private static func content(
    _ site: SiteFolder, _ library: Library, _ continuity: Continuity, _ diagnostics: [Diagnostic], threads: Int
  ) throws(Failure) -> EditionContent {
    let userPages = try site.userPages()
    let plan = try SitePlan.make(
      library: library, atlas: continuity.atlas, userPages: userPages, topicStems: continuity.stems,
      layout: continuity.layout, hasChanges: !library.papers.isEmpty)
    var content = EditionContent(
      title: site.configuration.title, library: library, atlas: continuity.atlas, plan: plan)
    content.description = site.configuration.description
    content.baseURL = site.configuration.baseURL
    content.date = site.configuration.date
    content.language = site.configuration.language
    content.userPages = userPages
    content.moves = continuity.successors
    content.diagnostics = diagnostics
    content.extras.atomFeed = AtomFeed.path("feed")
    content.extras.jsonFeed = JSONFeed.path("feed")
    content.extras.manifest = SiteFiles.webManifestPath
    content.extras.icon = Press.icon
    content.extras.downloads = [
      .init("Papers", SitePath("papers.jsonl"), say: "All that is known of every paper, one JSON object a line."),
      .init("Collection", SitePath("collection.json"), say: "Themes, topics, keywords and dumps with their figures."),
      .init("Report", ReportExport.path, say: "The figures of the build and the fingerprint of every file."),
    ]
    let papers = library.papers
    content.contributions = Slices(threads: threads).mapEach(papers.count) { index in
      Contribution.range(in: papers[index].abstract)
    }
    content.slices = Slices(threads: threads)
    content.links = Slices(threads: threads).mapEach(papers.count) { Links.find(in: papers[$0].abstract) }
    let contributions = content.contributions
    content.kinds = content.slices.mapEach(papers.count) {
      PaperKind.of(papers[$0], contribution: contributions[$0])
    }
    return content
  }
}
