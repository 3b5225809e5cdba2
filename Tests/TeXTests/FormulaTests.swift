import Testing

@testable import TeX

@Suite struct FormulaTests {
  @Test(arguments: [
    ("x", "<mi>x</mi>"),
    ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
    ("x_i^{n+1}", "<msubsup><mi>x</mi><mi>i</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msubsup>"),
    ("x^{n}_i", "<msubsup><mi>x</mi><mi>i</mi><mi>n</mi></msubsup>"),
    ("x'", "<msup><mi>x</mi><mo>′</mo></msup>"),
    ("x^", "<msup><mi>x</mi><mrow></mrow></msup>"),
    ("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>"),
    (#"\frac{a}{b}"#, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    (#"\frac12"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    (#"{a \over b}"#, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    (#"\sqrt{n}"#, "<msqrt><mi>n</mi></msqrt>"), (#"\sqrt[3]{n}"#, "<mroot><mi>n</mi><mn>3</mn></mroot>"),
    (
      #"\binom{n}{k}"#,
      #"<mrow><mo form="prefix" stretchy="true">(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo form="postfix" stretchy="true">)</mo></mrow>"#
    ),
    (#"\alpha\Sigma"#, #"<mi>α</mi><mi mathvariant="normal">Σ</mi>"#),
    (#"\mathbb{R}^d"#, #"<msup><mi mathvariant="normal">ℝ</mi><mi>d</mi></msup>"#),
    (#"\mathcal{L}\mathcal N"#, #"<mi mathvariant="normal">ℒ</mi><mi mathvariant="normal">𝒩</mi>"#),
    (#"\mathbf{x}{\bf y}z"#, #"<mi mathvariant="normal">𝐱</mi><mi mathvariant="normal">𝐲</mi><mi>z</mi>"#),
    (#"\mathrm{KL}(p)"#, #"<mi>KL</mi><mo stretchy="false">(</mo><mi>p</mi><mo stretchy="false">)</mo>"#),
    (
      #"O(n\log n)"#,
      #"<mi>O</mi><mo stretchy="false">(</mo><mi>n</mi><mspace width="0.166em"/><mi>log</mi><mspace width="0.166em"/><mi>n</mi><mo stretchy="false">)</mo>"#
    ),
    (#"\hat{x}"#, #"<mover accent="true"><mi>x</mi><mo stretchy="false">^</mo></mover>"#),
    (#"\overline{ab}"#, #"<mover accent="true"><mrow><mi>a</mi><mi>b</mi></mrow><mo>¯</mo></mover>"#),
    (
      #"\sum_{i=1}^n x"#,
      "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>x</mi>"
    ),
    (#"\max_i x"#, #"<munder><mo movablelimits="true">max</mo><mi>i</mi></munder><mi>x</mi>"#),
    (#"\int_0^1 f"#, "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi>"),
    (#"\left\{x\right."#, #"<mrow><mo form="prefix" stretchy="true">{</mo><mi>x</mi></mrow>"#),
    (
      #"\begin{pmatrix}a&b\\c&d\end{pmatrix}"#,
      #"<mrow><mo form="prefix" stretchy="true">(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"#
        + #"<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo form="postfix" stretchy="true">)</mo></mrow>"#
    ),
    (
      #"\begin{cases}a & b\\ c\end{cases}"#,
      #"<mrow><mo form="prefix" stretchy="true">{</mo><mtable class="cases"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"#
        + "<mtr><mtd><mi>c</mi></mtd></mtr></mtable></mrow>"
    ),
    (#"a\,b\quad c"#, #"<mi>a</mi><mspace width="0.166em"/><mi>b</mi><mspace width="1.000em"/><mi>c</mi>"#),
    (#"x \not= y \not\in z"#, "<mi>x</mi><mo>≠</mo><mi>y</mi><mo>∉</mo><mi>z</mi>"),
    (#"x_{\text{max}}"#, "<msub><mi>x</mi><mtext>max</mtext></msub>"),
    (#"x of rank"#, #"<mi>x</mi><mi>o</mi><mi>f</mi><mspace width="0.277em"/><mi>rank</mi>"#),
    (#"Rank_e"#, "<msub><mi>Rank</mi><mi>e</mi></msub>"),
    (#"x<\foo"#, "<mi>x</mi><mo>&lt;</mo><mi>foo</mi>"), ("1{,}024x", "<mn>1</mn><mo>,</mo><mn>024</mn><mi>x</mi>"),
    (
      #"\log(x):=y"#,
      #"<mi>log</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo><mo>:=</mo><mi>y</mi>"#
    ),
    ("12.5x", "<mn>12.5</mn><mi>x</mi>"),
  ])
  func becomesMathML(_ tex: String, _ expected: String) {
    #expect(MathML.render(tex).text == "<math>\(expected)</math>")
  }

  @Test(arguments: [
    ("^2", "²"), (#"8\times"#, "8×"), (#"512 \times 512"#, "512 × 512"), (#"99\%"#, "99%"),
    (#"\textbf{DR}"#, "<b>DR</b>"),
    (#"(\textbf{R}ich\ \textbf{S}etting\)"#, "(<b>R</b>ich <b>S</b>etting"),
    (#"\texttt{a<b} + \textit{c}"#, "<code>a&lt;b</code> + <i>c</i>"), ("softmax", "softmax"), (#"10^{-3}"#, "10⁻³"),
    (
      #"\mathtt{[M]}"#,
      #"<math><mo stretchy="false">[</mo><mi mathvariant="normal">M</mi><mo stretchy="false">]</mo></math>"#
    ),
    (#"\href{https://a.b/c}{https://a.b/c}"#, "https://a.b/c"), (#"\href{https://a.b}{here}"#, "here (https://a.b)"),
    ("", ""), (#"\text{AV}^2\text{A}"#, "AV²A"), ("100,000", "100,000"), (#"\sim 5"#, "∼5"), (#"\rightarrow"#, "→"),
    (#"0.93 \pm 0.05"#, "0.93 ± 0.05"),
  ])
  func staysTextWhereItCan(_ tex: String, _ expected: String) { #expect(MathML.render(tex).text == expected) }

  @Test(arguments: [
    (#"\frac{a+b}{c}"#, "(a+b)/c"), (#"\frac{a}{b^2}"#, "a/b²"), (#"\sqrt{n+1}"#, "√(n+1)"), (#"\sqrt[3]{n}"#, "³√n"),
    (#"x_{ij}^{n+1}"#, "xᵢⱼⁿ⁺¹"), ("L^p", "Lᵖ"), ("GSBAK^K", "GSBAKᴷ"), ("A^T A", "Aᵀ A"), ("r^{-β}", "r⁻ᵝ"),
    (#"\mathrm{RED}^{\mathrm{FM}}"#, "RED^(FM)"), ("x^Q", "x^Q"), (#"\hat{x}"#, "x\u{302}"),
    (#"\mathcal{L}_\theta"#, "ℒ_θ"),
    (#"\left\{x \mid y\right\}"#, "{x ∣ y}"), (#"\begin{bmatrix}1&2\\3&4\end{bmatrix}"#, "[1, 2; 3, 4]"),
    (#"\sum_{i=1}^n x_i"#, "∑ᵢ₌₁ⁿ xᵢ"), (#"O(n\log n)"#, "O(n log n)"), (#"\log\log n"#, "log log n"),
    (#"n\log\frac{1}{x}"#, "n log 1/x"), (#"\log_2\log_2 n"#, "log₂ log₂ n"),
    (#"\argmax_x f"#, "arg maxₓ f"), (#"a \to b"#, "a → b"), (#"\operatorname{rank}(A)"#, "rank(A)"),
    (#"\foo x"#, "foo x"),
    (#"\|x\|_2"#, "‖x‖₂"), (#"\text{caf\'e \& co}"#, "café & co"), (#"a\!b"#, "ab"), ("x''", "x′′"),
    (#"\pmod{n}"#, "(mod n)"),
    (#"\underbrace{a+b}_{c}"#, "a+b_c"), (#"\unicode{x2014}"#, "—"),
  ])
  func flattens(_ tex: String, _ expected: String) { #expect(MathText.plain(tex) == expected) }

  /// Whatever stands between dollar signs, the page stays whole and keeps its letters.
  @Test(arguments: [
    "{", "}", "{{{", "}}}", "^", "_", "^^", "x__y", "\\", "\\\\", "&", "a&b", "\\frac", "\\frac{", "\\frac{a}",
    "\\sqrt[", "\\sqrt[3",
    "\\left", "\\left(", "\\right)", "\\left(\\left(x", "\\begin", "\\begin{", "\\begin{cases}", "\\end{cases}",
    "\\begin{array}{c", "\\over",
    "a\\over b\\over c", "\\text{", "\\text{$x", "\\not", "\\hat", "\\hat^", "'''", "\\mathbb", "\\unicode{zz}",
    "<script>", "a\u{0}b", "\u{202E}x",
    "{a&b\\\\c}", "\\href{", "~", "$$", "\\bf", "{\\bf", "x^{y^{z^{w}}}",
  ])
  func brokenFormulasAreNoFault(_ tex: String) {
    #expect(isWhole(MathML.render(tex).text), "\(tex): \(MathML.render(tex).text)")
  }

  @Test func depthAndLengthAreLimited() {
    for piece in ["{", "\\frac{", "\\sqrt{", "x^{", "\\left(", "\\hat", "\\begin{cases}", "\\text{", "{\\bf ", "a_"] {
      let deep = String(repeating: piece, count: 3_900 / piece.utf8.count) + "x"
      #expect(isWhole(MathML.render(deep).text), "\(piece)")
      let long = String(repeating: piece, count: 5_000) + "x"
      #expect(MathML.render(long).text.hasSuffix("x"))
    }
  }

  @Test func randomFormulasStayWholeAndKeepTheirLetters() {
    let pieces = [
      "a", "b", "12", "^", "_", "{", "}", "\\frac", "\\sqrt", "\\left(", "\\right)", "\\alpha", "\\sum", " ", "'", "&",
      "\\\\", "\\begin{cases}",
      "\\end{cases}", "\\text{w}", "\\over", "\\bf", "\\mathbb", "\\hat", "\\foo", "(", ")", "<", "[", "]", "\\", "é",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3000 {
      var tex = ""
      for _ in 0..<(1 + next(12)) { tex += pieces[next(pieces.count)] }
      let html = MathML.render(tex).text
      #expect(isWhole(html), "\(tex) -> \(html)")
      let letters = tex.replacing(/\\(begin\{cases\}|end\{cases\}|[a-z]+)/, with: "").filter { $0 == "é" }.count
      #expect(html.filter { $0 == "é" }.count == letters, "\(tex) -> \(html)")
    }
  }

  /// Whether every element that is opened is closed, in order.
  private func isWhole(_ html: String) -> Bool {
    var open: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}
