import ArgumentParser
import Diagnostics
import Offprint

/// `offprint build`: dumps in, a published edition out.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the edition of a site folder, or of input files alone.",
    discussion: """
      The site folder holds offprint.yml, dumps/, pages/ and templates/, each of which may be missing. \
      The old edition stands until the new one is whole; files that did not change are not touched.
      """)

  @Argument(help: "The site folder; the current one where neither it nor --input is given.")
  var site: String?

  @Option(parsing: .upToNextOption, help: "Input files, in place of the configured ones.")
  var input: [String] = []

  @Option(help: "Output folder, in place of the configured one.")
  var output: String?

  @Option(help: "Number of topics; by default the collection decides.")
  var topics: Int?

  @Option(help: "Threads to use; the output is the same for any number.")
  var threads: Int?

  @Flag(help: "Treat warnings as errors: nothing is published where the input has a fault.")
  var strict = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Print the result and all messages as JSON on standard output.")
  var json = false

  @Flag(help: "Print wall time, CPU time and peak memory of every phase.")
  var metrics = false

  func validate() throws {
    if let topics, !(1...500).contains(topics) { throw ValidationError("--topics takes a number from 1 to 500.") }
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads takes a number from 1 to 256.") }
  }

  func run() throws {
    var request = BuildRequest()
    request.site = site ?? (input.isEmpty ? "." : nil)
    request.inputs = input
    request.output = output
    request.topics = topics
    request.threads = threads ?? Processors.count
    request.isStrict = strict
    let printer = BuildPrinter(isQuiet: quiet, isJSON: json, showsMetrics: metrics)
    let result: BuildResult
    do {
      result = try Edition.build(request) { phase in if !quiet { Console.progress("\(phase) …") } }
    } catch {
      printer.print(error)
      throw ExitCode(1)
    }
    printer.print(result)
    if DiagnosticTally(result.diagnostics).worst == .error { throw ExitCode(1) }
  }
}
