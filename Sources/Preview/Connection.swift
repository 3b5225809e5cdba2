import FlyingSocks
import FoundationEssentials
import Glibc
import Publishing

/// One connection: a request, its answer, the end.
///
/// Every step has a time limit and every buffer a size, so that no client can hold the preview up.
struct Connection {
  let socket: AsyncSocket
  let current: CurrentEdition
  /// Until a request's head is whole.
  let patience: Duration

  /// For one piece of an answer to be taken.
  private static let writeLimit = Duration.seconds(30)
  /// Between two signs of life to a listening page.
  private static let pulse = Duration.seconds(10)
  private static let pieceSize = 131_072

  /// Serves the connection and closes it; a client that goes away is no error.
  func serve() async {
    do {
      try await respond()
      try await part()
    } catch {
      // The client has gone or is too slow: there is nobody left to tell.
    }
    do { try socket.socket.close() } catch {}
  }

  private func respond() async throws {
    let head: Result<RequestHead, RequestHead.Fault>
    do {
      let socket = socket
      head = try await within(patience) { try await Self.readHead(socket) }
    } catch is DeadlinePassed {
      return try await send(.plain(408, "The request did not come in time."), isHead: false)
    }
    switch head {
    case .success(let head): try await send(Answering(current: current).answer(to: head), isHead: head.isHead)
    case .failure(let fault): try await send(Self.refusal(fault), isHead: false)
    }
  }

  private static func readHead(_ socket: AsyncSocket) async throws -> Result<RequestHead, RequestHead.Fault> {
    var bytes: [UInt8] = []
    while bytes.count <= RequestHead.longest {
      bytes += try await socket.read(atMost: 4_096)
      guard let end = RequestHead.end(in: bytes) else { continue }
      let head = Array(bytes[..<end])
      return Result { () throws(RequestHead.Fault) in try RequestHead(head) }
    }
    return .failure(.long)
  }

  private static func refusal(_ fault: RequestHead.Fault) -> Answer {
    switch fault {
    case .malformed: .plain(400, "This is no HTTP request.")
    case .longAddress: .plain(414, "The address is too long.")
    case .long: .plain(431, "The request's head is too long.")
    case .otherMethod: .plain(405, "The preview is for reading alone.", [("Allow", "GET, HEAD")])
    }
  }
}

extension Connection {
  private func send(_ answer: consuming Answer, isHead: Bool) async throws {
    switch answer.body {
    case .bytes(let bytes):
      let head = answer.head(length: bytes.count)
      try await write(isHead ? head : head + bytes)
    case .file(let file):
      try await write(answer.head(length: file.size))
      var left = isHead ? 0 : file.size
      while left > 0 {
        let piece = file.read(atMost: min(left, Self.pieceSize))
        if piece.isEmpty { return }
        try await write(piece)
        left -= piece.count
      }
    case .changes:
      guard !isHead, let changes = current.changes() else { return try await write(answer.head(length: 0)) }
      try await write(answer.head(length: nil))
      try await follow(changes)
    }
  }

  /// Tells of each build as it ends, and shows in between that the preview still runs.
  private func follow(_ changes: AsyncStream<Int>) async throws {
    let (socket, pulse) = (socket, Self.pulse)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await number in changes { try await Self.write(Array("data: \(number)\n\n".utf8), to: socket) }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: pulse)
          try await Self.write(Array(":\n\n".utf8), to: socket)
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func write(_ bytes: [UInt8]) async throws { try await Self.write(bytes, to: socket) }

  private static func write(_ bytes: [UInt8], to socket: AsyncSocket) async throws {
    let data = Data(bytes)
    try await within(writeLimit) { try await socket.write(data) }
  }

  /// Lets the client read the answer to the end before the connection goes: closing over unread bytes would take it back.
  private func part() async throws {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    let socket = socket
    try await within(.seconds(1)) {
      var left = 1_048_576
      while left > 0 {
        let got = try await socket.read(atMost: 4_096).count
        if got == 0 { return }
        left -= got
      }
    }
  }
}
