import Papers
import Testing

@testable import Topics

@Suite struct ShortFormTests {
  private func shortForms(_ abstracts: [String]) -> [ShortForm] {
    let papers = abstracts.map { paper("", $0) }
    return PhraseIndex(Corpus(papers), papers, leastPapers: 1).shortForms
  }

  @Test(arguments: [
    ("We use graph neural networks (GNNs).", "GNN", "graph neural networks"),
    ("We use GNNs (graph neural networks).", "GNN", "graph neural networks"),
    ("A long short-term memory (LSTM) helps.", "LSTM", "long short-term memory"),
    ("Functional magnetic resonance imaging (fMRI, 3T) helps.", "fMRI", "functional magnetic resonance imaging"),
    ("Neural radiance fields (NeRF) render.", "NeRF", "neural radiance fields"),
    ("Reinforcement learning from human feedback (RLHF) helps.", "RLHF", "reinforcement learning from human feedback"),
    ("Multi-modal large language models (MLLMs) see.", "MLLM", "multi-modal large language models"),
    ("Bilingual Evaluation Understudy (BLEU) counts.", "BLEU", "Bilingual Evaluation Understudy"),
    ("A generative pre-trained transformer (GPT) writes.", "GPT", "generative pre-trained transformer"),
  ])
  func definitionsAreFound(abstract: String, short: String, long: String) {
    let forms = shortForms([abstract])
    #expect(forms.map(\.text) == [short])
    #expect(forms.first?.longForms.map(\.text) == [long])
  }

  @Test(arguments: [
    "Results (Figure) are good.", "We train networks (XYZ) here.", "The first (I) and second.", "Deep (DL) nets.",
    "(ABC)",
  ])
  func otherBracketsDefineNothing(abstract: String) {
    #expect(shortForms([abstract]).isEmpty)
  }

  @Test func collisionsAreKeptMostFrequentFirst() {
    let forms = shortForms([
      "Mutual information (MI) counts.", "Mutual information (MI) counts.", "Motor imagery (MI) counts.", "MI alone.",
    ])
    #expect(forms.first?.longForms.map(\.text) == ["mutual information", "motor imagery"])
    #expect(forms.first?.longForms.map(\.papers) == [[0, 1], [2]])
    #expect(forms.first?.papers == [0, 1, 2, 3])
  }

  @Test(arguments: [
    ["A multilayer perceptron (MLP).", "Multi-layer perceptrons (MLPs).", "The multi-layer perceptrons (MLPs)."],
    [
      "Convolutional neural networks (CNNs).", "The convolutional networks (CNN).",
      "Convolutional neural networks (CNNs).",
    ],
    ["Variational autoencoders (VAEs).", "Variational autoencoders (VAEs).", "Variational autoencoding (VAE)."],
    ["Multi-layer perceptrons (MLPs).", "Multi-layer perceptrons (MLPs).", "A multi-layer perception (MLP)."],
    [
      "Functional magnetic resonance imaging (fMRI).", "Functional magnetic resonance imaging (fMRI), not MRI.",
      "The functional MRI (fMRI), and MRI.",
    ],
    ["Large language models (LLMs).", "The large language models (LLMs).", "Large-scale language models (LLMs)."],
  ])
  func otherWordingsOfOneMeaningAreOne(abstracts: [String]) {
    let forms = shortForms(abstracts)
    #expect(forms.map(\.longForms.count) == [1])
    #expect(forms.first?.longForms.first?.papers == [0, 1, 2])
  }

  @Test func papersWithTheShortFormCountForTheLongOne() {
    let papers = ["Neural machine translation (NMT).", "We test NMT.", "A nmt file."].map { paper("", $0) }
    let index = PhraseIndex(Corpus(papers), papers, leastPapers: 1)
    let phrase = index.phrases.indices.first { index.text(of: $0) == "neural machine translation" }
    #expect(phrase.map { index.postings(of: $0).map(\.paper) } == [0, 1])
  }
}
