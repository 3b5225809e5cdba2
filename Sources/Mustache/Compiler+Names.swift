import Diagnostics

/// Names.
extension Compiler {
  /// The slot to read and the way from there; nil after an error was reported.
  mutating func resolve(_ name: Name, _ source: Source, _ scope: Scope) -> (slot: Int, access: Access)? {
    let parts =
      name.text == "."
      ? ["."]
      : name.text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    let candidates = parts == ["."] ? Array(scope.shapes.prefix(1)) : scope.shapes
    guard let shape = candidates.first(where: { $0.fields[parts[0]] != nil }), var access = shape.fields[parts[0]]
    else {
      let names = scope.shapes.flatMap { $0.fields.keys }
      unknown(
        source, name, parts[0] == "." ? "{{.}} has no meaning here" : "unknown name \"\(parts[0])\"", parts[0], names)
      return nil
    }
    for part in parts.dropFirst() {
      if case .list(_, let items) = access, part == "-count" {
        access = .number { frame in
          var count = 0
          items(frame) {
            count = $1; _ = $2
          }
          return count
        }
        continue
      }
      guard case .part(let inner, let step) = access else {
        unknown(source, name, "\"\(part)\" is no name inside of \(access.kind)", part, [])
        return nil
      }
      let fields = inner().fields
      guard let next = fields[part] else {
        unknown(source, name, "unknown name \"\(part)\" in \"\(name.text)\"", part, Array(fields.keys))
        return nil
      }
      access = next.through(step)
    }
    return (slot(shape), access)
  }

  private mutating func unknown(
    _ source: Source, _ name: Name, _ summary: String, _ word: String, _ names: [String]
  ) {
    if set.dialect == .specification { return }
    let known = Set(names).subtracting(["."]).sorted()
    let list = known.isEmpty ? nil : "known here: \(known.joined(separator: ", "))"
    report(source, "unknown-name", name, summary, Source.didYouMean(word, among: known) ?? list)
  }

  mutating func report(
    _ source: Source, _ id: String, _ name: Name, _ summary: String, _ hint: String? = nil
  ) {
    let error = source.error(id, at: name.offset, summary, hint: hint)
    if !errors.contains(error) { errors.append(error) }
  }
}
