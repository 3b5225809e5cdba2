import Diagnostics
import Parallel
import Text

extension Library {
  /// Reads, mends and merges files of any format into one library.
  ///
  /// The order of `files` and the number of threads change nothing: dumps stand in order of their file names, then of
  /// their content. Nothing is lost without a message, and no entry stops the ones after it.
  public static func gather(_ files: [InputFile], threads: Int) -> (library: Library, diagnostics: [Diagnostic]) {
    let slices = Slices(threads: threads)
    var dumps: [Dump] = []
    var diagnostics: [Diagnostic] = []
    var merging = Merging()
    var tally = Tally()
    for file in ordered(files) {
      let (format, reading) = read(file, slices)
      dumps.append(
        Dump(
          name: file.stem, file: file.file, format: format.rawValue,
          entries: reading.records.count + reading.dropped, dropped: reading.dropped))
      diagnostics += inOrder(reading.diagnostics)
      tally.read += reading.records.count + reading.dropped
      tally.dropped += reading.dropped
      let records = reading.records
      for mended in slices.mapEach(records.count, { MendedRecord(records[$0]) }) {
        merging.add(mended, dump: dumps.count - 1)
      }
    }
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

  private static func ordered(_ files: [InputFile]) -> [InputFile] {
    files.map { (file: $0, content: Fingerprint($0.bytes)) }
      .sorted { ($0.file.file, $0.content, $0.file.name) < ($1.file.file, $1.content, $1.file.name) }
      .map(\.file)
  }

  private static func read(_ file: InputFile, _ slices: Slices) -> (InputFormat, Reading) {
    let (bytes, notes) = Unpacking.unpack(file)
    let lines = bytes.withUnsafeBufferPointer { LineTable($0) }
    let format = InputFormat.of(bytes, lines)
    var reading = Reading(diagnostics: notes)
    if bytes.isEmpty { return (format, reading) }
    switch format {
    case .textDump: reading.append(TextDumpReader.read(bytes, file: file.name, lines: lines, slices: slices))
    case .jsonLines: reading.append(JSONReader.readLines(bytes, file: file.name, lines: lines, slices: slices))
    case .json: reading.append(JSONReader.readValues(bytes, file: file.name, lines: lines))
    case .ris, .pubMed: reading.append(TaggedReader.read(bytes, file: file.name, lines: lines))
    case .atom: reading.append(AtomReader.read(bytes, file: file.name, lines: lines))
    case .bibTeX: reading.append(BibTeXReader.read(bytes, file: file.name, lines: lines))
    }
    return (format, reading)
  }
}
