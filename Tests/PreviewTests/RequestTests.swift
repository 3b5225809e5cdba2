import Testing

@testable import Preview

@Suite("Heads of requests")
struct RequestTests {
  private func head(_ text: String) throws(RequestHead.Fault) -> RequestHead { try RequestHead(Array(text.utf8)) }

  @Test("address, question and host are taken apart")
  func parts() throws {
    let head = try head("GET /topics/a%20b.html?q=1#x HTTP/1.1\r\nHOST: LocalHost:8421\r\n\r\n")
    #expect(head.path == "topics/a b.html")
    #expect(head.query == "q=1")
    #expect(head.host == "localhost")
    #expect(!head.isHead)
  }

  @Test("an address of the sixth version keeps its brackets")
  func sixth() throws { #expect(try head("HEAD / HTTP/1.0\nHost: [::1]:80\n\n").host == "[::1]") }

  @Test("an escape that is none, or bytes that are no text, give no path", arguments: ["/%", "/%4", "/%zz", "/%ff%fe"])
  func escapes(_ target: String) throws { #expect(try head("GET \(target) HTTP/1.1\r\n\r\n").path == nil) }

  @Test(
    "what is no request is refused",
    arguments: ["\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET x HTTP/1.1\r\n\r\n", "GET http://a/ HTTP/1.1\r\n\r\n"])
  func malformed(_ text: String) { #expect(throws: RequestHead.Fault.malformed) { try head(text) } }

  @Test("only reading is allowed", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get"])
  func methods(_ method: String) {
    #expect(throws: RequestHead.Fault.otherMethod) { try head("\(method) / HTTP/1.1\r\n\r\n") }
  }

  @Test("a head ends with its blank line, with either line end")
  func ends() {
    #expect(RequestHead.end(in: Array("GET / HTTP/1.1\r\n\r\nrest".utf8)) == 18)
    #expect(RequestHead.end(in: Array("GET / HTTP/1.1\n\nrest".utf8)) == 16)
    #expect(RequestHead.end(in: Array("GET / HTTP/1.1\r\nHost: a\r\n".utf8)) == nil)
  }
}
