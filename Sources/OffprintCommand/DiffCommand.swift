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
    let diff = try reported(isJSON: json) { () throws(Failure) in try EditionDiff(old: old, new: new) }
    guard json else {
      for line in diff.lines { print(line) }
      return
    }
    JSONResult.print { Self.write(diff, into: &$0) }
  }

  private static func write(_ diff: EditionDiff, into json: inout JSONWriter) {
    write("newPapers", diff.newPapers, into: &json)
    write("gonePapers", diff.gonePapers, into: &json)
    write("newTopics", diff.newTopics, into: &json)
    write("goneTopics", diff.goneTopics, into: &json)
    write("renamedTopics", diff.renamedTopics.map(\.new), into: &json)
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
    for (name, paths) in [
      ("newFiles", diff.newFiles), ("goneFiles", diff.goneFiles), ("changedFiles", diff.changedFiles),
    ] {
      json.key(name)
      json.beginArray()
      for path in paths { json.string(path) }
      json.endArray()
    }
  }

  private static func write(_ name: String, _ items: [EditionDiff.Item], into json: inout JSONWriter) {
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
}
