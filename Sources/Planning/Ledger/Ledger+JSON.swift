import Papers
import Text

extension Ledger {
  /// The ledger as a file, one topic a line, so that version control shows what changed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.newline()
    json.field("format", "offprint-ledger")
    json.field("version", 1)
    line("topics", of: entries, into: &json) { entry, json in
      json.beginObject()
      json.field("id", entry.id)
      json.field("name", entry.name)
      json.field("shown", optional: entry.shown)
      json.field("rename", optional: entry.rename)
      if entry.isPinned {
        json.key("pin")
        json.boolean(true)
      }
      json.field("merge", optional: entry.mergeInto)
      json.field("papers", list: entry.papers.map(\.value))
      json.endObject()
    }
    line("themes", of: themes, into: &json) { topics, json in
      json.beginArray()
      for topic in topics { json.string(topic) }
      json.endArray()
    }
    line("moved", of: moves, into: &json) { move, json in
      json.beginObject()
      json.field("from", move.from)
      json.field("to", move.to)
      json.endObject()
    }
    line("forbid", of: forbidden, into: &json) { name, json in json.string(name) }
    line("keywords", of: keywords, into: &json) { path, json in json.string(path.value) }
    line("gone", of: gone, into: &json) { path, json in json.string(path.value) }
    if let layout { write(layout, into: &json) }
    write(changes, into: &json)
    if let basis { write(basis, into: &json) }
    json.newline()
    json.endObject()
    json.newline()
    return json.bytes
  }

  private func line<Item>(
    _ name: String, of items: [Item], into json: inout JSONWriter, _ write: (Item, inout JSONWriter) -> Void
  ) {
    json.nextLine()
    json.key(name)
    json.beginArray()
    for item in items {
      json.nextLine()
      write(item, &json)
    }
    json.endArray()
  }

  private func write(_ layout: FolderLayout, into json: inout JSONWriter) {
    json.nextLine()
    json.key("divided")
    json.beginObject()
    for (kind, isDivided) in layout.isDivided.sorted(by: { $0.key < $1.key }) {
      json.key(kind)
      json.boolean(isDivided)
    }
    json.endObject()
  }

  private func write(_ basis: Basis, into json: inout JSONWriter) {
    json.nextLine()
    json.key("foundOf")
    json.beginObject()
    json.field("papers", basis.papers)
    json.field("settings", basis.settings)
    json.field("drift", basis.drift)
    json.endObject()
  }

  private func write(_ changes: EditionChanges, into json: inout JSONWriter) {
    json.nextLine()
    json.key("changes")
    changes.write(into: &json)
  }
}

extension EditionChanges {
  /// Writes the changes as an object.
  public func write(into json: inout JSONWriter) {
    json.beginObject()
    json.field("newPapers", list: newPapers.map(\.value))
    json.field("gonePapers", gonePapers)
    json.field("newTopics", list: newTopics)
    json.key("renamedTopics")
    json.beginArray()
    for renaming in renamedTopics {
      json.beginObject()
      json.field("id", renaming.id)
      json.field("from", renaming.from)
      json.endObject()
    }
    json.endArray()
    json.key("goneTopics")
    json.beginArray()
    for departure in goneTopics {
      json.beginObject()
      json.field("name", departure.name)
      json.field("to", optional: departure.to)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
