/// A JSON value; the members of an object stay in their order.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The first member of that name that is not null; nil where this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    for member in members where member.key == key && member.value != .null { return member.value }
    return nil
  }

  /// The first of several names that has a value.
  public subscript(first keys: String...) -> JSONValue? {
    for key in keys { if let value = self[key] { return value } }
    return nil
  }

  public var isObject: Bool { if case .object = self { true } else { false } }

  public var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  public var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// A string, or a number as it would be written.
  public var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    default: nil
    }
  }

  /// A whole number, also where it is written as a string.
  public var integer: Int? {
    switch self {
    case .number(let number): Int(exactly: number)
    case .string(let text): Int(text)
    default: nil
    }
  }

  /// The texts of a list; a single text is a list of one.
  public var texts: [String] {
    if case .array(let values) = self { return values.compactMap(\.text) }
    return text.map { [$0] } ?? []
  }
}
