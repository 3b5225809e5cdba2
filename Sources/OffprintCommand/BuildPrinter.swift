import Diagnostics
import Offprint
import Text

/// Prints the result of a build, for people or as JSON.
struct BuildPrinter {
  let isQuiet: Bool
  let isJSON: Bool
  let showsMetrics: Bool
  /// Messages below this severity are not shown to people.
  var least = Severity.note

  func print(_ result: BuildResult) {
    Console.endProgress()
    if isJSON {
      Swift.print(json(result.diagnostics, result))
      return
    }
    show(result.diagnostics)
    if showsMetrics { for line in table(result.phases) { Console.note(line) } }
    if !isQuiet { Swift.print(result.summary) }
  }

  func print(_ failure: Failure) {
    Console.endProgress()
    if isJSON {
      Swift.print(json(failure.diagnostics, nil))
    } else {
      show(failure.diagnostics)
    }
  }

  private func show(_ diagnostics: [Diagnostic]) {
    let form = ConsoleForm(least: isQuiet ? .error : least, isColoured: Console.isTerminal)
    Console.write(form.text(of: diagnostics))
  }

  private func table(_ phases: [PhaseFigures]) -> [String] {
    func cell(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    func milliseconds(_ seconds: Double) -> String {
      let tenths = Int((seconds * 10_000).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    var lines = ["phase          wall ms    CPU ms   peak MB"]
    for phase in phases {
      lines.append(
        phase.name + cell(milliseconds(phase.wall), 22 - phase.name.count) + cell(milliseconds(phase.cpu), 10)
          + cell("\(phase.peakMemory / 1_000_000)", 10))
    }
    let wall = phases.reduce(0) { $0 + $1.wall }
    let cpu = phases.reduce(0) { $0 + $1.cpu }
    lines.append("total" + cell(milliseconds(wall), 17) + cell(milliseconds(cpu), 10))
    return lines
  }

  private func json(_ diagnostics: [Diagnostic], _ result: BuildResult?) -> String {
    var json = JSONWriter()
    json.beginObject()
    if let result {
      json.field("output", result.output)
      json.field("read", result.tally.read)
      json.field("papers", result.tally.papers)
      json.field("merged", result.tally.merged)
      json.field("dropped", result.tally.dropped)
      json.field("topics", result.topics)
      json.field("files", result.outcome.files)
      json.field("written", result.outcome.written.count)
      json.field("removed", result.outcome.removed.count)
      if showsMetrics { write(result.phases, into: &json) }
    }
    json.key("messages")
    JSONForm.write(diagnostics, to: &json)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ phases: [PhaseFigures], into json: inout JSONWriter) {
    json.key("phases")
    json.beginArray()
    for phase in phases {
      json.beginObject()
      json.field("name", phase.name)
      json.key("wall")
      json.decimal(phase.wall, places: 6)
      json.key("cpu")
      json.decimal(phase.cpu, places: 6)
      json.field("peakMemory", phase.peakMemory)
      json.endObject()
    }
    json.endArray()
  }
}
