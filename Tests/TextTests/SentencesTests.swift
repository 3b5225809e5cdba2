import Testing

@testable import Text

@Suite struct SentencesTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Sentences.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Sentences are written with a bar between them.
  @Test(arguments: [
    "We propose a model.| It works.| Does it?| Yes!",
    "Models, e.g. transformers, i.e. Attention layers, learn.| We show this.",
    "As Minnen et al. (2018) show, it holds.| See Fig. 3 and Eq. (2) for more.",
    "This follows Vaswani et al.| We extend it.",
    "Results by Smith et al. Transformer improve.| The end.",
    "It gains 2.5 points over v1.2 models.| A second result follows.",
    "A theorem of J. R. Smith and D. E. Knuth is used.| We prove it.",
    "Data from the U.S. Census are used.| They come from the U.S.| We thank them.",
    "\"It works.\"| (It does.)| “Truly.”| He said so.",
    "The set is large (approx. 3 M. Words count) and clean.| It is free.",
    "The code is at https://github.com/a/b.| Try it.",
    "iPhone photos are noisy.| pFedGP helps.| eBay too.| wav2vec learns.",
    "an experimental study was made .| the results are given . ",
    "We cover images, text, etc.| In all cases it wins.",
    "We cover images, text, etc. with one model.",
    "本文提出一种方法。| 实验表明其有效。| 结论！",
    "هذه جملة أولى.| هذه جملة ثانية؟| نعم.",
    "Really?! Yes.", "It ends ... But goes on.", "No mark at all", "3. A list item.| Another one.",
    "We cut error by 10.| The rest stays.", "Wait... what follows is one sentence.",
  ])
  func sentencesEndWhereReadersEndThem(_ marked: String) {
    let expected = marked.split(separator: "|").map { $0.trimmed }
    let text = marked.replacing("|", with: "")
    if marked.contains("|") {
      #expect(sentences(text) == expected)
    } else {
      #expect(sentences(text).joined(separator: " ") == text)
    }
  }

  @Test(arguments: ["", " ", ".", "...", "a", "\u{FFFD}.", "( ( ( . A"])
  func nothingIsLost(_ text: String) {
    let kept = sentences(text).joined().filter { $0 != " " }
    #expect(kept == text.filter { $0 != " " })
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
