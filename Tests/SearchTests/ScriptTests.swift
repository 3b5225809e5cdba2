import Testing

@testable import Search

@Suite("The page's script") struct ScriptTests {
  @Test("finds the same words as the index", .enabled(if: Node.path != nil, "Node is not installed"))
  func words() throws {
    let run = try Node.run("Tests/Script/tokens.mjs", [])
    #expect(run.status == 0, "\(run.output)")
  }
}
