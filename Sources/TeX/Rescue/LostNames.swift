/// Names of TeX commands that text keeps when copying has lost their backslashes.
enum LostNames {
  /// Names that are no words of any language: wherever one stands alone, a backslash is missing.
  static let certain = words(
    """
    mathbb mathcal mathbf mathrm mathfrak mathsf varepsilon varphi vartheta varrho varsigma leq geq neq leqslant geqslant \
    rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow uparrow downarrow mapsto infty \
    cdot cdots ldots otimes oplus odot subseteq supseteq propto simeq nabla lesssim gtrsim emptyset langle rangle lfloor \
    rfloor lceil rceil forall
    """)

  /// Commands whose argument follows without braces where copying has lost them.
  static let taking = words("mathbb mathcal mathbf mathrm mathfrak mathsf bf rm cal hat tilde bar vec")

  /// Words too, but commands between two operands: `n times d`, `c le C`.
  static let between = words(
    "times le ge leq geq neq in to sim approx cdot rightarrow pm mapsto subset subseteq ll gg mid")

  /// Words too, but commands where a formula is proven.
  static let inside = words(
    """
    left right times le ge in to sim approx pm top sum prod int log exp max min sup inf lim sin cos tan tanh det dim arg \
    sqrt frac partial mid circ star ast cap cup ell perp mp ll gg ne notin subset supset prime dots bullet equiv quad
    """)

  static let greek = words(
    """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega \
    varepsilon varphi vartheta Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega
    """)

  /// Font commands that lost their backslash but kept the brace of their argument.
  static let fonts = words("textbf textit texttt textsc textsf textrm emph underline textsl mbox url")

  /// Font switches that kept the brace before them.
  static let switches = words("bf it em sc tt rm sl")

  /// Of all names that outside a formula can be more than words.
  static let shapes = NameShapes(
    certain.union(greek).union(["sim", "times", "le", "ge", "approx", "bullet", "pm", "sqrt", "frac"]))

  /// Whether `name` is a command where a formula is proven.
  static func isCommand(_ name: String) -> Bool {
    certain.contains(name) || inside.contains(name) || greek.contains(name) || taking.contains(name)
  }

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
