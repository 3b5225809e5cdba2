import Text

/// The part that a word plays between phrases.
enum WordRole: UInt8, Sendable {
  case content
  /// Ends a phrase.
  case stop
  /// A stop word after which the word before was a verb: "learn the".
  case determiner
  /// A stop word after which a verb stands: "we learn".
  case subject
  /// A stop word after which an adjective stands: "is robust", "more robust".
  case copula
  /// The one stop word that may stand inside a phrase.
  case of

  /// The role of a lower-case word.
  init(_ word: String) { self = Self.known[word] ?? (Self.isContraction(word) ? .stop : .content) }

  /// Where a word stands in several lists, the last of them tells.
  private static let known: [String: WordRole] = {
    var known: [String: WordRole] = [:]
    for word in StopWords.english.union(StopWords.foreign) { known[word] = .stop }
    for word in copulas { known[word] = .copula }
    for word in subjects { known[word] = .subject }
    for word in determiners { known[word] = .determiner }
    known["of"] = .of
    return known
  }()

  private static let determiners = StopWords.words(
    "a an the this these those our its their how whether what each every any his her")

  private static let subjects = StopWords.words(
    "we to can could may might will would should must cannot not it they who then also you")

  private static let copulas = StopWords.words(
    "is are was were be been being become becomes more most very quite rather")

  private static func isContraction(_ word: String) -> Bool {
    word.utf8.contains(0x27) && ["'t", "'d", "'m", "'re", "'ve", "'ll"].contains(where: word.hasSuffix)
  }
}
