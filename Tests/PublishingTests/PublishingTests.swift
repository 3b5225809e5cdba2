import Diagnostics
import Foundation
import Planning
import Testing
import Text

@testable import Publishing

/// A folder of its own for one test, removed when the test ends.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ file: String) -> String? { try? String(contentsOfFile: "\(path)/\(file)", encoding: .utf8) }

  func files() -> [String] {
    (FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? [])
      .filter { !FileSystem.isFolder("\(path)/\($0)") }.sorted()
  }

  func inode(_ file: String) -> UInt64? {
    (try? FileManager.default.attributesOfItem(atPath: "\(path)/\(file)"))?[.systemFileNumber] as? UInt64
  }
}

func page(_ path: String, _ text: String) -> OutputFile {
  OutputFile(path: SitePath(path), bytes: Array(text.utf8))
}

@discardableResult
func publish(_ files: [OutputFile], to output: String) throws -> Publication.Outcome {
  let publication = try Publication.begin(output: output)
  var staged: [StagedFile] = []
  for file in files { staged.append(try publication.staging.stage(file)) }
  return try publication.publish(staged)
}

@Suite("An edition takes the old one's place in one step")
struct PublicationTests {
  let folder: Folder
  var output: String { "\(folder.path)/public" }

  init() throws { folder = try Folder() }

  @Test("the first edition writes every file and its manifest, and leaves nothing beside the output")
  func first() throws {
    let outcome = try publish([page("index.html", "<p>1"), page("topics/a.html", "<p>2")], to: output)
    #expect(outcome.written.map(\.value) == ["index.html", "topics/a.html"])
    #expect(folder.files() == ["public/.offprint/files", "public/index.html", "public/topics/a.html"])
    #expect(try FileSystem.entries(of: folder.path).map(\.name) == ["public"])
  }

  @Test("an unchanged edition touches nothing")
  func unchanged() throws {
    let files = [page("index.html", "<p>1"), page("a.html", "<p>2")]
    try publish(files, to: output)
    let before = folder.inode("public")
    let outcome = try publish(files, to: output)
    #expect(outcome.written.isEmpty && outcome.removed.isEmpty)
    #expect(folder.inode("public") == before)
  }

  @Test("a changed file is written, an unchanged one keeps its inode, a stale one goes")
  func changed() throws {
    try publish([page("same.html", "s"), page("old.html", "o"), page("x/c.html", "1")], to: output)
    let before = folder.inode("public/same.html")
    let outcome = try publish([page("same.html", "s"), page("x/c.html", "2")], to: output)
    #expect(outcome.written.map(\.value) == ["x/c.html"])
    #expect(outcome.removed.map(\.value) == ["old.html"])
    #expect(folder.inode("public/same.html") == before)
    #expect(folder.text("public/x/c.html") == "2")
    #expect(folder.text("public/old.html") == nil)
  }

  @Test("files that no edition wrote stay")
  func foreign() throws {
    try publish([page("index.html", "1")], to: output)
    try "example.org".write(toFile: "\(output)/CNAME", atomically: true, encoding: .utf8)
    try publish([page("index.html", "2")], to: output)
    #expect(folder.text("public/CNAME") == "example.org")
    #expect(folder.text("public/index.html") == "2")
  }

  @Test("somebody's file under a wanted name stops the edition")
  func foreignClash() throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try "mine".write(toFile: "\(output)/index.html", atomically: true, encoding: .utf8)
    let failure = #expect(throws: Failure.self) { try publish([page("index.html", "ours")], to: output) }
    #expect(failure?.diagnostics.first?.id == "output.foreign")
    #expect(folder.text("public/index.html") == "mine")
  }

  @Test("what a killed build left aside is cleared, and the old edition stands until then")
  func leftovers() throws {
    try publish([page("index.html", "1")], to: output)
    let killed = Staging(output: output)
    _ = try killed.stage(page("index.html", "half"))
    #expect(folder.text("public/index.html") == "1")
    try publish([page("index.html", "2")], to: output)
    #expect(try FileSystem.entries(of: folder.path).map(\.name) == ["public"])
  }

  @Test("a second build at once is refused")
  func locked() throws {
    let one = try Publication.begin(output: output)
    var refused: String?
    do throws(Failure) { _ = try Publication.begin(output: output) } catch { refused = error.diagnostics.first?.id }
    #expect(refused == "build.locked")
    try one.discard()
    try publish([page("index.html", "1")], to: output)
  }

  @Test("a manifest that points out of the folder is refused")
  func hostileManifest() throws {
    try publish([page("index.html", "1")], to: output)
    let line = String(repeating: "0", count: 32) + "\t1\t../../etc/passwd\n"
    try line.write(toFile: "\(output)/.offprint/files", atomically: true, encoding: .utf8)
    let failure = #expect(throws: Failure.self) { try publish([], to: output) }
    #expect(failure?.diagnostics.first?.id == "manifest.line")
  }
}

