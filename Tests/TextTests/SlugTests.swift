import Testing
import Text

@Suite struct SlugTests {
  @Test(arguments: [
    ("Tri²-plane: Thinking Head Avatar", "tri2-plane-thinking-head-avatar"),
    ("Moore’s law isn't dead", "moores-law-isnt-dead"),
    ("Nyström & Æther, naïve", "nystrom-aether-naive"),
    ("β-VAE", "beta-vae"),
    ("E(n) -- Equivariant", "e-n-equivariant"),
    ("  <script>alert(1)</script> ", "script-alert-1-script"),
    ("CON", "con-1"),
    ("com7", "com7-1"),
    ("ﬁne", "fine"),
    ("C", "c"),
    ("../../etc/passwd", "etc-passwd"),
  ])
  func foldsToSmallLettersDigitsAndHyphens(title: String, slug: String) {
    #expect(Slug.of(title) == slug)
  }

  @Test(arguments: ["", "!", "注意力机制", "الانتباه AI"])
  func isNilWhereTooLittleIsLeft(title: String) { #expect(Slug.of(title) == nil) }

  @Test func isCutAtAWord() {
    #expect(Slug.of("one two three", limit: 7) == "one-two")
    #expect(Slug.of("one two three", limit: 8) == "one-two")
    #expect(Slug.of("one two three", limit: 6) == "one")
    #expect(Slug.of("abcdefghij", limit: 4) == "abcd")
    let long = String(repeating: "word ", count: 1_000)
    #expect(Slug.of(long)?.utf8.count == 79)
  }
}
