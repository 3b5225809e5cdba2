import ArgumentParser
import Diagnostics
import Offprint

/// `offprint explain`: why a paper or a topic stands where it does.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells why: the topics, terms and neighbours of a paper, or the terms of a topic."
  )

  @Argument(help: "A paper's id or a part of its title, or a part of a topic's name.")
  var subject: String

  @Option(help: "The site folder.")
  var site: String = "."

  @Option(parsing: .upToNextOption, help: "Input files, in place of the configured ones.")
  var input: [String] = []

  @Option(help: "Number of topics; by default the collection decides.")
  var topics: Int?

  func run() throws {
    let lines = try reported { () throws(Failure) in
      var request = BuildRequest()
      request.site = input.isEmpty ? site : nil
      request.inputs = input
      request.topics = topics
      request.threads = Processors.count
      return try Explanation(subject, request: request).lines
    }
    for line in lines { print(line) }
  }
}
