import Diagnostics
import Papers
import Publishing
import Topics

/// What one build leaves for the next: the papers and their topics, while no input file has changed.
///
/// With it a changed page or template costs no reading and no analysis.
public struct Shelf: Sendable {
  /// What was read and found, and what of.
  struct Item: Sendable {
    var library: Library
    var diagnostics: [Diagnostic]
    var chart: Atlas
    fileprivate var basis: Basis
  }

  /// All that reading and analysis depend on.
  struct Basis: Sendable, Equatable {
    var inputs: [FileStamp]
    var names: [String]
    var topics: Int?
    var forbidden: [String]
    var embeddings: String?
  }

  private var item: Item?

  public init() {}

  /// What was put here for the same input; nil where it is another.
  func item(for basis: Basis) -> Item? { item?.basis == basis ? item : nil }

  mutating func keep(_ library: Library, _ diagnostics: [Diagnostic], _ chart: Atlas, for basis: Basis) {
    item = Item(library: library, diagnostics: diagnostics, chart: chart, basis: basis)
  }
}
