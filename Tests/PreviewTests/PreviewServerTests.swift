import Diagnostics
import Foundation
import Publishing
import Testing

@testable import Preview

@Suite("The preview's server", .timeLimit(.minutes(2)))
struct PreviewServerTests {
  @Test("pages come with the script that reloads them, other files as they are")
  func files() async throws {
    let shown = try await Shown()
    let page = await shown.get("/")
    #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(page.contains("Content-Type: text/html; charset=utf-8\r\n"))
    #expect(page.contains("<p>Front</p><script src=\"/.offprint/reload.js?1\" defer></script></body>"))
    #expect(await shown.get("/topics/").contains("<p>Topics</p>"))
    #expect(await shown.get("/topics").contains("Location: /topics/\r\n"))
    #expect(await shown.get("/papers.jsonl").hasSuffix("\r\n\r\n{}\n"))
    #expect(await shown.get("/nothing.html").hasPrefix("HTTP/1.1 404 "))
    #expect(await shown.get("/papers.jsonl", method: "HEAD").hasSuffix("\r\n\r\n"))
  }

  @Test(
    "no form of a way out leads out",
    arguments: [
      "/../secret", "/%2e%2e/secret", "/..%2fsecret", "/%2e%2e%2fsecret", "/%252e%252e/secret", "/topics/../../secret",
      "/topics/%2e%2e/%2e%2e/secret", "/./../secret", "//etc/passwd", "/%2fetc%2fpasswd", "/..%5csecret",
      "/..%c0%afsecret", "/secret%00.html", "/link", "/linked/secret", "/.offprint/files", "/stranger.txt",
    ])
  func traversal(_ target: String) async throws {
    let shown = try await Shown()
    let answer = await shown.get(target)
    #expect(!answer.contains("SECRET") && !answer.contains("root:"))
    #expect(answer.hasPrefix("HTTP/1.1 40"), "\(answer.prefix(30))")
  }

  @Test("a name that is not this machine's is refused, however it was led here")
  func rebinding() async throws {
    let shown = try await Shown()
    #expect(await shown.get("/", host: "evil.example").hasPrefix("HTTP/1.1 403 "))
    #expect(await shown.get("/", host: "127.0.0.1:8421").hasPrefix("HTTP/1.1 200 "))
  }

  @Test("a head without end is refused, and so is an endless address")
  func hugeHeads() async throws {
    let shown = try await Shown()
    let port = shown.port
    let answer = await outside {
      let client = Client(port: port)
      client.send(Array("GET / HTTP/1.1\r\n".utf8))
      for _ in 0..<64 { client.send(Array("X-Much: \(String(repeating: "a", count: 4_000))\r\n".utf8)) }
      return client.everything()
    }
    #expect(answer.hasPrefix("HTTP/1.1 431 "))
    #expect(await shown.get("/" + String(repeating: "a", count: 5_000)).hasPrefix("HTTP/1.1 414 "))
  }

  @Test("a client that dawdles is sent away, and keeps nobody else waiting")
  func slowClients() async throws {
    let shown = try await Shown(patience: .milliseconds(300))
    let port = shown.port
    async let slow = outside {
      let client = Client(port: port)
      client.send(Array("GET / HT".utf8))
      return client.everything()
    }
    #expect(await shown.get("/").hasPrefix("HTTP/1.1 200 "))
    #expect(await slow.hasPrefix("HTTP/1.1 408 "))
  }

