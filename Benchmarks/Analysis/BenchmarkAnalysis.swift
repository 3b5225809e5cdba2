import ArgumentParser
import Foundation
import Papers
import Synchronization
import Text
import Topics

/// What the analysis finds in a collection and what it costs, without pages.
@main
struct BenchmarkAnalysis: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "BenchmarkAnalysis", abstract: "Analyses a collection and prints topics, keywords and cost.")

  @Argument(help: "Dumps that make the collection.")
  var files: [String]
  @Option(help: "Fixed number of topics.")
  var topics: Int?
  @Option(help: "Threads that may run at once.")
  var threads = 1
  @Option(help: "Seed of the generator.")
  var seed: UInt64?
  @Option(help: "Analyses in a row; the cheapest is told.")
  var times = 1
  @Option(help: "How many keywords are listed, most frequent first.")
  var keywords = 0
  @Flag(help: "Prints fingerprints of topics, themes, keywords, placements, acronyms and figures.")
  var checksum = false
  @Flag(help: "Lists themes and topics.")
  var names = false
  @Option(help: "File that gets a line of JSON for each paper: topics, keywords, phrases, neighbours.")
  var papers: String?

  func run() throws {
    let inputs = try files.map { InputFile(name: $0, bytes: Array(try Data(contentsOf: URL(filePath: $0)))) }
    let library = Library.gather(inputs, threads: threads).library
    print("read \(Self.memory().now) MB")
    var options = AnalysisOptions()
    options.topics = topics
    options.threads = threads
    if let seed { options.seed = seed }
    var atlas = Atlas()
    var least = Double.infinity
    var shortest = Duration.seconds(1_000_000)
    var steps: [Step] = []
    for _ in 0..<max(1, times) {
      let start = Self.cpu()
      let wall = ContinuousClock.now
      let taken = Steps(from: start)
      atlas = Analysis.chart(library.papers, options: options) { taken.end($0) }
      if Self.cpu() - start < least { (least, steps) = (Self.cpu() - start, taken.all) }
      shortest = min(shortest, ContinuousClock.now - wall)
    }
    for step in steps {
      print(step.name.padding(toLength: 12, withPad: " ", startingAt: 0), terminator: "")
      print(String(format: "%8.1f CPU ms  %5d MB now  %5d MB peak", step.cpu * 1000, step.memory.now, step.memory.peak))
    }
    summary(atlas, cpu: least)
    print("wall \(shortest.formatted(.units(allowed: [.milliseconds])))")
    if checksum { print("checksum \(Self.checksum(atlas))") }
    if names { listNames(atlas) }
    listKeywords(atlas)
    if let papers { try Data(lines(library, atlas)).write(to: URL(filePath: papers)) }
  }

  /// What one step of the analysis took: CPU seconds of the process since the step that ended before it, and megabytes
  /// held when it ended.
  private struct Step {
    var name: String
    var cpu: Double
    var memory: (now: Int, peak: Int)
  }

  /// The steps in the order in which they end, on whatever thread.
  private final class Steps: Sendable {
    private let state: Mutex<(before: Double, steps: [Step])>

    init(from start: Double) { state = Mutex((start, [])) }

    var all: [Step] { state.withLock { $0.steps } }

    func end(_ name: String) {
      let (now, memory) = (BenchmarkAnalysis.cpu(), BenchmarkAnalysis.memory())
      state.withLock {
        $0.steps.append(Step(name: name, cpu: now - $0.before, memory: memory))
        $0.before = now
      }
    }
  }

  /// Equal for equal atlases.
  private static func checksum(_ atlas: Atlas) -> String {
    let lists: [[Any]] = [atlas.topics, atlas.themes, atlas.keywords, atlas.placements, atlas.acronyms, atlas.figures]
    return lists.map { list in
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325
      for item in list { for byte in "\(item)".utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 } }
      return String(sum & 0xFFFF_FFFF, radix: 16)
    }.joined(separator: " ")
  }

  private static func memory() -> (now: Int, peak: Int) {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ").dropFirst()
      .first
    return ((pages.flatMap { Int($0) } ?? 0) * 4096 / 1_000_000, usage().ru_maxrss * 1024 / 1_000_000)
  }

  private func summary(_ atlas: Atlas, cpu: Double) {
    let papers = atlas.placements.count
    let largest = atlas.topics.map(\.papers.count).max() ?? 0
    let several = atlas.placements.count { $0.memberships.count > 1 }
    let unassigned = atlas.placements.count { $0.memberships.isEmpty }
    func percent(_ part: Int) -> String { String(format: "%.1f %%", 100 * Double(part) / Double(max(1, papers))) }
    print(
      "papers \(papers), topics \(atlas.topics.count), themes \(atlas.themes.count), keywords \(atlas.keywords.count),",
      "largest \(percent(largest)), unassigned \(unassigned), in several \(percent(several))")
    for figure in atlas.figures { print("\(figure.name): \(String(format: "%.3f", figure.value))") }
    print(String(format: "analysis %.3f CPU s, peak memory %d MB", cpu, Self.usage().ru_maxrss / 1000))
  }

  private func listNames(_ atlas: Atlas) {
    for theme in atlas.themes {
      let size = theme.topics.reduce(0) { $0 + atlas.topics[$1].papers.count }
      print("\n\(theme.name) (\(size))")
      for topic in theme.topics.map({ atlas.topics[$0] }) {
        let terms = topic.terms.prefix(5).joined(separator: ", ")
        print(String(format: "  %4d  u %4.1f  ", topic.papers.count, topic.nameability) + "\(topic.name)  [\(terms)]")
      }
    }
  }

  private func listKeywords(_ atlas: Atlas) {
    let ranked = atlas.keywords.sorted { ($1.papers.count, $0.name) < ($0.papers.count, $1.name) }
    if keywords > 0 {
      print(
        "\n" + ranked.prefix(keywords).map { "\($0.name) \($0.papers.count)/\($0.titleCount)" }.joined(separator: "; "))
    }
  }

  private func lines(_ library: Library, _ atlas: Atlas) -> [UInt8] {
    var json = JSONWriter()
    let near = Analysis.neighbours(of: library.papers, count: 10, threads: threads)
    for (index, paper) in library.papers.enumerated() {
      let placement = atlas.placements[index]
      json.beginObject()
      json.field("id", paper.sourceID ?? paper.id.value)
      json.field("title", paper.title)
      json.field("text", paper.abstract)
      json.field("topic", placement.memberships.first.map { String($0.topic) } ?? "-1")
      json.field("name", placement.memberships.first.map { atlas.topics[$0.topic].name } ?? "")
      json.field("topics", list: placement.memberships.map { String($0.topic) })
      json.field("keywords", list: placement.keywords.map { atlas.keywords[$0].name })
      json.field("phrases", list: placement.phrases)
      json.field("near", list: near[index].map { library.papers[$0].sourceID ?? library.papers[$0].id.value })
      json.endObject()
      json.newline()
    }
    return json.bytes
  }

  private static func usage() -> rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }

  private static func cpu() -> Double {
    let used = usage()
    return Double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + Double(used.ru_utime.tv_usec + used.ru_stime.tv_usec)
      / 1e6
  }
}
