/// Short content identifier of a paper: ten letters and digits drawn from its normalised title.
///
/// It is the same in every edition as long as the title is, whatever the order or number of the dumps.
public struct PaperID: Sendable, Hashable, Comparable {
  public let value: String

  public init(_ value: String) { self.value = value }

  public static func < (a: PaperID, b: PaperID) -> Bool { a.value < b.value }
}
