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

  /// Forms that say the same in fewer words or in more are one: `convolutional networks`, `convolutional neural networks`.
  private func merged(_ forms: [ShortForm.LongForm]) -> [ShortForm.LongForm] {
    var kept: [ShortForm.LongForm] = []
    for form in forms {
      let words = form.words.map { lexicon.singulars[Int($0)] }
      let same = kept.firstIndex {
        let other = $0.words.map { lexicon.singulars[Int($0)] }
        return Self.isPart(words, of: other) || Self.isPart(other, of: words)
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

  /// The value that stands in `values` most often, of equals the longest, of those the first in order of letters.
  private static func commonest(_ values: [String]) -> String {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.min {
      ($1.value, $1.key.utf8.count, $0.key) < ($0.value, $0.key.utf8.count, $1.key)
    }?.key ?? ""
  }
}
