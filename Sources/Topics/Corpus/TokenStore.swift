import Synchronization

/// Holds the tokens of a corpus for all its copies, so that they are gone as soon as one lets go of them.
final class TokenStore: Sendable {
  private let stored: Mutex<[Corpus.Token]>

  init(_ tokens: [Corpus.Token]) { stored = Mutex(tokens) }

  var tokens: [Corpus.Token] { stored.withLock { $0 } }

  func clear() { stored.withLock { $0 = [] } }
}
