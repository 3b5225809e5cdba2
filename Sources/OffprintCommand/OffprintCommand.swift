import ArgumentParser

/// The program's entry: its verbs.
@main
struct OffprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offprint", abstract: "Turns a folder of paper dumps into a library of plain files.")
}
