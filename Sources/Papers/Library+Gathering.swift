import Diagnostics
import Parallel
import Text

extension Library {
  /// Reads, mends and merges files of any format into one library.
  ///
  /// The order of `sources` and the number of threads change nothing: dumps stand in order of their file names, then of
  /// their content. Nothing is lost without a message, and no entry stops the ones after it.
  /// - Throws: Where a file cannot be read to its end, or is too large for its format.
  public static func gather(
    _ sources: [InputSource], threads: Int
  ) throws(Failure) -> (library: Library, diagnostics: [Diagnostic]) {
    var gathering = Gathering(slices: Slices(threads: threads))
    for source in try ordered(sources) { try gathering.add(source) }
    return gathering.end()
  }

  /// The same for files that are in memory.
  public static func gather(_ files: [InputFile], threads: Int) -> (library: Library, diagnostics: [Diagnostic]) {
    do throws(Failure) {
      return try gather(files.map { InputSource($0) }, threads: threads)
    } catch {
      return (Library(dumps: [], papers: [], merges: [], tally: Tally()), error.diagnostics)
    }
  }

  /// In order of their names; those of one name in order of their content.
  private static func ordered(_ sources: [InputSource]) throws(Failure) -> [InputSource] {
    var counts: [String: Int] = [:]
    for source in sources { counts[source.file, default: 0] += 1 }
    var keyed: [(source: InputSource, content: Fingerprint?)] = []
    for source in sources {
      let isAlone = counts[source.file] == 1
      keyed.append((source, isAlone ? nil : Fingerprint(try source.read(0..<source.size))))
    }
    return keyed.sorted { a, b in
      if a.source.file != b.source.file { return a.source.file < b.source.file }
      guard let one = a.content, let other = b.content, one != other else { return a.source.name < b.source.name }
      return one < other
    }.map(\.source)
  }
}

/// Dumps on their way to a library, one after another.
private struct Gathering {
  let slices: Slices
  private var dumps: [Dump] = []
  private var diagnostics: [Diagnostic] = []
  private var merging = Merging()
  private var tally = Tally()

  /// Records that are mended at a time.
  private static let batch = 4_096

  init(slices: Slices) { self.slices = slices }

  mutating func add(_ source: InputSource) throws(Failure) {
    var dump = Dump(name: source.stem, file: source.file, format: "", entries: 0, dropped: 0)
    var notes: [Diagnostic] = []
    dump.format = try SourceReading(source: source, slices: slices).read { reading in
      notes += reading.diagnostics
      dump.dropped += reading.dropped
      dump.entries += reading.dropped + reading.records.count
      let over = max(0, tally.read + dump.entries - Limits.entries)
      take(reading.records.dropLast(over))
      if over > 0 { refuse(Array(reading.records.suffix(over)), &dump, &notes) }
    }.rawValue
    tally.read += dump.entries
    tally.dropped += dump.dropped
    dumps.append(dump)
    diagnostics += Self.inOrder(notes)
  }

  private mutating func take(_ records: ArraySlice<Record>) {
    var rest = records
    while !rest.isEmpty {
      let batch = Array(rest.prefix(Self.batch))
      rest = rest.dropFirst(Self.batch)
      for mended in slices.mapEach(batch.count, { MendedRecord(batch[$0]) }) { merging.add(mended, dump: dumps.count) }
    }
  }

  /// Drops entries beyond the most that one build can hold.
  private func refuse(_ records: [Record], _ dump: inout Dump, _ notes: inout [Diagnostic]) {
    dump.dropped += records.count
    notes.append(
      Diagnostic(
        "input.too-many", .error, at: records.first?.position,
        "\(records.count) more entries than the \(Limits.entries) that one edition can hold",
        action: "dropped them", hint: "make several editions"))
  }

  mutating func end() -> (library: Library, diagnostics: [Diagnostic]) {
    merging.identify()
    tally.papers = merging.papers.count
    tally.merged = merging.merges.count
    return (Library(dumps: dumps, papers: merging.papers, merges: merging.merges, tally: tally), diagnostics)
  }

  /// In order of their places; those of one place stay as they came.
  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let places = (a.element.position, b.element.position)
      return ((places.0?.line ?? 0), places.0?.column ?? 0, a.offset) < (
        (places.1?.line ?? 0), places.1?.column ?? 0, b.offset
      )
    }.map(\.element)
  }
}
