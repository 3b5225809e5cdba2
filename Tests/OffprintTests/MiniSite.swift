import Foundation

@testable import Offprint

/// A site folder on disk, made from a literal and removed when the test ends.
final class MiniSite {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "offprint-site-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  @discardableResult
  func build(threads: Int = 2, _ change: (inout BuildRequest) -> Void = { _ in }) throws -> BuildResult {
    var request = BuildRequest()
    request.site = path
    request.threads = threads
    change(&request)
    return try Edition.build(request)
  }

  func text(_ name: String) -> String { (try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)) ?? "" }

  /// Every file below a folder of the site, by name.
  func files(_ folder: String = "public") throws -> [String: Data] {
    let root = "\(path)/\(folder)"
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
      if !isFolder.boolValue { found[name] = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)")) }
    }
    return found
  }

  /// So many made-up papers in the form of a text dump, about four subjects.
  static func dump(_ count: Int, from first: Int = 0) -> String {
    let subjects = [
      ("graph neural networks", "message passing over nodes and edges", "molecules"),
      ("speech recognition", "acoustic models of spoken language", "audio corpora"),
      ("query optimisation", "join orders in relational databases", "analytic workloads"),
      ("public-key cryptography", "hardness of lattice problems", "secure protocols"),
    ]
    return (first..<first + count).map { index in
      let (subject, idea, use) = subjects[index % subjects.count]
      return """
        Study number \(index) of \(subject)
        We present a method for \(subject) that rests on \(idea). In \(index + 2) experiments on \(use) it is shown \
        that \(subject) gains from \(idea). The results for \(use) are discussed with regard to earlier work.

        """
    }.joined()
  }
}
