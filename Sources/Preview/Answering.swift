import Publishing

/// Finds the answer to a request: a file of the edition, what the preview adds, or a refusal.
struct Answering {
  let current: CurrentEdition

  /// Names by which a browser on this machine calls it; any other is a page elsewhere that had its name led here.
  private static let hosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  func answer(to head: RequestHead) -> Answer {
    guard Self.hosts.contains(head.host) else { return .plain(403, "The preview answers to this machine alone.") }
    guard let path = head.path else { return .plain(400, "This address is no text.") }
    let showing = current.showing
    if let own = PreviewFiles.answer(path, query: head.query) { return own }
    if !showing.problems.isEmpty, Self.isPage(path) {
      return page(500, ProblemPage.html(showing.problems), showing)
    }
    guard let files = showing.files else {
      return .plain(503, "The first build has not ended.", [("Retry-After", "1")])
    }
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    if let answer = file(name, 200, files, showing) { return answer }
    if files.contains("\(name)/index.html") { return Answer(301, [("Location", "\(head.target)/")], .bytes([])) }
    return file("404.html", 404, files, showing) ?? .plain(404, "The edition has no such file.")
  }

  private func file(
    _ name: String, _ status: Int, _ files: PublishedFiles, _ showing: CurrentEdition.Showing
  ) -> Answer? {
    guard let file = files.open(name) else { return nil }
    guard Self.isPage(name) else { return Answer(status, [("Content-Type", MediaType.of(name))], .file(file)) }
    var bytes: [UInt8] = []
    while true {
      let more = file.read(atMost: 65_536)
      if more.isEmpty { break }
      bytes += more
    }
    return page(status, bytes, showing)
  }

  private func page(_ status: Int, _ html: [UInt8], _ showing: CurrentEdition.Showing) -> Answer {
    let bytes = PreviewFiles.withReload(html, number: showing.number)
    return Answer(status, [("Content-Type", MediaType.of("a.html"))], .bytes(bytes))
  }

  private static func isPage(_ path: String) -> Bool {
    path.isEmpty || path.hasSuffix("/") || path.hasSuffix(".html")
  }
}
