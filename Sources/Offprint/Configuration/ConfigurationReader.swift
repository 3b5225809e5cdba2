import Diagnostics
import Yams

/// Reads `offprint.yml`, naming line and column of whatever it cannot take.
struct ConfigurationReader {
  private let file: String
  private var configuration = Configuration()
  private var diagnostics: [Diagnostic] = []

  private init(file: String) { self.file = file }

  /// The configuration in `text`.
  /// - Throws: one diagnostic for each unknown key, wrong type or value out of range.
  static func read(_ text: String, file: String) throws(Failure) -> Configuration {
    var reader = ConfigurationReader(file: file)
    guard let root = try reader.parse(text) else { return Configuration() }
    guard case .mapping(let mapping) = root else {
      throw Failure(reader.problem("config.shape", root, "The configuration is to be a list of `key: value` lines."))
    }
    for (key, value) in mapping { reader.take(key, value) }
    guard reader.diagnostics.isEmpty else { throw Failure(reader.diagnostics) }
    return reader.configuration
  }
}

extension ConfigurationReader {
  private typealias Setting = (name: String, take: (inout ConfigurationReader, Node) -> Void)

  /// Every key that there is, with what it takes.
  private static var settings: [Setting] {
    [
      ("title", { $0.text($1) { $0.title = $1 } }),
      ("description", { $0.text($1) { $0.description = $1 } }),
      ("base-url", { $0.address($1) }),
      ("date", { $0.day($1) }),
      ("language", { $0.language($1) }),
      ("colour", { $0.colour($1, over: Colours.lightPaper) { $0.colours.light = $1 } }),
      ("colour-dark", { $0.colour($1, over: Colours.darkPaper) { $0.colours.dark = $1 } }),
      ("dumps", { $0.list($1) { $0.dumps = $1 } }),
      ("output", { $0.folder($1) }),
      ("topics", { $0.count($1) }),
      ("embeddings", { $0.text($1) { $0.embeddings = $1 } }),
      ("markdown", { $0.flag($1) { $0.markdown = $1 } }),
    ]
  }

  private func parse(_ text: String) throws(Failure) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw Failure(
          Diagnostic(
            "config.yaml", .error, at: SourcePosition(file: file, line: mark.line, column: mark.column),
            "This is no YAML: \(problem).", action: "Nothing was built."))
      case .duplicatedKeysInMapping(let keys, _): throw Failure(keys.map { twice($0, text) })
      default: throw Failure(Diagnostic("config.yaml", .error, at: SourcePosition(file: file), "\(error)"))
      }
    } catch {
      throw Failure(Diagnostic("config.yaml", .error, at: SourcePosition(file: file), "\(error)"))
    }
  }
}

/// What each kind of value has to be.
extension ConfigurationReader {
  private mutating func take(_ key: Node, _ value: Node) {
    let name = key.string ?? ""
    if let setting = Self.settings.first(where: { $0.name == name }) {
      setting.take(&self, value)
      return
    }
    let names = Self.settings.map(\.name)
    diagnostics.append(
      problem(
        "config.unknown-key", key, "There is no key \"\(name)\".",
        hint: NearMiss.suggestion(for: name, among: names).map { "Did you mean \"\($0)\"?" }
          ?? "The keys are: \(names.joined(separator: ", "))."))
  }

  private mutating func text(_ node: Node, _ set: (inout Configuration, String) -> Void) {
    guard case .scalar = node, let text = node.string, !text.isEmpty else {
      diagnostics.append(problem("config.type", node, "Text is expected here."))
      return
    }
    set(&configuration, text)
  }

  private mutating func flag(_ node: Node, _ set: (inout Configuration, Bool) -> Void) {
    guard let flag = node.bool else {
      diagnostics.append(problem("config.type", node, "`true` or `false` is expected here."))
      return
    }
    set(&configuration, flag)
  }

