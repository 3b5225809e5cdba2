import Text

/// Which kinds of pages are divided among folders, so that no folder holds more files than tools for disks and sites
/// take in their stride.
///
/// The first edition that has pages of a kind decides, and later ones keep to it: to move a page is to break its links.
public struct FolderLayout: Sendable, Equatable {
  /// For each kind (`papers`, `authors`), which is the name of its folder, whether its pages are divided.
  public var isDivided: [String: Bool]
  /// More pages of one kind than these are divided.
  private let most: Int

  public init(_ isDivided: [String: Bool] = [:], most: Int = 16_384) {
    self.isDivided = isDivided
    self.most = most
  }

  /// The layout of editions that divided nothing.
  public static let undivided = FolderLayout(Dictionary(uniqueKeysWithValues: kinds.map { ($0, false) }))

  /// What can be divided.
  public static let kinds = ["papers", "keywords"] + Register.Kind.allCases.map(\.rawValue)

  /// Settles how `count` pages of a kind lie, where no edition before did.
  mutating func settle(_ kind: String, count: Int) {
    if count > 0, isDivided[kind] == nil { isDivided[kind] = count > most }
  }

  /// The folder of the page called `slug`: that of its kind, or one of the 256 in it.
  ///
  /// Which one depends on the name alone, so that a page stays where it is whatever comes and goes beside it.
  func folder(_ kind: String, _ slug: String) -> String {
    isDivided[kind] == true ? "\(kind)/\(Fingerprint(slug).hex.prefix(2))" : kind
  }
}
