import Papers
import Planning
import Text
import Topics

/// `collection.json`: themes, topics, keywords, dumps and counts; see `Docs/papers-jsonl.md`.
public struct CollectionExport: Sendable {
  private let title: String
  private let library: Library
  private let atlas: Atlas
  private let plan: SitePlan

  public init(title: String, library: Library, atlas: Atlas, plan: SitePlan) {
    self.title = title
    self.library = library
    self.atlas = atlas
    self.plan = plan
  }

  /// The file; one value a line, so that two editions compare well.
  public func file() -> OutputFile {
    var json = JSONWriter()
    json.beginObject()
    json.field("format", "offprint-collection")
    json.field("version", 1)
    json.field("title", title)
    writeCounts(into: &json)
    writeThemes(into: &json)
    writeTopics(into: &json)
    writeKeywords(into: &json)
    writeDumps(into: &json)
    json.endObject()
    return OutputFile(path: SitePath("collection.json"), bytes: json.bytes + [0x0A])
  }
}

extension CollectionExport {
  private func writeCounts(into json: inout JSONWriter) {
    json.key("counts")
    json.beginObject()
    json.field("read", library.tally.read)
    json.field("papers", library.tally.papers)
    json.field("merged", library.tally.merged)
    json.field("dropped", library.tally.dropped)
    json.field("topics", atlas.topics.count)
    json.field("themes", atlas.themes.count)
    json.field("keywords", atlas.keywords.count)
    json.endObject()
  }

  private func writeThemes(into json: inout JSONWriter) {
    json.key("themes")
    json.beginArray()
    for (index, theme) in atlas.themes.enumerated() {
      json.beginObject()
      json.field("id", plan.themes[index].stem)
      json.field("name", theme.name)
      json.field("page", plan.themes[index].value)
      json.field("papers", theme.topics.reduce(0) { $0 + atlas.topics[$1].papers.count })
      json.field("topics", list: theme.topics.map { plan.topics[$0].stem })
      json.endObject()
    }
    json.endArray()
  }

  private func writeTopics(into json: inout JSONWriter) {
    json.key("topics")
    json.beginArray()
    for (index, topic) in atlas.topics.enumerated() {
      json.beginObject()
      json.field("id", plan.topics[index].stem)
      json.field("name", topic.name)
      json.field("page", plan.topics[index].value)
      json.field("theme", plan.themes[topic.theme].stem)
      json.field("papers", topic.papers.count)
      json.field("alsoPapers", topic.alsoPapers.count)
      json.field("terms", list: topic.terms)
      json.field("near", list: topic.near.map { plan.topics[$0].stem })
      json.key("nameability")
      json.decimal(Double(topic.nameability), places: 2)
      json.key("other")
      json.boolean(topic.isOther)
      json.endObject()
    }
    json.endArray()
  }

  private func writeKeywords(into json: inout JSONWriter) {
    json.key("keywords")
    json.beginArray()
    for (index, keyword) in atlas.keywords.enumerated() {
      json.beginObject()
      json.field("id", plan.keywords[index].stem)
      json.field("name", keyword.name)
      json.field("page", plan.keywords[index].value)
      json.field("papers", keyword.papers.count)
      json.field("goesWith", list: keyword.goesWith.map { plan.keywords[$0].stem })
      json.endObject()
    }
    json.endArray()
  }

  private func writeDumps(into json: inout JSONWriter) {
    json.key("dumps")
    json.beginArray()
    for (index, dump) in library.dumps.enumerated() {
      json.beginObject()
      json.field("id", plan.dumps[index].stem)
      json.field("name", dump.name)
      json.field("file", dump.file)
      json.field("format", dump.format)
      json.field("entries", dump.entries)
      json.field("dropped", dump.dropped)
      json.endObject()
    }
    json.endArray()
  }
}
