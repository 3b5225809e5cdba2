import Diagnostics
import Offprint
import Publishing

/// Builds an edition, shows it on this machine, and builds it again whenever its sources change.
public struct Preview: ~Copyable {
  /// What happened, for the terminal.
  public enum Event: Sendable {
    case listening(port: UInt16)
    case built(BuildResult)
    case failed(Failure)
  }

  let current = CurrentEdition()
  private let request: BuildRequest
  private let watch: FolderWatch
  private var shelf = Shelf()
  private var known: EditionSources?

  /// Milliseconds after which the sources are compared even if the system told of no change, as on network disks.
  private static let patience: Int32 = 1_000

  /// Prepares a preview of what `request` names.
  /// - Throws: Where the system cannot watch folders.
  public init(_ request: BuildRequest) throws(Failure) {
    self.request = request
    watch = try FolderWatch()
  }

  /// Serves on `port`, or the first free one after it, until the process ends.
  /// - Throws: Where no port is free or the server breaks down; a build that fails is shown and told, no more.
  public mutating func run(port: UInt16, tell: (Event) -> Void) throws(Failure) -> Never {
    let server = try PreviewServer(port: port, current: current)
    let current = current
    Task.detached {
      do { try await server.run() } catch { current.end("\(error)") }
    }
    tell(.listening(port: server.port))
    while true {
      if let event = refresh() { tell(event) }
      wait()
      if let reason = current.reasonOfEnd {
        throw Failure(Diagnostic("serve.ended", .error, "The preview's server broke down: \(reason)."))
      }
    }
  }

  /// Builds if a source has changed since the last build, or if there was none; nil where there is nothing to do.
  mutating func refresh() -> Event? {
    let sources = EditionSources(request)
    watch.add(sources.folders)
    if sources == known { return nil }
    do throws(Failure) {
      let result = try Edition.build(request, shelf: &shelf)
      known = sources.settled(EditionSources(request))
      current.show(try PublishedFiles(output: result.output))
      return .built(result)
    } catch {
      known = sources
      current.show(error.diagnostics)
      return .failed(error)
    }
  }

  /// Returns when something may have changed.
  borrowing func wait() { watch.wait(Self.patience) }
}
