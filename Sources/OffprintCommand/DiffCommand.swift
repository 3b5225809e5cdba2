import ArgumentParser
import Diagnostics
import Offprint
import Text

/// `offprint diff`: what a rebuild changed.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares two published editions: papers, topics, files.")

  @Argument(help: "The folder of the old edition.")
  var old: String

  @Argument(help: "The folder of the new one.")
  var new: String

  @Flag(help: "Print the result as JSON on standard output.")
  var json = false

  func run() throws {
    let diff = try reported { () throws(Failure) in try EditionDiff(old: old, new: new) }
    if json { print(Self.json(diff)) } else { for line in diff.lines { print(line) } }
  }

  private static func json(_ diff: EditionDiff) -> String {
    var json = JSONWriter()
    func list(_ name: String, _ items: [EditionDiff.Item]) {
      json.key(name)
      json.beginArray()
      for item in items {
        json.beginObject()
        json.field("id", item.id)
        json.field("name", item.name)
        json.endObject()
      }
      json.endArray()
    }
    func files(_ name: String, _ paths: [String]) {
      json.key(name)
      json.beginArray()
      for path in paths { json.string(path) }
      json.endArray()
    }
    json.beginObject()
    list("newPapers", diff.newPapers)
    list("gonePapers", diff.gonePapers)
    list("newTopics", diff.newTopics)
    list("goneTopics", diff.goneTopics)
    list("renamedTopics", diff.renamedTopics.map(\.new))
    json.key("movedPapers")
    json.beginArray()
    for shift in diff.shifts {
      json.beginObject()
      json.field("id", shift.paper.id)
      json.field("title", shift.paper.name)
      json.field("from", shift.from)
      json.field("to", shift.to)
      json.endObject()
    }
    json.endArray()
    files("newFiles", diff.newFiles)
    files("goneFiles", diff.goneFiles)
    files("changedFiles", diff.changedFiles)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
