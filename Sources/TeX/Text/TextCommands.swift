/// What the commands of TeX's text mode mean.
enum TextCommands {
  enum Meaning: Equatable {
    /// Stands for a text; arguments are none.
    case text(String)
    /// Stands for its argument, in another font or colour.
    case argument
    /// The same after so many arguments that tell of the look alone.
    case argumentAfter(Int)
    /// Stands for its argument between two texts.
    case enclosed(String, String)
    /// An address and the words that lead there.
    case link
    /// Tells of the look alone; so many arguments go with it.
    case nothing(Int)
  }

  static func meaning(_ name: String) -> Meaning? { table[name] }

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    for name in fonts.split(separator: " ") { table[String(name)] = .argument }
    for name in switches.split(separator: " ") { table[String(name)] = .nothing(0) }
    for name in unseen.split(separator: " ") { table[String(name)] = .nothing(1) }
    for name in references.split(separator: " ") { table[String(name)] = .enclosed("[", "]") }
    for (name, text) in texts { table[name] = .text(text) }
    table["href"] = .link
    table["hyperlink"] = .argument
    for name in ["textcolor", "colorbox", "hyperref", "foreignlanguage", "parbox"] { table[name] = .argumentAfter(1) }
    table["color"] = .nothing(1)
    table["footnote"] = .enclosed(" (", ")")
    table["enquote"] = .enclosed("“", "”")
    table["SI"] = .argument
    return table
  }()

  private static let fonts = """
    textbf textit textsl textsc textsf texttt textrm textmd textup textnormal textlf text emph underline uline sout \
    mbox hbox fbox centerline bm boldsymbol mathbf mathrm mathit mathsf mathtt operatorname url nolinkurl path verb num \
    gls Gls ac acs acf acl acp abstract title section subsection paragraph hl highlight textquote mathcal mathbb mathfrak
    """

  private static let switches = """
    bf it em sc sl tt rm sf bfseries itshape scshape slshape ttfamily rmfamily sffamily mdseries upshape normalfont tiny \
    scriptsize footnotesize small normalsize large Large LARGE huge Huge noindent par centering xspace protect \
    displaystyle textstyle left right big Big bigl bigr Bigl Bigr limits nolimits newline linebreak clearpage newpage \
    smallskip medskip bigskip maketitle hfill null relax
    """

  private static let unseen = "begin end label vspace hspace vspace* hspace* bibliographystyle phantom thanks index"

  private static let references =
    "cite citep citet citealp citealt citeauthor citeyear ref eqref autoref cref Cref nocite"

  private static let texts: [(String, String)] = [
    ("ss", "ß"), ("SS", "ẞ"), ("o", "ø"), ("O", "Ø"), ("l", "ł"), ("L", "Ł"), ("aa", "å"), ("AA", "Å"), ("ae", "æ"),
    ("AE", "Æ"), ("oe", "œ"), ("OE", "Œ"), ("i", "ı"), ("j", "ȷ"), ("dh", "ð"), ("DH", "Ð"), ("th", "þ"), ("TH", "Þ"),
    ("dj", "đ"), ("DJ", "Đ"), ("ng", "ŋ"), ("NG", "Ŋ"), ("S", "§"), ("P", "¶"), ("dag", "†"), ("ddag", "‡"),
    ("copyright", "©"), ("textcopyright", "©"), ("textregistered", "®"), ("texttrademark", "™"), ("pounds", "£"),
    ("textsterling", "£"), ("texteuro", "€"), ("euro", "€"), ("textyen", "¥"), ("textdegree", "°"), ("degree", "°"),
    ("deg", "°"), ("textbackslash", "\\"), ("textasciitilde", "~"), ("textasciicircum", "^"), ("textunderscore", "_"),
    ("textbar", "|"), ("textless", "<"), ("textgreater", ">"), ("textquoteleft", "‘"), ("textquoteright", "’"),
    ("textquotedblleft", "“"), ("textquotedblright", "”"), ("lq", "‘"), ("rq", "’"), ("textquotesingle", "'"),
    ("guillemotleft", "«"), ("guillemotright", "»"), ("textendash", "–"), ("textemdash", "—"), ("textbullet", "•"),
    ("textellipsis", "…"), ("ldots", "…"), ("dots", "…"), ("LaTeX", "LaTeX"), ("TeX", "TeX"), ("BibTeX", "BibTeX"),
    ("quad", " "), ("qquad", " "), ("space", " "), ("enspace", " "), ("thinspace", " "), ("textmu", "µ"),
    ("textonehalf", "½"), ("textordfeminine", "ª"), ("textordmasculine", "º"), ("textexclamdown", "¡"),
    ("textquestiondown", "¿"), ("percent", "%"), ("ie", "i.e."), ("eg", "e.g."), ("etal", "et al."), ("wrt", "w.r.t."),
    ("aka", "a.k.a."), ("iid", "i.i.d."), ("etc", "etc."), ("cf", "cf."), ("Eg", "E.g."), ("Ie", "I.e."), ("vs", "vs."),
  ]
}
