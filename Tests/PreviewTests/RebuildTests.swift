import Foundation
import Offprint
import Testing

@testable import Preview

@Suite("Building again when something changes", .timeLimit(.minutes(2)))
struct RebuildTests {
  private let folder: String
  private var request = BuildRequest()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "offprint-watch-\(UUID().uuidString)").path
    request.site = folder
    try write("dumps/list.txt", "First title\nThe first abstract.\nSecond title\nThe second abstract.\n")
  }

  private func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func built(_ event: Preview.Event?) -> BuildResult? {
    if case .built(let result) = event { result } else { nil }
  }

  @Test("what changed nothing builds nothing, the ledger that a build writes included")
  func quiet() throws {
    var preview = try Preview(request)
    #expect(built(preview.refresh()) != nil)
    #expect(preview.refresh() == nil)
  }

  @Test("a changed dump is read again; a new page needs no reading and no analysis")
  func phases() throws {
    var preview = try Preview(request)
    _ = preview.refresh()
    try write("pages/about.md", "Hello.")
    let page = built(preview.refresh())
    #expect(page?.phases.first?.name == "plan")
    #expect(preview.current.showing.files?.contains("about.html") == true)
    try write("dumps/more.txt", "Third title\nThe third abstract.\n")
    #expect(built(preview.refresh())?.tally.papers == 3)
  }

  @Test("own vectors are watched too, wherever they lie below the folder")
  func vectors() throws {
    try write("dumps/list.jsonl", #"{"id": "a", "title": "A third title", "abstract": "The third abstract."}"#)
    try write("offprint.yml", "embeddings: vectors/v.f32\n")
    try write("vectors/v.ids", "a\n")
    try write("vectors/v.f32", "ab  ")
    var preview = try Preview(request)
    #expect(built(preview.refresh()) != nil)
    #expect(preview.refresh() == nil)
    preview.wait()
    try write("vectors/v.f32", "ab  cd  ")
    #expect(built(preview.refresh())?.phases.first?.name == "read")
    let clock = ContinuousClock()
    preview.wait()
    try write("vectors/v.ids", "b\n")
    #expect(clock.measure { preview.wait() } < .milliseconds(800))
    guard case .failed = preview.refresh() else { return #expect(Bool(false), "no id is that of a paper") }
  }

  @Test("a fault is shown, and gone once it is mended")
  func faults() throws {
    var preview = try Preview(request)
    _ = preview.refresh()
    try write("offprint.yml", "titel: Wrong\n")
    guard case .failed = preview.refresh() else { return #expect(Bool(false), "the build did not fail") }
    #expect(preview.current.showing.problems.first?.position?.line == 1)
    try write("offprint.yml", "title: Right\n")
    #expect(built(preview.refresh()) != nil)
    #expect(preview.current.showing.problems.isEmpty)
  }

  @Test("waiting ends soon after a file was saved")
  func waiting() throws {
    var preview = try Preview(request)
    _ = preview.refresh()
    // What the build itself did in the folder.
    preview.wait()
    let clock = ContinuousClock()
    try write("pages/about.md", "Hello.")
    #expect(preview.refresh() != nil)
    try write("pages/about.md", "Hello again.")
    let time = clock.measure { preview.wait() }
    #expect(time < .milliseconds(800))
  }
}
