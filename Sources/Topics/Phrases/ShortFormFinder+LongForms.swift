extension ShortFormFinder {
  /// All short forms sorted by their letters, with their long forms.
  func shortForms() -> [ShortForm] {
    var byShort: [String: [Definition]] = [:]
    for definition in definitions { byShort[definition.short.lowercased(), default: []].append(definition) }
    var forms: [ShortForm] = []
    for folded in byShort.keys.sorted() {
      let definitions = byShort[folded, default: []]
      let text = Self.commonest(definitions.map(\.short))
      let longForms = longForms(of: definitions)
      forms.append(ShortForm(text: text, words: [], longForms: longForms))
    }
    return forms
  }

  private func longForms(of definitions: [Definition]) -> [ShortForm.LongForm] {
    var byKey: [String: [Definition]] = [:]
    for definition in definitions { byKey[definition.key, default: []].append(definition) }
    let forms = byKey.keys.sorted().map { longForm(of: byKey[$0, default: []]) }
    return merged(forms.sorted { ($1.papers.count, $0.text) < ($0.papers.count, $1.text) })
  }

  private func longForm(of members: [Definition]) -> ShortForm.LongForm {
    let texts = members.map(text)
    let text = Self.commonest(texts)
    let best = members[texts.firstIndex(of: text) ?? 0]
    var papers: [Int] = []
    for member in members where papers.last != member.paper { papers.append(member.paper) }
    return ShortForm.LongForm(words: best.words, joints: best.joints, text: text, papers: papers)
  }

  /// In lower case but for names; as the paper has it where a capital is too rare to tell a name by.
  private func text(_ definition: Definition) -> String {
    let isUnsure = definition.words.contains {
      let traits = lexicon.traits($0)
      return traits.contains(.capital) && !traits.contains(.innerCapital) && lexicon.uses($0) <= 2
    }
    return isUnsure ? definition.written : lexicon.text(definition.words, definition.joints)
  }

  /// Forms that say the same in fewer words or in more, or in other forms of them, are one: `convolutional networks`,
  /// `convolutional neural networks`; `variational autoencoder`, `variational autoencoding`.
  private func merged(_ forms: [ShortForm.LongForm]) -> [ShortForm.LongForm] {
    var kept: [ShortForm.LongForm] = []
    for form in forms {
      let words = form.words.map { lexicon.singulars[Int($0)] }
      let same = kept.firstIndex {
        let other = $0.words.map { lexicon.singulars[Int($0)] }
        return Self.isPart(words, of: other) || Self.isPart(other, of: words)
          || areAlike(form.words[...], $0.words[...]) || areAlike($0.words[...], form.words[...])
      }
      guard let same else {
        kept.append(form)
        continue
      }
      kept[same].papers = Set(kept[same].papers + form.papers).sorted()
    }
    return kept
  }

  /// Whether the words stand in the others in their order.
  private static func isPart(_ words: [Int32], of others: [Int32]) -> Bool {
    var rest = words[...]
    for other in others where rest.first == other { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Whether the words are forms of the others, one by one; a short form may stand for several of these (`functional MRI`).
  private func areAlike(_ words: ArraySlice<Int32>, _ others: ArraySlice<Int32>) -> Bool {
    guard let word = words.first, let other = others.first else { return words.isEmpty && others.isEmpty }
    if isForm(word, of: other) { return areAlike(words.dropFirst(), others.dropFirst()) }
    let letters = Array(lexicon.words[Int(word)].utf8)
    guard letters.count > 1, lexicon.traits(word).contains(.innerCapital), letters.count <= others.count else {
      return false
    }
    let stands = zip(letters, others).allSatisfy { lexicon.words[Int($1)].utf8.first == $0 }
    return stands && areAlike(words.dropFirst(), others.dropFirst(letters.count))
  }

  /// Whether two words have a stem or their first letters in common: `perceptrons`, and `perceptions` for them.
  private func isForm(_ word: Int32, of other: Int32) -> Bool {
    if lexicon.stems[Int(word)] == lexicon.stems[Int(other)] { return true }
    let (a, b) = (lexicon.words[Int(word)].utf8, lexicon.words[Int(other)].utf8)
    return zip(a, b).prefix { $0 == $1 }.count >= Self.lettersOfForms
  }

  private static let lettersOfForms = 7

  /// The value that stands in `values` most often, of equals the longest, of those the first in order of letters.
  private static func commonest(_ values: [String]) -> String {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.min {
      ($1.value, $1.key.utf8.count, $0.key) < ($0.value, $0.key.utf8.count, $1.key)
    }?.key ?? ""
  }
}