@Suite("A file that comes piece by piece")
struct StagedStreamTests {
  let folder: Folder
  var output: String { "\(folder.path)/public" }
  static let path = SitePath("data/a.jsonl")

  init() throws { folder = try Folder() }

  private func publish(_ pieces: [String]) throws -> [SitePath] {
    let publication = try Publication.begin(output: output)
    var stream = publication.staging.stream(Self.path)
    for piece in pieces { try stream.write(Array(piece.utf8)) }
    let file = try stream.finish()
    #expect(file.fingerprint == Fingerprint(pieces.joined()))
    #expect(file.size == pieces.joined().utf8.count)
    return try publication.publish([file]).written
  }

  @Test("is written where any piece differs, and not touched where none does")
  func pieces() throws {
    let editions: [([String], Bool)] = [
      (["one\n", "two\n"], true), (["one\nt", "wo\n"], false), (["one\n", "2\n"], true), (["one\n", "2\n", "3"], true),
      (["one\n"], true), ([], true), ([], false),
    ]
    for (pieces, isWritten) in editions {
      #expect(try publish(pieces).isEmpty != isWritten)
      #expect(folder.text("public/data/a.jsonl") == pieces.joined())
    }
  }
}

@Suite("Every link and anchor is held against the files")
struct LinkCheckTests {
  func check(_ pages: [String: String]) throws -> [String] {
    let folder = try Folder()
    let staging = Staging(output: "\(folder.path)/public")
    let files = try pages.keys.sorted().map { try staging.stage(page($0, pages[$0] ?? "")) }
    return LinkCheck(files, read: staging.bytes).diagnostics.map(\.id)
  }

  @Test("a broken link is told in the page's own words")
  func words() throws {
    let folder = try Folder()
    let staging = Staging(output: "\(folder.path)/public")
    let files = [try staging.stage(page("a.html", #"<a href="gone/x.html#y">"#))]
    let summary = LinkCheck(files, read: staging.bytes).diagnostics.first?.summary
    #expect(summary == "The link \"gone/x.html#y\" leads to no file of this edition.")
  }

  @Test("a link to a file that is still to come is fine, one to an anchor in it is not")
  func coming() throws {
    let folder = try Folder()
    let staging = Staging(output: "\(folder.path)/public")
    let files = [try staging.stage(page("a.html", #"<a href="r.json"><a href="r.json#x">"#))]
    #expect(
      LinkCheck(files, coming: [SitePath("r.json")], read: staging.bytes).diagnostics.map(\.id) == ["link.anchor"])
  }

  @Test(
    "a page's links",
    arguments: [
      (#"<a href="b/c.html">"#, []),
      (#"<a href="b/c.html#there">"#, []),
      (#"<a href="b/c.html?q=1&amp;r#there">"#, []),
      (##"<p id="x"><a href="#x">"##, []),
      (#"<a href="https://example.org/">"#, []),
      (#"<!-- <b --><a class="k" href="b/c.html">"#, []),
      (#"<a href="b/d.html">"#, ["link.broken"]),
      (#"<a href="b/c.html#gone">"#, ["link.anchor"]),
      (#"<a href="b/">"#, ["link.folder"]),
      (#"<a href="..">"#, ["link.folder"]),
      (#"<a href="/b/c.html">"#, ["link.absolute"]),
      (#"<a href="//host/c.html">"#, ["link.absolute"]),
      (#"<a href="../up.html">"#, ["link.leavesSite"]),
      (#"<a href="javascript:alert(1)">"#, ["link.scheme"]),
      (#"<script src="https://host/x.js">"#, ["link.external"]),
      (#"<link rel="canonical" href="https://host/a.html">"#, []),
      (#"<link rel="stylesheet" href="https://host/a.css">"#, ["link.external"]),
      (#"<img src="gone.png">"#, ["link.broken"]),
      (#"<p id="x"><p id="x">"#, ["link.twice"]),
    ])
  func links(_ html: String, _ expected: [String]) throws {
    #expect(try check(["a.html": html, "b/c.html": #"<p id="there">"#]) == expected)
  }
}
