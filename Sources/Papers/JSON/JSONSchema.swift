/// What one JSON object tells of a paper, whatever the house that wrote it.
struct JSONPaper: Sendable, Equatable {
  var sourceID: String?
  /// Whether that identifier is a label of its own file.
  var hasLocalID = false
  var title = ""
  var abstract = ""
  var details = Details()
}

/// A way to read papers out of JSON objects, recognised by the members that they have.
struct JSONSchema: Sendable {
  /// As the list of dumps names it.
  let name: String
  /// Whether an object is of this schema.
  let recognises: @Sendable (JSONValue) -> Bool
  let paper: @Sendable (JSONValue) -> JSONPaper

  /// In the order in which they are tried; the last one takes every object.
  static let all: [JSONSchema] = [arxiv, daily, openAlex, semanticScholar, csl, own]

  static func of(_ value: JSONValue) -> JSONSchema { all.first { $0.recognises(value) } ?? own }
}
