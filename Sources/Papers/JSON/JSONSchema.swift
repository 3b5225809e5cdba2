import Text

/// A way to read papers out of JSON objects, recognised by the members that they have.
struct JSONSchema: Sendable {
  /// As the list of dumps names it.
  let name: String
  /// Whether an object is of this schema.
  let recognises: @Sendable (JSONValue) -> Bool
  let paper: @Sendable (JSONValue) -> FoundPaper

  /// In the order in which they are tried; the last one takes every object.
  static let all: [JSONSchema] = [edition, arxiv, daily, openAlex, semanticScholar, csl, own]

  static func of(_ value: JSONValue) -> JSONSchema { all.first { $0.recognises(value) } ?? own }
}