  private mutating func list(_ node: Node, _ set: (inout Configuration, [String]) -> Void) {
    if case .sequence(let items) = node {
      let texts = items.compactMap { item in if case .scalar = item { item.string } else { nil } }
      if texts.count == items.count { return set(&configuration, texts) }
    }
    diagnostics.append(problem("config.type", node, "A list is expected here, one `- item` a line."))
  }

  private mutating func count(_ node: Node) {
    if node.string == "auto" { return }
    guard let count = node.int, (1...500).contains(count) else {
      diagnostics.append(problem("config.type", node, "`auto` or a number from 1 to 500 is expected here."))
      return
    }
    configuration.topics = count
  }

  private mutating func colour(_ node: Node, over paper: Colour, _ set: (inout Configuration, Colour) -> Void) {
    guard let colour = node.string.flatMap({ Colour($0) }) else {
      diagnostics.append(problem("config.type", node, "A colour in quotes is expected here, such as \"#8c1d2f\"."))
      return
    }
    let contrast = colour.contrast(with: paper)
    guard contrast >= Colours.leastContrast else {
      let told = Double(Int(contrast * 10)) / 10
      let hint = "It has \(told) : 1 against \(paper.text); \(Colours.leastContrast) : 1 is the least."
      diagnostics.append(problem("config.contrast", node, "The colour is too close to that of the paper.", hint: hint))
      return
    }
    set(&configuration, colour)
  }

  private mutating func day(_ node: Node) {
    guard let text = node.string, CalendarDay(text) != nil else {
      diagnostics.append(problem("config.type", node, "A day is expected here, such as 2026-11-21."))
      return
    }
    configuration.date = text
  }

  private mutating func address(_ node: Node) {
    guard let text = node.string, text.hasPrefix("https://") || text.hasPrefix("http://"),
      !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E || $0 == 0x3F || $0 == 0x23 })
    else {
      diagnostics.append(
        problem("config.type", node, "A web address is expected here, such as https://example.org/papers/."))
      return
    }
    configuration.baseURL = text.hasSuffix("/") ? text : text + "/"
  }

  private mutating func language(_ node: Node) {
    let parts = (node.string ?? "").split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 | 0x20 &- 0x61 < 26 }
    }
    guard isTag, let first = parts.first, first.utf8.count > 1, first.utf8.allSatisfy({ $0 | 0x20 &- 0x61 < 26 }) else {
      diagnostics.append(
        problem("config.type", node, "A language is expected here by its tag, such as `en` or `pt-BR`."))
      return
    }
    configuration.language = node.string ?? ""
  }

  private mutating func folder(_ node: Node) {
    let parts = (node.string ?? "").split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let own = ["dumps", "pages", "templates", "offprint.yml", "ledger.json"]
    guard case .scalar = node, let first = parts.first, node.string?.hasPrefix("/") == false, !parts.contains("..")
    else {
      diagnostics.append(problem("config.type", node, "A folder below this one is expected here, such as `public`."))
      return
    }
    guard !own.contains(String(first)) else {
      diagnostics.append(problem("config.folder", node, "The edition would stand among the files that it is made of."))
      return
    }
    configuration.output = node.string ?? ""
  }

  /// A key that stands there a second time.
  private func twice(_ key: String, _ text: String) -> Diagnostic {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let places = lines.indices.filter { lines[$0].hasPrefix(key) && lines[$0].dropFirst(key.count).first == ":" }
    let line = places.dropFirst().first.map { $0 + 1 } ?? 0
    return Diagnostic(
      "config.twice", .error, at: SourcePosition(file: file, line: line, column: line > 0 ? 1 : 0),
      "The key \"\(key)\" stands here for the second time.", action: "Nothing was built.",
      hint: places.first.map { "The first one is in line \($0 + 1)." })
  }

  private func problem(_ id: String, _ node: Node, _ summary: String, hint: String? = nil) -> Diagnostic {
    let position = SourcePosition(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    return Diagnostic(id, .error, at: position, summary, action: "Nothing was built.", hint: hint)
  }
}
