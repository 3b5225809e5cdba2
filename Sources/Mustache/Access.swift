import Text

/// The way from a frame to one of its values.
///
/// Values that a model stores are read where they lie, by their place in it; others are asked for.
@usableFromInline
enum Access: Sendable {
  case text(@Sendable (Frame) -> String)
  case storedText(Int)
  case storedOptionalText(Int)
  case prepared(@Sendable (Frame) -> PreparedText)
  case storedPrepared(Int)
  case link(@Sendable (Frame) -> PreparedLink)
  case storedLink(Int)
  case number(@Sendable (Frame) -> Int)
  case markup(@Sendable (Frame) -> Markup)
  case storedMarkup(Int)
  case flag(@Sendable (Frame) -> Bool)
  case storedFlag(Int)
  case list(shape: @Sendable () -> Shape, Items)
  /// `with` hands over the part, or returns false where it is missing.
  case part(shape: @Sendable () -> Shape, with: Step)

  /// Hands over the first item of a list, the number of items, and the bytes from one to the next.
  @usableFromInline
  typealias Items = @Sendable (Frame, (Frame, Int, Int) -> Void) -> Void

  /// The way to a part.
  @usableFromInline
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
    if case .stored(let offset) = step { return advanced(by: offset) }
    return switch self {
    case .text(let get): .text(Self.follow(step, "", get))
    case .storedText(let place): .text(Self.follow(step, "") { $0.advanced(by: place).value() })
    case .storedOptionalText(let place):
      .text(Self.follow(step, "") { ($0.advanced(by: place).value() as String?) ?? "" })
    case .prepared(let get): .prepared(Self.follow(step, .none, get))
    case .storedPrepared(let place): .prepared(Self.follow(step, .none) { $0.advanced(by: place).value() })
    case .link(let get): .link(Self.follow(step, .none, get))
    case .storedLink(let place): .link(Self.follow(step, .none) { $0.advanced(by: place).value() })
    case .number(let get): .number(Self.follow(step, 0, get))
    case .markup(let get): .markup(Self.follow(step, Markup(), get))
    case .storedMarkup(let place): .markup(Self.follow(step, Markup()) { $0.advanced(by: place).value() })
    case .flag(let get): .flag(Self.follow(step, false, get))
    case .storedFlag(let place): .flag(Self.follow(step, false) { $0.advanced(by: place).value() })
    case .list(let shape, let items):
      .list(shape: shape) { frame, body in _ = step(frame) { items($0, body) } }
    case .part(let shape, let with): .part(shape: shape, with: Self.join(step, with))
    }
  }

  /// The same access from a value in which this one's lies `offset` bytes from the start.
  private func advanced(by offset: Int) -> Access {
    switch self {
    case .text(let get): .text { get($0.advanced(by: offset)) }
    case .storedText(let place): .storedText(place + offset)
    case .storedOptionalText(let place): .storedOptionalText(place + offset)
    case .prepared(let get): .prepared { get($0.advanced(by: offset)) }
    case .storedPrepared(let place): .storedPrepared(place + offset)
    case .link(let get): .link { get($0.advanced(by: offset)) }
    case .storedLink(let place): .storedLink(place + offset)
    case .number(let get): .number { get($0.advanced(by: offset)) }
    case .markup(let get): .markup { get($0.advanced(by: offset)) }
    case .storedMarkup(let place): .storedMarkup(place + offset)
    case .flag(let get): .flag { get($0.advanced(by: offset)) }
    case .storedFlag(let place): .storedFlag(place + offset)
    case .list(let shape, let items): .list(shape: shape) { items($0.advanced(by: offset), $1) }
    case .part(let shape, let with): .part(shape: shape, with: Self.join(.stored(offset: offset), with))
    }
  }

  private static func follow<Value: Sendable>(
    _ step: Step, _ missing: Value, _ get: @escaping @Sendable (Frame) -> Value
  ) -> @Sendable (Frame) -> Value {
    { frame in
      var value = missing
      _ = step(frame) { value = get($0) }
      return value
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
    case .text, .storedText, .storedOptionalText, .prepared, .storedPrepared, .link, .storedLink: "text"
    case .number: "a number"
    case .markup, .storedMarkup: "markup"
    case .flag, .storedFlag: "a condition"
    case .list: "a list"
    case .part: "a part with names of its own"
    }
  }

  /// Whether there is something to show.
  var isPresent: @Sendable (Frame) -> Bool {
    switch self {
    case .text(let get): { !get($0).isEmpty }
    case .storedText(let place): { !($0.advanced(by: place).value() as String).isEmpty }
    case .storedOptionalText(let place): { !(($0.advanced(by: place).value() as String?) ?? "").isEmpty }
    case .prepared(let get): { !get($0).isEmpty }
    case .storedPrepared(let place): { !($0.advanced(by: place).value() as PreparedText).isEmpty }
    case .link(let get): { !get($0).isEmpty }
    case .storedLink(let place): { !($0.advanced(by: place).value() as PreparedLink).isEmpty }
    case .number(let get): { get($0) != 0 }
    case .markup(let get): { !get($0).isEmpty }
    case .storedMarkup(let place): { !($0.advanced(by: place).value() as Markup).isEmpty }
    case .flag(let test): test
    case .storedFlag(let place): { $0.advanced(by: place).value() }
    case .list(_, let items):
      { frame in
        var isThere = false
        items(frame) { _, count, _ in isThere = count > 0 }
        return isThere
      }
    case .part(_, let with): { frame in with(frame) { _ in } }
    }
  }

  /// A single value as a part that is missing where it is empty, so that a section can show it as `{{.}}`.
  var asPart: (shape: Shape, with: Step)? {
    let isPresent = isPresent
    func part(_ shape: Shape, _ place: Int) -> (shape: Shape, with: Step) {
      let step = Step.made { frame, body in
        guard isPresent(frame) else { return false }
        body(frame.advanced(by: place))
        return true
      }
      return (shape, step)
    }
    return switch self {
    case .text(let get): (String.schema.shape(), Self.part(get) { !$0.isEmpty })
    // A text that is there lies at the start of the optional one.
    case .storedText(let place), .storedOptionalText(let place): part(String.schema.shape(), place)
    case .prepared(let get): (PreparedText.schema.shape(), Self.part(get) { !$0.isEmpty })
    case .storedPrepared(let place): part(PreparedText.schema.shape(), place)
    case .link(let get): (PreparedLink.schema.shape(), Self.part(get) { !$0.isEmpty })
    case .storedLink(let place): part(PreparedLink.schema.shape(), place)
    case .number(let get): (Int.schema.shape(), Self.part(get) { $0 != 0 })
    case .markup(let get): (Markup.schema.shape(), Self.part(get) { !$0.isEmpty })
    case .storedMarkup(let place): part(Markup.schema.shape(), place)
    case .flag, .storedFlag, .list, .part: nil
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
