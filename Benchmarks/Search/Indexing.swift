import Foundation
import Glibc
import Search
import Text

/// What it costs to build the search index of an edition, without reading papers or finding topics.
///
///     swift run -c release BenchmarkSearch PAPERS.JSONL [FOLDER [RUNS]]
///
/// Prints CPU and wall seconds, the process's peak memory, sizes and a checksum; writes the index into FOLDER.
@main
struct Indexing {
  /// What of a line of an edition's `papers.jsonl` the index holds.
  private struct Line: Decodable {
    struct Topic: Decodable { var id: String }
    var id: String
    var title: String
    var abstract: String?
    var page: String
    var topics: [Topic]?
    var keywords: [String]?
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, !arguments.contains("") else {
      print("Usage: BenchmarkSearch PAPERS.JSONL [FOLDER [RUNS]]")
      exit(2)
    }
    let documents = try read(arguments[1])
    let runs = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
    let before = megabytes
    var files: [SearchIndex.File] = []
    var times: [(cpu: Double, wall: Double)] = []
    for _ in 0..<max(1, runs) {
      files = []
      let start = (cpu: cpu, wall: wall)
      files = SearchIndex.files(documents, threads: sysconf(Int32(_SC_NPROCESSORS_ONLN)))
      times.append((cpu - start.cpu, wall - start.wall))
    }
    let middle = times.sorted { $0.cpu < $1.cpu }[times.count / 2]
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    print(
      "papers \(documents.count), CPU s \(rounded(middle.cpu)), wall s \(rounded(middle.wall)),",
      "peak MB \(megabytes) (\(before) before), files \(files.count), bytes \(bytes),",
      "checksum \(Fingerprint(files.flatMap { Array(Fingerprint($0.bytes).hex.utf8) }).hex.prefix(12))")
    if arguments.count > 2 { try write(files, arguments[2]) }
  }

  private static func read(_ path: String) throws -> [SearchDocument] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map { line in
      let paper = try decoder.decode(Line.self, from: line)
      return SearchDocument(
        id: paper.id, title: paper.title, abstract: paper.abstract ?? "", path: paper.page, note: "Dump, rank 1",
        facets: [
          SearchFacet("topic", (paper.topics ?? []).map { .init($0.id, path: "topics/\($0.id).html") }),
          SearchFacet("keyword", (paper.keywords ?? []).map { .init($0) }),
        ])
    }
  }

  private static func write(_ files: [SearchIndex.File], _ folder: String) throws {
    let folder = URL(fileURLWithPath: folder)
    for file in files {
      let place = folder.appending(path: file.name)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
  }

  private static var usage: rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }

  private static var megabytes: Int { usage.ru_maxrss / 1000 }

  private static var cpu: Double {
    let times = [usage.ru_utime, usage.ru_stime]
    return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  private static var wall: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  private static func rounded(_ seconds: Double) -> String { String(format: "%.3f", seconds) }
}
