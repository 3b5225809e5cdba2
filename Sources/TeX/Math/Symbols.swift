/// The symbols of TeX's math mode as Unicode characters.
public enum Symbols {
  /// The character that the command `name` (without backslash) stands for, nil where it stands for none.
  public static func character(_ name: String) -> String? { table[name] }

  /// Whether `name` is the name of a Greek letter.
  public static func isGreek(_ name: String) -> Bool { greekNames.contains(name) }

  private static let greek = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ \
    nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ \
    Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    """

  private static let operators = """
    times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cap ∩ cup ∪ sqcap ⊓ \
    sqcup ⊔ vee ∨ wedge ∧ lor ∨ land ∧ setminus ∖ wr ≀ dagger † ddagger ‡ amalg ⨿ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ \
    gg ≫ equiv ≡ approx ≈ cong ≅ sim ∼ simeq ≃ propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ \
    supseteq ⊇ in ∈ ni ∋ notin ∉ perp ⊥ parallel ∥ mid ∣ models ⊨ vdash ⊢ dashv ⊣ lesssim ≲ gtrsim ≳ leqslant ⩽ \
    geqslant ⩾ triangleq ≜ coloneqq ≔ doteq ≐ asymp ≍ bowtie ⋈ lhd ⊲ rhd ⊳ ltimes ⋉ rtimes ⋊ boxplus ⊞ bigoplus ⨁ \
    bigotimes ⨂ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ partial ∂ nabla ∇ \
    infty ∞ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ \
    aleph ℵ wp ℘ angle ∠ top ⊤ bot ⊥ prime ′ triangle △ square □ Box □ diamond ⋄ Diamond ◇ bigstar ★ checkmark ✓ \
    clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ surd √ ldots … cdots ⋯ dots … vdots ⋮ \
    ddots ⋱ colon : vert | Vert ‖ lVert ‖ rVert ‖ lvert | rvert | langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ \
    lbrace { rbrace } lbrack [ rbrack ] backslash \\ degree ° xmark ✗ therefore ∴ because ∵ complement ∁
    """

  private static let arrows = """
    to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔ longleftrightarrow ⟷ \
    Rightarrow ⇒ Longrightarrow ⟹ implies ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ uparrow ↑ downarrow ↓ updownarrow ↕ \
    Uparrow ⇑ Downarrow ⇓ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ leftharpoonup ↼ \
    rightleftharpoons ⇌ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leadsto ⇝ rightsquigarrow ⇝ twoheadrightarrow ↠
    """

  private static let greekNames = Set(pairs(greek).map(\.0))

  private static let table = Dictionary(
    pairs(greek) + pairs(operators) + pairs(arrows), uniquingKeysWith: { first, _ in first })

  private static func pairs(_ words: String) -> [(String, String)] {
    let list = words.split(separator: " ").map(String.init)
    return stride(from: 0, to: list.count - 1, by: 2).map { (list[$0], list[$0 + 1]) }
  }
}