  @Test("a thousand requests at once are all answered")
  func many() async throws {
    let shown = try await Shown()
    let port = shown.port
    let answers = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { await outside { Self.fine(125, port) } } }
      return await group.reduce(0, +)
    }
    #expect(answers == 1_000)
  }

  /// Opens so many connections, then asks on all of them, then reads all of them.
  private static func fine(_ count: Int, _ port: UInt16) -> Int {
    var fine = 0
    func open(_ left: Int) {
      if left == 0 { return }
      let client = Client(port: port)
      client.send(Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
      open(left - 1)
      if client.everything().contains("<p>Front</p>") { fine += 1 }
    }
    open(count)
    return fine
  }

  @Test("a busy port leads to the next one")
  func busyPort() async throws {
    let one = try PreviewServer(port: 19_421, current: CurrentEdition())
    let other = try PreviewServer(port: 19_421, current: CurrentEdition())
    #expect(other.port > one.port)
  }

  @Test("a page that listens hears of the next build")
  func changes() async throws {
    let shown = try await Shown()
    let (port, current) = (shown.port, shown.current)
    let heard = await outside {
      let client = Client(port: port)
      client.send(Array("GET /.offprint/changes HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
      var heard = ""
      while !heard.contains("data: 1\n\n") { heard += String(decoding: client.receive(), as: UTF8.self) }
      current.show([])
      while !heard.contains("data: 2\n\n") { heard += String(decoding: client.receive(), as: UTF8.self) }
      return heard
    }
    #expect(heard.hasSuffix("data: 1\n\ndata: 2\n\n"))
  }

  @Test("a build that fails shows its message in the place of every page, escaped, until one succeeds")
  func problems() async throws {
    let shown = try await Shown()
    let place = SourcePosition(file: "templates/pages/paper.md", line: 3, column: 7)
    shown.current.show([Diagnostic("template.name", .error, at: place, "No <such> name.", hint: "Mend it.")])
    let page = await shown.get("/topics/index.html")
    #expect(page.hasPrefix("HTTP/1.1 500 "))
    #expect(page.contains("<code>templates/pages/paper.md:3:7</code>") && page.contains("No &lt;such&gt; name."))
    #expect(page.contains("reload.js?2"))
    shown.current.show(try PublishedFiles(output: shown.output))
    #expect(await shown.get("/").hasPrefix("HTTP/1.1 200 "))
  }

  @Test("the site's service worker, which keeps pages, is replaced by one that takes itself away")
  func serviceWorker() async throws {
    let shown = try await Shown()
    #expect(await shown.get("/sw.js").contains("unregister"))
  }
}

/// A small published edition beside things that must stay private, and a server that shows it.
final class Shown {
  let output: String
  let current = CurrentEdition()
  let port: UInt16
  private let folder: String
  private let task: Task<Void, any Error>

  init(patience: Duration = .seconds(10)) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "offprint-shown-\(UUID().uuidString)").path
    output = "\(folder)/public"
    let pages = [
      "index.html": "<html><body><p>Front</p></body></html>", "topics/index.html": "<body><p>Topics</p></body>",
      "404.html": "<body>None</body>", "papers.jsonl": "{}\n", "sw.js": "keep()",
    ]
    let names = pages.keys.sorted() + ["link", "linked/secret"]
    let list = names.map { "\(String(repeating: "0", count: 32))\t1\t\($0)\n" }.joined()
    for (name, text) in pages { try Self.write(text, "\(output)/\(name)") }
    try Self.write("SECRET", "\(folder)/secret")
    try Self.write("SECRET", "\(output)/stranger.txt")
    try Self.write(list, "\(output)/.offprint/files")
    try FileManager.default.createSymbolicLink(atPath: "\(output)/link", withDestinationPath: "\(folder)/secret")
    try FileManager.default.createSymbolicLink(atPath: "\(output)/linked", withDestinationPath: folder)
    current.show(try PublishedFiles(output: output))
    let server = try PreviewServer(port: 18_421, current: current, patience: patience)
    port = server.port
    task = Task.detached { try await server.run() }
  }

  deinit {
    task.cancel()
    try? FileManager.default.removeItem(atPath: folder)
  }

  func get(_ target: String, host: String = "localhost", method: String = "GET") async -> String {
    let port = port
    return await outside { Client.get(target, port: port, host: host, method: method) }
  }

  private static func write(_ text: String, _ path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
