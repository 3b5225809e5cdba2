import Diagnostics
import FlyingSocks
import Glibc

/// Serves the current edition over HTTP to browsers on this machine.
struct PreviewServer: Sendable {
  /// The port that it listens on.
  let port: UInt16
  private let listener: Socket
  private let current: CurrentEdition
  private let patience: Duration

  /// Connections that are served at once; the system keeps later ones waiting.
  private static let mostConnections = 256
  /// Ports that are tried one after another.
  private static let tries: UInt16 = 100

  /// Listens on the loopback address, on `port` or the first free one after it.
  /// - Throws: Where none of a hundred ports is free.
  init(port: UInt16, current: CurrentEdition, patience: Duration = .seconds(10)) throws(Failure) {
    self.current = current
    self.patience = patience
    let last = port.addingReportingOverflow(Self.tries)
    for candidate in port...(last.overflow ? .max : last.partialValue) {
      if let listener = Self.listener(on: candidate) {
        self.listener = listener
        self.port = candidate
        return
      }
    }
    throw Failure(
      Diagnostic(
        "serve.port", .error, "None of the ports from \(port) on is free.", hint: "Give another one with --port."))
  }

  private static func listener(on port: UInt16) -> Socket? {
    do {
      let socket = try Socket(domain: AF_INET, type: .stream)
      do {
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
        try socket.listen()
        return socket
      } catch {
        try socket.close()
        return nil
      }
    } catch {
      return nil
    }
  }

  /// Serves until the task is cancelled.
  func run() async throws {
    let pool = SocketPool<ePoll>.ePoll(maxEvents: 64)
    try await pool.prepare()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await accept(AsyncSocket(socket: listener, pool: pool)) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func accept(_ listening: AsyncSocket) async throws {
    let slots = Slots(Self.mostConnections)
    try await withThrowingDiscardingTaskGroup { group in
      while !Task.isCancelled {
        await slots.take()
        do {
          let connection = Connection(socket: try await listening.accept(), current: current, patience: patience)
          group.addTask {
            await connection.serve()
            await slots.give()
          }
        } catch let error as SocketError {
          // The client went before it was served, or too many files are open: neither ends the preview.
          await slots.give()
          if case .disconnected = error { continue }
          try await Task.sleep(for: .milliseconds(20))
        }
      }
    }
  }
}
