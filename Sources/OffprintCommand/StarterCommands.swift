import ArgumentParser
import Diagnostics
import Offprint

/// `offprint init`: a folder to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begins a site folder: a commented offprint.yml, an example dump, an example page.")

  @Argument(help: "The folder; made where it is missing.")
  var folder: String

  @Flag(help: "Print the result as JSON on standard output.")
  var json = false

  func run() throws {
    let files = try reported(isJSON: json) { () throws(Failure) in try Starter.begin(folder) }
    if json { return JSONResult.print(files: files) }
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

  @Flag(help: "Print the result as JSON on standard output.")
  var json = false

  func run() throws {
    let files = try reported(isJSON: json) { () throws(Failure) in try Starter.eject(names, into: site) }
    if json { return JSONResult.print(files: files) }
    for file in files { print(file) }
  }
}
