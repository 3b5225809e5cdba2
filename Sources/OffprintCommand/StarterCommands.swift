import ArgumentParser
import Diagnostics
import Offprint

/// `offprint init`: a folder to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begins a site folder: a commented offprint.yml, an example dump, an example page.")

  @Argument(help: "The folder; made where it is missing.")
  var folder: String

  func run() throws {
    let files = try reported { () throws(Failure) in try Starter.begin(folder) }
    for file in files { print(file) }
    print("Build it with: offprint build \(folder)")
  }
}

/// `offprint eject`: templates to change.
struct EjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject", abstract: "Copies templates of the theme into a site folder, to be changed there.")

  @Argument(help: "The site folder.")
  var site: String

  @Argument(help: "Templates, such as layouts/page.html; all where none is named.")
  var names: [String] = []

  func run() throws {
    let files = try reported { () throws(Failure) in try Starter.eject(names, into: site) }
    for file in files { print(file) }
  }
}

/// Runs `body`; its diagnostics go to the terminal and become exit code 1.
func reported<Value>(_ body: () throws(Failure) -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    Console.write(ConsoleForm(isColoured: Console.isTerminal).text(of: error.diagnostics))
    throw ExitCode(1)
  }
}
