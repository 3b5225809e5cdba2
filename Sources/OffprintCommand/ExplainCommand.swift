import ArgumentParser
import Diagnostics
import Offprint
import Text

/// `offprint explain`: why a paper, a topic or a keyword stands where it does.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells why: the topics, terms and neighbours of a paper, a topic or a keyword.",
    discussion: "Nothing is written. Names, addresses and topics are those that a build would give now.")

  @Argument(
    help: """
      A paper's id, DOI, arXiv identifier, page or a part of its title; a topic's or a keyword's name, a part of it, or its \
      page.
      """)
  var subject: String

  @Option(help: "The site folder.")
  var site: String = "."

  @Option(parsing: .upToNextOption, help: "Input files, in place of the configured ones.")
  var input: [String] = []

  @Option(help: "The edition made of --input, so that what its ledger remembers counts.")
  var output: String?

  @Option(help: "Number of topics; by default the collection decides.")
  var topics: Int?

  @Flag(help: "Print the result as JSON on standard output.")
  var json = false

  func validate() throws {
    if let topics, !(1...500).contains(topics) { throw ValidationError("--topics takes a number from 1 to 500.") }
  }

  func run() throws {
    let explanation = try reported(isJSON: json) { () throws(Failure) in
      var request = BuildRequest()
      request.site = input.isEmpty ? site : nil
      request.inputs = input
      request.output = output
      request.topics = topics
      request.threads = Processors.count
      return try Explanation(subject, request: request)
    }
    guard json else {
      for line in explanation.lines { print(line) }
      return
    }
    JSONResult.print { json in
      json.field("kind", explanation.kind.rawValue)
      json.field("id", explanation.id)
      json.field("name", explanation.name)
      json.field("page", explanation.page)
      json.key("facts")
      json.beginArray()
      for fact in explanation.facts {
        json.beginObject()
        json.field("what", fact.what)
        json.field("text", fact.text)
        if let weight = fact.weight {
          json.key("weight")
          json.decimal(Double(weight), places: 4)
        }
        json.field("page", optional: fact.page)
        json.endObject()
      }
      json.endArray()
    }
  }
}
