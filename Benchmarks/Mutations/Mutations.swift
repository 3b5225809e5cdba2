import Diagnostics
import Foundation
import Papers

/// Harms files in many small ways and holds what is still read of each against what was read before.
///
///     swift run -c release BenchmarkMutations COUNT FILE…
///
/// An entry that the harm did not touch has to be read as before; one that it did may change or go, but not in silence.
@main
enum Mutations {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let count = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
      return print("BenchmarkMutations COUNT FILE…")
    }
    for name in arguments.dropFirst() {
      let trial = Trial(name: name, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: name))))
      let faults = (0..<count).flatMap { trial.faults(seed: $0) }
      for fault in faults { print("  \(fault)") }
      print("\(name): \(trial.entries) entries, \(count) harms, \(faults.count) faults")
    }
  }
}

/// One file as it was read before any harm.
struct Trial {
  private let name: String
  private let bytes: [UInt8]
  private let library: Library
  private let warnings: Int
  /// First line of every entry, rising.
  private let starts: [Int]
  /// Titles of the entries that begin on a line.
  private var titles: [Int: [String]] = [:]

  var entries: Int { library.tally.read }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let (library, diagnostics) = Library.gather([InputFile(name: name, bytes: bytes)], threads: 2)
    self.library = library
    warnings = Self.warnings(diagnostics)
    for paper in library.papers {
      for sighting in paper.sightings.prefix(1) { titles[sighting.line, default: []].append(paper.title) }
    }
    starts = titles.keys.sorted()
  }

  /// What went wrong with one harm.
  func faults(seed: Int) -> [String] {
    let harm = Harm(bytes, seed: seed)
    let (found, diagnostics) = Library.gather([InputFile(name: name, bytes: harm.bytes)], threads: 2)
    let place = "seed \(seed), \(harm.kind.rawValue) at line \(line(of: harm.touched.lowerBound))"
    var faults: [String] = []
    let tally = found.tally
    if tally.read != tally.papers + tally.merged + tally.dropped { faults.append("\(place): \(tally) does not add up") }
    let read = Set(found.papers.map(\.title))
    let lost = untouched(harm.touched).filter { !read.contains($0) }
    if !lost.isEmpty { faults.append("\(place): \(lost.count) untouched entries lost, first \(lost[0])") }
    let gone = library.tally.read - tally.read
    if gone > 0, harm.kind != .cut, Self.warnings(diagnostics) <= warnings {
      faults.append("\(place): \(gone) entries gone in silence")
    }
    return faults
  }

  private static func warnings(_ diagnostics: [Diagnostic]) -> Int {
    diagnostics.count { $0.severity >= .warning }
  }

  private func untouched(_ range: ClosedRange<Int>) -> [String] {
    let first = line(of: range.lowerBound)
    let last = line(of: range.upperBound)
    var kept: [String] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] - 1 : Int.max
      if end < first || start > last { kept += titles[start, default: []] }
    }
    return kept
  }

  private func line(of offset: Int) -> Int { bytes[..<offset].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } }
}
