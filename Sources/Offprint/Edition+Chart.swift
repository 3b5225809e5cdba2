import Diagnostics
import Papers
import Planning
import Publishing
import Text
import Topics

extension Edition {
  /// The papers of the input and their topics.
  static func chart(
    _ request: BuildRequest, _ site: SiteFolder, _ inputs: [String], _ ledger: Ledger
  ) throws(Failure) -> (library: Library, chart: Atlas) {
    var (shelf, clock) = (Shelf(), PhaseClock())
    let (library, _, chart) = try chart(request, site, inputs, ledger, &shelf, &clock) { _ in }
    return (library, chart)
  }

  /// The papers of the input and their topics, from the shelf where they lie there.
  static func chart(
    _ request: BuildRequest, _ site: SiteFolder, _ inputs: [String], _ ledger: Ledger, _ shelf: inout Shelf,
    _ clock: inout PhaseClock,
    _ progress: (String) -> Void
  ) throws(Failure) -> (Library, [Diagnostic], Atlas) {
    let topics = request.topics ?? site.configuration.topics
    let vectors = site.configuration.embeddings.map { SiteFolder.join(site.path, $0) }
    let basis = Shelf.Basis(
      inputs: (inputs + (vectors.map(EmbeddingsFile.paths) ?? [])).compactMap { FileStamp($0) }, names: inputs,
      topics: topics, forbidden: ledger.forbidden, embeddings: vectors)
    if let item = shelf.item(for: basis) { return (item.library, item.diagnostics, item.chart) }

    progress("Reading")
    let gathered = try Library.gather(try InputFiles.open(inputs), threads: request.threads)
    let library = gathered.library
    var diagnostics = gathered.diagnostics
    if inputs.isEmpty { diagnostics.append(noInput(site)) }
    var options = AnalysisOptions()
    if let vectors {
      let embeddings = try EmbeddingsFile.read(vectors)
      diagnostics += try EmbeddingsFile.gaps(embeddings, library, path: vectors)
      options.embeddings = embeddings
    }
    if request.isStrict { try refuse(diagnostics, from: .warning) }
    clock.end("read")

    progress("Finding topics")
    options.topics = topics
    options.forbidden = ledger.forbidden
    // Own vectors may be others at any time, and say more of the papers than the topics before.
    options.earlier = vectors == nil ? ledger.topics(for: library, settings: settings(request, site)) : nil
    options.threads = request.threads
    let chart = Analysis.chart(library.papers, options: options)
    clock.end("analyse")
    shelf.keep(library, diagnostics, chart, for: basis)
    return (library, diagnostics, chart)
  }

  /// Fingerprint of what topics depend on beside the papers.
  static func settings(_ request: BuildRequest, _ site: SiteFolder) -> String {
    Fingerprint((request.topics ?? site.configuration.topics).map { String($0) } ?? "auto").hex
  }

  private static func noInput(_ site: SiteFolder) -> Diagnostic {
    Diagnostic(
      "input.none", .warning, at: SourcePosition(file: SiteFolder.join(site.path, "dumps")),
      "There is no input file.", action: "An edition without papers was made.",
      hint: "Put dumps into this folder, or name them with --input.")
  }

  private static func refuse(_ diagnostics: [Diagnostic], from least: Severity) throws(Failure) {
    guard diagnostics.contains(where: { $0.severity >= least }) else { return }
    throw Failure(
      diagnostics.map { diagnostic in
        var strict = diagnostic
        if strict.severity >= least { strict.severity = .error }
        return strict
      })
  }
}
