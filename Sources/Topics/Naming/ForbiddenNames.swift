/// Names that a person does not want: whole names and the phrases that they are.
struct ForbiddenNames: Sendable {
  /// Numbers in the phrase index.
  let phrases: Set<Int>
  private let names: Set<String>

  init(_ forbidden: [String], _ index: PhraseIndex) {
    let names = Set(forbidden.map { $0.lowercased() })
    self.names = names
    phrases =
      names.isEmpty
      ? [] : Set(index.phrases.indices.filter { names.contains(index.shownText(of: $0).lowercased()) })
  }

  /// True where the name made of `parts` is not to be given.
  func hold(_ parts: [Int], _ index: PhraseIndex) -> Bool {
    !names.isEmpty && names.contains(index.written(parts).lowercased())
  }
}
