import Publishing

/// What a request is answered with.
struct Answer: ~Copyable {
  /// What follows the head.
  enum Body: ~Copyable {
    case bytes([UInt8])
    case file(OpenFile)
    /// A stream of the numbers of builds, until the reader goes.
    case changes
  }

  let status: Int
  var headers: [(name: String, value: String)]
  let body: Body

  init(_ status: Int, _ headers: [(name: String, value: String)], _ body: consuming Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A text of one line, for refusals.
  static func plain(_ status: Int, _ text: String, _ headers: [(name: String, value: String)] = []) -> Answer {
    Answer(status, headers + [("Content-Type", "text/plain; charset=utf-8")], .bytes(Array("\(text)\n".utf8)))
  }

  /// Status line and headers; nothing may be stored, since every build can change everything.
  func head(length: Int?) -> [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Error")\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if let length { text += "Content-Length: \(length)\r\n" }
    text += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
    text += "Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n"
    return Array(text.utf8)
  }

  private static let reasons = [
    200: "OK", 301: "Moved Permanently", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 408: "Request Timeout", 414: "URI Too Long", 431: "Request Header Fields Too Large",
    500: "Internal Server Error", 503: "Service Unavailable",
  ]
}
