import Testing

@testable import TeX

@Suite struct MendingTests {
  @Test(arguments: [
    (#"say \"every\" word in C:\path\names"#, #"say "every" word in C:\path\names"#),
    (#"Nystr\"{o}m, na\"{\i}ve, est\'an, dise\~nados"#, "Nyström, naïve, están, diseñados"),
    (
      #"Erd\H{o}s, \v{S}koda, Gar\c{c}on, \c cedilla, {\'e}t{\'e}, Fr\'{e}chet, \r{A}, \k{a}"#,
      "Erdős, Škoda, Garçon, çedilla, été, Fréchet, Å, ą"
    ),
    (#"Erd{\H o}s, {\k a}, Bal{\' a}zs, {\' \i}, {\v s}, {\d T}, {\em a} {\it b}"#, "Erdős, ą, Balázs, í, š, Ṭ, a b"),
    (#"Bj{\o}ntegaard, \AA ngstr\"om, Stra{\ss}e, \L{}\'od\'z"#, "Bjøntegaard, Å ngström, Straße, Łódź"),
    (##"90\% of R\&D, \#1, aa\_b, \$5, \{x\}"##, "90% of R&D, #1, aa_b, $5, {x}"),
    ("``quotes'' and `single' ones, ``views\" too", "“quotes” and ‘single’ ones, “views” too"),
    ("known as ''floaters'', the ''inside-out'' views", "known as “floaters”, the “inside-out” views"),
    (#""Is there anything else?'': a study"#, #""Is there anything else?": a study"#),
    (#"{\it x y}, {\bf b}, {\em e} and \textbf{x}, \emph{a \textit{b}}"#, "x y, b, e and x, a b"),
    ("Models~(LLMs), e.g.,~SVD, at~https://a.b/~c", "Models (LLMs), e.g., SVD, at https://a.b/~c"),
    (
      #"codecs (\etc) and \etc. The \system. Our \methodabbr works"#,
      "codecs (etc.) and etc. The system. Our methodabbr works"
    ),
    (#"\textbf{a}---b, 1--2, \emph{x} -- y"#, "a—b, 1–2, x – y"),
    (#"code: \url{https://a.b/c}, \href{https://a.b/c}{here}"#, "code: https://a.b/c, here (https://a.b/c)"),
    (#"\textcolor{red}{hot} \footnote{Note.} \cite{key}"#, "hot  (Note.) [key]"),
    (#"i.e.\ one\\ two\, three \LaTeX.~The"#, "i.e. one two three LaTeX. The"),
    (#"at~{https://github.com/HRNet}."#, "at https://github.com/HRNet."),
    ("we introduce **harmonic loss** as (**bold**) one", "we introduce harmonic loss as (bold) one"),
    (#"a set \mathcalD ⊂\mathcalX at the rate O_\mathbbP(n)"#, "a set 𝒟 ⊂𝒳 at the rate O_ℙ(n)"),
    (
      "Legal Domain: {I}nsights from {LLM}s and {N}eural {M}odels", "Legal Domain: Insights from LLMs and Neural Models"
    ),
    (#"360{\deg} and \mu, N\rightarrow\infty"#, "360° and μ, N→∞"),
  ])
  func textModeBecomesUnicode(_ tex: String, _ expected: String) { #expect(TeX.mended(tex) == expected) }

  @Test(arguments: [
    "A plain text -- with dashes --- of its own.", "~25% and ~90x, (~45, 5~10, x~N(0,1)", "https://a.b/~vgg/",
    "costs $5 and $6", "US$ 5 and A$ 6", "B = {x, y}", "prompts such as Hello {NAME} there", "f{X}y",
    "a `code` span and ```fences```", "it's '' odd", "f''(x) and x''", "'''three'''",
    "''never closed", "$x^2$ and \\(y\\)", "#1 & 2%",
    "the model's", "rock 'n' roll", "C:\\", "{", "}", "`", "$", "~", "a ` b ' c",
    "2**n and x**2**3", "** alone **", "**never closed", "A* and B** search", "*** three ***", "a**b** c",
  ])
  func plainTextStaysAsItIs(_ text: String) { #expect(TeX.mended(text) ?? text == text) }

  @Test(arguments: [#"a $\alpha_{i}$ b \(x\) \[y^2\] $$z$$"#, #"$O(\sqrt{n}\log n)$"#, #"price \$5 and $x$"#])
  func formulasStayVerbatim(_ text: String) {
    let mended = TeX.mended(text) ?? text
    for formula in TeX.formulas(in: text) {
      #expect(mended.contains(String(decoding: Array(text.utf8)[formula.range], as: UTF8.self)))
    }
  }

  @Test(arguments: [
    #"\"{"#, #"\textbf{"#, #"\"#, #"\\"#, #"{\it"#, "``", #"\href{a}{"#, #"$\"#, #"\begin{x}"#, #"\c"#, #"\v "#, #"\'"#,
    String(repeating: "{\\it ", count: 500), String(repeating: "`", count: 99), #"\textbf{\textbf{\"{\i}}"#,
    #"{}{}\foo{}"#,
  ])
  func brokenTeXIsNoFault(_ text: String) {
    let mended = TeX.mended(text) ?? text
    _ = TeX.plain(mended)
    #expect(mended.utf8.count <= text.utf8.count * 4 + 8)
  }

  @Test(arguments: [
    ("$x^2$", "x²"), (#"$\alpha_{ij}$"#, "αᵢⱼ"), (#"\(O(n\log n)\)"#, "O(n log n)"), (#"$\frac{a+b}{c}$"#, "(a+b)/c"),
    (#"$\mathbb{R}^{d}$"#, "ℝᵈ"), (#"$10^{-3}$"#, "10⁻³"), (#"$\sqrt{n}$"#, "√n"), (#"$\left\{x\right\}$"#, "{x}"),
    (#"$5\times$"#, "5×"), (#"$W_0$"#, "W₀"), ("of $AutoRef $ for it", "of AutoRef for it"),
    (#"$\text{loss} \leq 1$"#, "loss ≤ 1"), (#"$a \to b$"#, "a → b"),
  ])
  func formulasAreFlattenedForSearch(_ text: String, _ expected: String) { #expect(TeX.plain(text) == expected) }
}
