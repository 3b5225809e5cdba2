import Papers

extension PhraseIndex {
  /// Lets the papers that use each short form count for its long form.
  mutating func countShortForms(_ users: [[PhrasePosting]]) {
    for index in shortForms.indices {
      shortForms[index].papers = users[index].map(\.paper)
      let defined = shortForms[index].longForms.reduce(0) { $0 + $1.papers.count }
      guard let first = shortForms[index].longForms.first, first.papers.count >= 2 || papers < 60,
        first.papers.count * 10 >= defined * 6, let phrase = find(first.words, first.joints),
        words(of: phrase).last.map({
          !lexicon.traits[Int($0)].contains(.adjectiveEnding) || lexicon.headness($0) >= 0.6
        })
          == true
      else { continue }
      shortForms[index].phrase = phrase
      merge(users[index], into: phrase)
      for word in shortForms[index].words {
        if let short = find([word], [.boundary]) { phrases[short].isShortForm = true }
      }
    }
  }

  /// Papers that write each short form with its capitals; notes the words that it is folded to.
  mutating func users(_ corpus: Corpus, _ papers: [Paper]) -> [[PhrasePosting]] {
    let forms = shortForms
    var numbers = KeyTable(capacity: forms.count)
    for form in forms {
      var letters = form.text.lowercased()
      _ = letters.withUTF8 { numbers.number(LetterKey($0).value) }
    }
    var shortForm = [Int32](repeating: -1, count: corpus.words.count)
    for (word, text) in corpus.words.enumerated() where !forms.isEmpty {
      var beforeLast = LetterKey()
      beforeLast.add(text.utf8.dropLast())
      var key = beforeLast
      key.add(text.utf8.suffix(1))
      let number = numbers.find(key.value) ?? (text.utf8.last == 0x73 ? numbers.find(beforeLast.value) : nil)
      guard let number else { continue }
      shortForm[word] = number
      shortForms[Int(number)].words.append(Int32(word))
    }
    var users = Array(repeating: [PhrasePosting](), count: forms.count)
    let tokens = corpus.tokens
    for paper in 0..<corpus.papers {
      let range = corpus.range(of: paper)
      let titleEnd = corpus.titleEnds[paper]
      for at in range {
        let token = tokens[at]
        let number = Int(shortForm[Int(token.word)])
        guard number >= 0 else { continue }
        let text = at < titleEnd ? papers[paper].title : papers[paper].abstract
        let written = text.utf8.dropFirst(token.start).prefix(token.length)
        guard written.dropFirst().contains(where: { $0 &- 0x41 < 26 }) else { continue }
        if users[number].last?.paper != paper {
          let position = Float(at - range.lowerBound) / Float(range.count)
          users[number].append(PhrasePosting(paper: paper, isInTitle: at < titleEnd, position: position))
        }
        users[number][users[number].count - 1].countUse()
      }
    }
    return users
  }

  /// Adds papers to those of `phrase`.
  mutating func merge(_ added: [PhrasePosting], into phrase: Int) {
    // A copy, for a slice would make every append copy all postings.
    let known = Array(postings(of: phrase))
    var merged: [PhrasePosting] = []
    var next = known.startIndex
    for posting in added {
      while next < known.endIndex, known[next].paper < posting.paper {
        merged.append(known[next])
        next += 1
      }
      if next < known.endIndex, known[next].paper == posting.paper {
        merged.append(posting.joined(with: known[next]))
        next += 1
      } else {
        merged.append(posting)
      }
    }
    merged += known[next...]
    phrases[phrase].firstPosting = Int32(postings.count)
    phrases[phrase].papers = Int32(merged.count)
    phrases[phrase].titlePapers = Int32(merged.count { $0.isInTitle })
    postings += merged
  }
}
