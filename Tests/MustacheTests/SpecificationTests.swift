import Foundation
import Testing

@testable import Mustache

/// One file of the published Mustache specification.
private struct SpecificationFile: Decodable {
  var tests: [Case]

  struct Case: Decodable {
    var name: String
    var template: String
    var data: JSONValue
    var partials: [String: String]?
    var expected: String
  }
}

/// The published specification, where its files are found (`OFFPRINT_MUSTACHE_SPEC`, else beside the repository).
@Suite struct SpecificationTests {
  static let folder =
    ProcessInfo.processInfo.environment["OFFPRINT_MUSTACHE_SPEC"] ?? "../shared/data/mustache-spec"
  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  @Test(
    .enabled(if: isPresent, "the specification is not here"),
    arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections", "inheritance"])
  func passes(_ name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).json"))
    let file = try JSONDecoder().decode(SpecificationFile.self, from: data)
    #expect(!file.tests.isEmpty)
    for test in file.tests {
      let partials = (test.partials ?? [:]).sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) }
      let set = try TemplateSet(
        files: [(name: " main", text: test.template)] + partials, dialect: .specification)
      let template: Template<JSONValue> = try set.template(" main", shape: test.data.shape())
      let shown = String(decoding: template.render(test.data), as: UTF8.self)
      #expect(shown == test.expected, "\(name): \(test.name)")
    }
  }
}
