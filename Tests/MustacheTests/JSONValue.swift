import Foundation

@testable import Mustache

/// A JSON value that templates can show: the tests' stand-in for a typed model.
indirect enum JSONValue: Sendable, Decodable {
  case null
  case flag(Bool)
  case number(Int)
  case decimal(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .number(value)
    } else if let value = try? container.decode(Double.self) {
      self = .decimal(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(name: String) -> JSONValue {
    if name == "." { return self }
    if case .object(let members) = self { return members[name] ?? .null }
    return .null
  }

  var string: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .decimal(let number): String(number)
    default: ""
    }
  }

  var isTrue: Bool { if case .flag(true) = self { true } else { false } }
  var items: [JSONValue] { if case .list(let items) = self { items } else { [] } }
}

extension JSONValue: Viewable {
  static var schema: Schema<JSONValue> { Schema(.text(".") { $0.string }) }

  /// The names that this very value has, at any depth. An empty list inside of items of a list of the same name is
  /// taken for one of more such items.
  func shape(_ numbers: ShapeNumbers = ShapeNumbers(), _ lists: [String: Items] = [:]) -> Shape {
    let variant = numbers.next()
    var fields: [Field<JSONValue>] = []
    if case .object(let members) = self {
      for (name, value) in members.sorted(by: { $0.key < $1.key }) { fields.append(value.field(name, numbers, lists)) }
    } else {
      fields.append(field(".", numbers, lists))
    }
    return Schema(fields).shape(variant: variant)
  }

  private func field(_ name: String, _ numbers: ShapeNumbers, _ lists: [String: Items]) -> Field<JSONValue> {
    switch self {
    case .null, .text, .number, .decimal: return .text(name) { $0[name].string }
    case .flag: return .flag(name) { $0[name].isTrue }
    case .list(let items):
      guard let first = items.first else {
        let items = lists[name] ?? Items(first: .object([:]), number: numbers.next())
        return .list(name, shape: { items.first.shape(ShapeNumbers(last: items.number), lists) }) { $0[name].items }
      }
      var inner = lists
      inner[name] = Items(first: first, number: numbers.last)
      let item = first.shape(numbers, inner)
      return .list(name, shape: { item }) { $0[name].items }
    case .object:
      let part = shape(numbers, lists)
      return .part(name, shape: { part }) { $0[name] }
    }
  }

  /// The first item of a list, and the number before that of its shape.
  struct Items: Sendable {
    var first: JSONValue
    var number: Int
  }
}

/// Counts shapes, so that each gets a number of its own.
final class ShapeNumbers {
  private(set) var last: Int

  init(last: Int = 0) { self.last = last }

  func next() -> Int {
    last += 1
    return last
  }
}
