import Text

/// The way from a frame to one of its values.
enum Access: Sendable {
  case text(@Sendable (Frame) -> String)
  case number(@Sendable (Frame) -> Int)
  case markup(@Sendable (Frame) -> Markup)
  case flag(@Sendable (Frame) -> Bool)
  /// `each` hands over each item with its index and the count of all.
  case list(
    shape: @Sendable () -> Shape, count: @Sendable (Frame) -> Int,
    each: @Sendable (Frame, (Frame, Int, Int) -> Void) -> Void)
  /// `with` hands over the part, or returns false where it is missing.
  case part(shape: @Sendable () -> Shape, with: Step)

  /// The way to a part.
  enum Step: Sendable {
    /// The part lies in the value itself, so many bytes from its start.
    case stored(offset: Int)
    /// The part is made when asked for: it is handed over, or false returned where it is missing.
    case made(@Sendable (Frame, (Frame) -> Void) -> Bool)

    @inline(__always)
    func callAsFunction(_ frame: Frame, _ body: (Frame) -> Void) -> Bool {
      switch self {
      case .stored(let offset):
        body(frame.advanced(by: offset))
        return true
      case .made(let make): return make(frame, body)
      }
    }
  }
}

extension Access {
  /// The same access from one step further out: `name` as `part.name`.
  func through(_ step: Step) -> Access {
    switch self {
    case .text(let get): .text(Self.follow(step, "", get))
    case .number(let get): .number(Self.follow(step, 0, get))
    case .markup(let get): .markup(Self.follow(step, Markup(), get))
    case .flag(let get): .flag(Self.follow(step, false, get))
    case .list(let shape, let count, let each):
      .list(
        shape: shape, count: Self.follow(step, 0, count),
        each: { frame, body in _ = step(frame) { each($0, body) } })
    case .part(let shape, let with): .part(shape: shape, with: Self.join(step, with))
    }
  }

  private static func follow<Value: Sendable>(
    _ step: Step, _ missing: Value, _ get: @escaping @Sendable (Frame) -> Value
  ) -> @Sendable (Frame) -> Value {
    switch step {
    case .stored(let offset): { get($0.advanced(by: offset)) }
    case .made(let make):
      { frame in
        var value = missing
        _ = make(frame) { value = get($0) }
        return value
      }
    }
  }

  private static func join(_ first: Step, _ second: Step) -> Step {
    if case .stored(let outer) = first, case .stored(let inner) = second { return .stored(offset: outer + inner) }
    return .made { frame, body in
      var isThere = false
      _ = first(frame) { isThere = second($0, body) }
      return isThere
    }
  }

  /// What it is, in words for a message.
  var kind: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .markup: "markup"
    case .flag: "a condition"
    case .list: "a list"
    case .part: "a part with names of its own"
    }
  }

  /// Whether there is something to show.
  var isPresent: @Sendable (Frame) -> Bool {
    switch self {
    case .text(let get): { !get($0).isEmpty }
    case .number(let get): { get($0) != 0 }
    case .markup(let get): { !get($0).isEmpty }
    case .flag(let test): test
    case .list(_, let count, _): { count($0) > 0 }
    case .part(_, let with): { frame in with(frame) { _ in } }
    }
  }

  /// A single value as a part that is missing where it is empty, so that a section can show it as `{{.}}`.
  var asPart: (shape: Shape, with: Step)? {
    switch self {
    case .text(let get): (String.schema.shape(), Self.part(get) { !$0.isEmpty })
    case .number(let get): (Int.schema.shape(), Self.part(get) { $0 != 0 })
    case .markup(let get): (Markup.schema.shape(), Self.part(get) { !$0.isEmpty })
    case .flag, .list, .part: nil
    }
  }

  private static func part<Value>(
    _ get: @escaping @Sendable (Frame) -> Value, _ isPresent: @escaping @Sendable (Value) -> Bool
  ) -> Step {
    .made { frame, body in
      let value = get(frame)
      guard isPresent(value) else { return false }
      withUnsafePointer(to: value) { body(Frame($0)) }
      return true
    }
  }
}
