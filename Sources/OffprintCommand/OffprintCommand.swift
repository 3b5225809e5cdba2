import ArgumentParser
import Glibc

/// The program's entry: its verbs, and the exit codes 0 (fine), 1 (errors in input or site), 2 (usage).
@main
struct OffprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offprint",
    abstract: "Turns dumps of paper lists into a library of plain files: topics, keywords, search.",
    version: Version.current,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, DiffCommand.self, ExplainCommand.self, InitCommand.self,
      EjectCommand.self,
    ])

  static func main() {
    MemoryPools.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty {
        if code == .success { print(message) } else { Console.note(message) }
      }
      Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}
