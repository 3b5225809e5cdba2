import ArgumentParser
import Diagnostics
import Offprint
import Publishing
import Text

/// `offprint check`: an input or a published edition, without building anything.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks input files, a site folder, or a published edition: files, links, anchors.",
    discussion: "The exit code is 1 where there is an error (with --strict: or a warning).")

  @Argument(help: "Input files or folders of them; or one site folder, or the folder of a published edition.")
  var paths: [String]

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Print the result as JSON on standard output.")
  var json = false

  func run() throws {
    let diagnostics: [Diagnostic]
    var facts: [(String, Int)]
    do {
      let kind = paths.count == 1 ? FolderKind(paths[0]) : nil
      if kind == .edition {
        let inspection = try Inspection.of(paths[0], threads: Processors.count)
        diagnostics = inspection.diagnostics
        facts = [
          ("files", inspection.files), ("bytes", inspection.bytes), ("links", inspection.links),
          ("anchors", inspection.anchors),
        ]
      } else {
        let check =
          try kind == .site
          ? InputCheck.of(site: paths[0], threads: Processors.count) : InputCheck.of(paths, threads: Processors.count)
        diagnostics = check.diagnostics
        let tally = check.tally
        facts = [
          ("read", tally.read), ("papers", tally.papers), ("merged", tally.merged), ("dropped", tally.dropped),
        ]
      }
    } catch {
      try fail(error)
    }
    show(diagnostics, facts)
    let worst = DiagnosticTally(diagnostics).worst ?? .note
    if worst >= (strict ? .warning : .error) { throw ExitCode(1) }
  }

  private func fail(_ failure: any Error) throws -> Never {
    if let failure = failure as? Failure { show(failure.diagnostics, []) }
    throw ExitCode(1)
  }

  private func show(_ diagnostics: [Diagnostic], _ facts: [(String, Int)]) {
    guard json else {
      let least: Severity = quiet ? (strict ? .warning : .error) : .note
      Console.write(ConsoleForm(least: least, isColoured: Console.isTerminal).text(of: diagnostics))
      if !facts.isEmpty, !quiet { print(facts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")) }
      return
    }
    JSONResult.print(diagnostics) { json in
      for (name, value) in facts { json.field(name, value) }
    }
  }
}
