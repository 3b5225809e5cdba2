import Foundation
import Glibc

/// Runs `body` where it may block: the server that it waits for needs the threads of the tests.
func outside<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { done in Thread.detachNewThread { done.resume(returning: body()) } }
}

/// A bare client on the loopback address: sends bytes, reads until the server closes.
struct Client: ~Copyable {
  private let file: Int32

  init(port: UInt16) {
    file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = connect(file, $0, size) }
    }
  }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if sent <= 0 { return }
      rest = rest.dropFirst(sent)
    }
  }

  /// The next bytes; none once the server has closed.
  func receive() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, recv(file, buffer.baseAddress, buffer.count, 0))
    }
  }

  func everything() -> String {
    var all: [UInt8] = []
    while true {
      let more = receive()
      if more.isEmpty { return String(decoding: all, as: UTF8.self) }
      all += more
    }
  }

  deinit { close(file) }

  /// One request and its whole answer.
  static func get(_ target: String, port: UInt16, host: String = "localhost", method: String = "GET") -> String {
    let client = Client(port: port)
    client.send(Array("\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\n\r\n".utf8))
    return client.everything()
  }
}
