import ArgumentParser
import Diagnostics
import Glibc
import Offprint
import Preview

/// `offprint serve`: a preview that follows every change.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Builds the edition, shows it on this machine, and builds again whenever something changes.",
    discussion: """
      Watches dumps, pages, templates and configuration; pages in a browser reload themselves. \
      Nothing but the edition's own files is served, and to this machine alone.
      """)

  @Argument(help: "The site folder; the current one where neither it nor --input is given.")
  var site: String?

  @Option(parsing: .upToNextOption, help: "Input files, in place of the configured ones.")
  var input: [String] = []

  @Option(help: "Output folder, in place of the configured one.")
  var output: String?

  @Option(help: "Number of topics; by default the collection decides.")
  var topics: Int?

  @Option(help: "Port to begin with; where it is busy, the next free one.")
  var port: UInt16 = 8421

  @Flag(help: "Print nothing but the address and errors.")
  var quiet = false

  @Flag(help: "Print the address and every build as JSON on standard output, one object a line.")
  var json = false

  func validate() throws {
    if let topics, !(1...500).contains(topics) { throw ValidationError("--topics takes a number from 1 to 500.") }
    if port == 0 { throw ValidationError("--port takes a number from 1 to 65535.") }
  }

  func run() throws {
    var request = BuildRequest()
    request.site = site ?? (input.isEmpty ? "." : nil)
    request.inputs = input
    request.output = output
    request.topics = topics
    request.threads = Processors.count
    // What is merely noted would come again with every save.
    let printer = BuildPrinter(isQuiet: quiet, isJSON: json, showsMetrics: false, least: .warning)
    try reported(isJSON: json) { () throws(Failure) in
      var preview = try Preview(request)
      try preview.run(port: port) { event in
        switch event {
        case .listening(let port):
          let address = "http://127.0.0.1:\(port)/"
          if json {
            JSONResult.print { $0.field("address", address) }
          } else {
            Console.note("\(address)  (end it with Ctrl-C)")
          }
        case .built(let result): printer.print(result)
        case .failed(let failure): printer.print(failure)
        }
        // Each build is to be seen when it ends, also where the output goes to a file.
        fflush(nil)
      }
    }
  }
}
