/// What commands stand for.
extension FormulaParser {
  /// Commands that leave nothing.
  static let silent: Set<String> = [
    "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits", "nonumber", "notag", "small",
    "tiny", "normalsize", "large", "footnotesize", "mathstrut", "strut", "allowbreak", "nobreak", "protect", "hline",
    "centering", "relax", "!", "-", "/",
  ]

  static let textStyles: [String: Formula.TextStyle] = [
    "text": .plain, "textrm": .plain, "mbox": .plain, "hbox": .plain, "textnormal": .plain, "textsf": .plain,
    "textsc": .plain, "textup": .plain, "textmd": .plain, "textbf": .bold, "textit": .italic,
    "emph": .italic, "textsl": .italic, "texttt": .code,
  ]

  static let accents: [String: (sign: String, isBelow: Bool)] = [
    "hat": ("^", false), "widehat": ("^", false), "tilde": ("~", false), "widetilde": ("~", false),
    "bar": ("¯", false), "overline": ("¯", false), "vec": ("→", false), "overrightarrow": ("→", false),
    "overleftarrow": ("←", false), "dot": ("˙", false), "ddot": ("¨", false), "check": ("ˇ", false),
    "breve": ("˘", false), "acute": ("´", false), "grave": ("`", false), "mathring": ("˚", false),
    "underline": ("_", true), "underbar": ("_", true), "overbrace": ("⏞", false), "underbrace": ("⏟", true),
  ]

  /// Names set upright; those with limits are signs.
  static let functions: [String: Formula] = {
    var functions: [String: Formula] = [:]
    for name in [
      "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin",
      "arccos", "arctan", "arg", "deg", "dim", "hom", "ker", "mod", "bmod", "tr", "softmax",
    ] {
      functions[name] = .function(name == "bmod" ? "mod" : name)
    }
    for name in ["max", "min", "sup", "inf", "lim", "det", "gcd", "Pr"] { functions[name] = .sign(name) }
    functions["limsup"] = .sign("lim sup")
    functions["liminf"] = .sign("lim inf")
    functions["argmax"] = .sign("arg max")
    functions["argmin"] = .sign("arg min")
    return functions
  }()

  /// The part for a command that stands for a character.
  static func symbol(_ name: String) -> Formula? {
    guard let character = Symbols.character(name) else { return nil }
    if Symbols.isGreek(name) {
      return .variable(character, isUpright: name.first?.isUppercase == true)
    }
    return letterLike.contains(name) ? .variable(character, isUpright: true) : .sign(character)
  }

  private static let letterLike: Set<String> = [
    "infty", "ell", "hbar", "imath", "jmath", "Re", "Im", "aleph", "wp", "emptyset", "varnothing",
  ]

  /// Escaped characters and spaces.
  static let escapes: [String: Formula] = [
    "{": .sign("{"), "}": .sign("}"), "|": .sign("‖"), "%": .text("%", .plain), "#": .text("#", .plain),
    "&": .text("&", .plain), "_": .text("_", .plain), "$": .text("$", .plain), ",": .space(3), ":": .space(4),
    ">": .space(4), ";": .space(5), " ": .space(6), "\n": .space(6), "quad": .space(18), "qquad": .space(36),
    "enspace": .space(9), "thinspace": .space(3), "space": .space(6), "\\": .blank, "(": .empty, ")": .empty,
    "[": .empty, "]": .empty, "": .empty, "'": .sign("′"), "\"": .empty, "`": .empty, "^": .empty, "~": .empty,
    "dotsc": .sign("…"), "dotsb": .sign("⋯"), "dotsm": .sign("⋯"), "dotsi": .sign("⋯"), "dotso": .sign("…"),
    "sqsubseteq": .sign("⊑"), "sqsupseteq": .sign("⊒"), "sqsubset": .sign("⊏"), "sqsupset": .sign("⊐"),
    "oslash": .sign("⊘"), "iiint": .sign("∭"), "nleq": .sign("≰"), "ngeq": .sign("≱"), "nsubseteq": .sign("⊈"),
    "subsetneq": .sign("⊊"), "supsetneq": .sign("⊋"), "lessgtr": .sign("≶"), "gtrless": .sign("≷"),
    "approxeq": .sign("≊"), "succsim": .sign("≿"), "precsim": .sign("≾"), "vartriangle": .sign("△"),
    "blacksquare": .sign("■"), "blacktriangle": .sign("▲"), "bigtriangleup": .sign("△"), "bigcirc": .sign("◯"),
    "textemdash": .text("—", .plain), "textendash": .text("–", .plain), "textperthousand": .text("‰", .plain),
    "textasciitilde": .text("~", .plain), "textbackslash": .text("\\", .plain), "copyright": .text("©", .plain),
    "lt": .sign("<"), "gt": .sign(">"), "And": .sign("&"), "eth": .variable("ð", isUpright: true),
  ]
}
