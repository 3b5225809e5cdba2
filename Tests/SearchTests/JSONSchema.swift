import Foundation

/// As much of JSON Schema 2020-12 as `Docs/search-index.schema.json` uses; a keyword it does not know is a complaint.
struct JSONSchema {
  private let root: [String: Any]

  init(_ file: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// What is wrong with `value`, held against the whole schema or one of its definitions; empty where nothing is.
  func complaints(_ value: Any, definition: String? = nil) -> [String] {
    check(value, definition.map { ["$ref": "#/$defs/\($0)"] } ?? root, at: definition ?? "index")
  }

  private func check(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    var found: [String] = []
    for (keyword, rule) in schema.sorted(by: { $0.key < $1.key }) {
      if let complaint = complaint(value, keyword, rule) { found.append("\(place): \(complaint)") }
      found += children(value, keyword, rule, schema).flatMap { check($0.value, $0.schema, at: place + $0.place) }
    }
    return found
  }

  private func complaint(_ value: Any, _ keyword: String, _ rule: Any) -> String? {
    let object = value as? [String: Any]
    let array = value as? [Any]
    let limit = (rule as? NSNumber)?.doubleValue ?? 0
    let isRight =
      switch keyword {
      case "type": (rule as? [String] ?? [rule as? String ?? ""]).contains { isOf(value, $0) }
      case "const": (rule as? NSObject)?.isEqual(value) ?? false
      case "required": object == nil || (rule as? [String] ?? []).allSatisfy { object?[$0] != nil }
      case "minimum": number(value).map { $0 >= limit } ?? true
      case "maximum": number(value).map { $0 <= limit } ?? true
      case "minItems": array.map { Double($0.count) >= limit } ?? true
      case "maxItems": array.map { Double($0.count) <= limit } ?? true
      case "pattern": (value as? String).map { matches($0, rule) } ?? true
      case "$ref", "$defs", "$schema", "title", "properties", "patternProperties", "additionalProperties", "items",
        "prefixItems":
        true
      default: false
      }
    return isRight ? nil : "\(keyword) \(rule) does not hold for \(String("\(value)".prefix(60)))"
  }

  /// The parts of a value that a keyword holds against a schema of their own.
  private func children(
    _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any]
  ) -> [(value: Any, schema: [String: Any], place: String)] {
    let object = value as? [String: Any] ?? [:]
    let array = value as? [Any] ?? []
    switch keyword {
    case "$ref":
      let name = (rule as? String ?? "").replacingOccurrences(of: "#/$defs/", with: "")
      let definition = (root["$defs"] as? [String: [String: Any]])?[name]
      return [(value, definition ?? ["missing": name], "")]
    case "properties":
      return (rule as? [String: [String: Any]] ?? [:]).compactMap { name, schema in
        object[name].map { ($0, schema, ".\(name)") }
      }
    case "patternProperties":
      return (rule as? [String: [String: Any]] ?? [:]).flatMap { pattern, schema in
        object.filter { matches($0.key, pattern) }.map { ($0.value, schema, ".\($0.key)") }
      }
    case "additionalProperties":
      let named = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
      let patterns = (schema["patternProperties"] as? [String: Any] ?? [:]).keys
      let others = object.keys.filter { key in !named.contains(key) && !patterns.contains { matches(key, $0) } }
      return others.map { ($0, ["not named in the schema": true], ".\($0)") }
    case "items": return array.enumerated().map { ($1, rule as? [String: Any] ?? [:], "[\($0)]") }
    case "prefixItems":
      return zip(array, rule as? [[String: Any]] ?? []).map { ($0, $1, "") }
    default: return []
    }
  }

  private func isOf(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "number": number(value) != nil
    case "integer": number(value).map { $0.rounded() == $0 } ?? false
    default: false
    }
  }

  private func number(_ value: Any) -> Double? { value is String ? nil : (value as? NSNumber)?.doubleValue }

  private func matches(_ text: String, _ pattern: Any) -> Bool {
    text.range(of: pattern as? String ?? "", options: .regularExpression) != nil
  }
}
