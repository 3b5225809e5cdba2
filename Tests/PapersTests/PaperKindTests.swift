import Testing

@testable import Papers

@Suite("Kinds of papers, where the text says so")
struct PaperKindTests {
  private func kind(_ title: String, _ sentence: String) -> PaperKind? {
    let paper = Paper(id: PaperID("x"), title: title, abstract: sentence, sightings: [])
    return PaperKind.of(paper, contribution: sentence.isEmpty ? nil : 0..<sentence.utf8.count)
  }

  @Test(arguments: [
    ("A Survey of Graph Networks", "", PaperKind.survey),
    ("Graph networks: a systematic review", "", .survey),
    ("Deep learning", "This paper presents a comprehensive overview of deep learning.", .survey),
    ("OpenNet: A Large-Scale Dataset for Driving", "", .dataset),
    ("OpenNet", "We release a new benchmark for driving at night.", .dataset),
    ("Width of networks", "We prove that a width of ten is enough.", .theory),
    ("Provably fast training", "We study the training of networks.", .theory),
    ("FastNet", "In this work, we propose a novel graph neural network architecture for molecules.", .method),
    ("Condensed data", "We propose a dataset distillation method that scales.", .method),
  ])
  func whatATextSaysOfItself(_ title: String, _ sentence: String, _ expected: PaperKind) {
    #expect(kind(title, sentence) == expected)
  }

  @Test(arguments: [
    ("Sentiment of movie review sites", "We study how people write."),
    ("Training on a dataset", "We find that more data helps."), ("Attention", ""), ("", ""),
    ("Odd", "We present results showing this across many datasets."),
    ("Peer review at scale", "We ask who reads."),
  ])
  func whatSaysNothingHasNoKind(_ title: String, _ sentence: String) { #expect(kind(title, sentence) == nil) }
}
