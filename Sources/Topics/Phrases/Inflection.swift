/// Regular English endings of nouns and verbs.
enum Inflection {
  /// The singular of a lower-case noun by its ending; the word itself where it has no plural ending.
  static func singular(_ word: String) -> String {
    let count = word.utf8.count
    guard let last = word.utf8.last, last == 0x73 || endsIrregularly[Int(last)] else { return word }
    if let known = irregular[word] { return known }
    guard count > 3, last == 0x73, !unchanged.contains(word) else { return word }
    for ending in ["ss", "us", "is", "'s"] where word.hasSuffix(ending) { return word }
    if word.hasSuffix("ies") { return count > 4 ? word.dropLast(3) + "y" : String(word.dropLast()) }
    for (plural, drop, add) in endings where word.hasSuffix(plural) { return word.dropLast(drop) + add }
    return String(word.dropLast())
  }

  /// Past tense, third person and -ing form of a regular verb.
  static func forms(of verb: String) -> (third: String, past: String, gerund: String) {
    let letters = Array(verb)
    guard letters.count > 2, let last = letters.last else { return (verb + "s", verb + "ed", verb + "ing") }
    let before = letters[letters.count - 2]
    if last == "e" {
      let gerund =
        before == "i" ? verb.dropLast(2) + "ying" : "eyo".contains(before) ? verb + "ing" : verb.dropLast() + "ing"
      return (verb + "s", verb + "d", gerund)
    }
    if last == "y" && !isVowel(before) {
      return (verb.dropLast() + "ies", verb.dropLast() + "ied", verb + "ing")
    }
    let third = ["s", "x", "z", "ch", "sh"].contains(where: verb.hasSuffix) ? verb + "es" : verb + "s"
    let doubles =
      doubled.contains(verb)
      || letters.count <= 4 && !isVowel(last) && isVowel(before)
        && !isVowel(letters[letters.count - 3]) && !"wxy".contains(last)
    let stem = doubles ? verb + String(last) : verb
    return (third, stem + "ed", stem + "ing")
  }

  private static let doubled: Set<String> = [
    "commit", "incur", "occur", "omit", "permit", "prefer", "refer", "submit", "admit",
  ]

  private static let endings = [
    ("sses", 2, ""), ("shes", 2, ""), ("ches", 2, ""), ("xes", 2, ""), ("lyses", 2, "is"), ("theses", 2, "is"),
    ("oses", 1, ""), ("ases", 1, ""), ("uses", 1, ""), ("zzes", 2, ""),
  ]

  private static let irregular: [String: String] = [
    "matrices": "matrix", "vertices": "vertex", "indices": "index", "appendices": "appendix", "vortices": "vortex",
    "simplices": "simplex", "cortices": "cortex", "helices": "helix", "codices": "codex",
    "phenomena": "phenomenon", "criteria": "criterion", "automata": "automaton", "polyhedra": "polyhedron",
    "mitochondria": "mitochondrion", "bacteria": "bacterium", "spectra": "spectrum", "strata": "stratum",
    "corpora": "corpus", "genera": "genus", "optima": "optimum", "minima": "minimum", "maxima": "maximum",
    "stimuli": "stimulus", "nuclei": "nucleus", "fungi": "fungus", "loci": "locus", "foci": "focus", "radii": "radius",
    "larvae": "larva", "formulae": "formula", "vertebrae": "vertebra", "algae": "alga", "antennae": "antenna",
    "axes": "axis", "crises": "crisis", "bases": "base", "diagnoses": "diagnosis", "prognoses": "prognosis",
    "children": "child", "women": "woman", "men": "man", "mice": "mouse", "feet": "foot", "teeth": "tooth",
    "leaves": "leaf", "lives": "life", "wolves": "wolf", "halves": "half", "knives": "knife", "shelves": "shelf",
    "viruses": "virus", "biases": "bias", "lenses": "lens", "gases": "gas", "buses": "bus", "atlases": "atlas",
    "campuses": "campus", "statuses": "status", "processes": "process", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "echoes": "echo", "sinuses": "sinus", "censuses": "census", "quizzes": "quiz",
  ]

  /// Whether an irregular plural ends in a byte.
  private static let endsIrregularly: [Bool] = {
    let ends = Set(irregular.keys.compactMap(\.utf8.last))
    return (0...255).map { ends.contains($0) }
  }()

  /// Words in -s that are no plurals.
  private static let unchanged: Set<String> = [
    "always", "ambiguous", "atlas", "bias", "canvas", "chaos", "christmas", "cosmos", "diabetes", "ethos", "gas",
    "herpes",
    "lens", "mathematics", "physics", "mechanics", "dynamics", "statistics", "semantics", "linguistics", "economics",
    "ethics", "politics", "genetics", "genomics", "proteomics", "robotics", "optics", "acoustics", "electronics",
    "kinetics", "kinematics", "thermodynamics", "hydrodynamics", "aerodynamics", "informatics", "bioinformatics",
    "forensics", "analytics", "logistics", "ergonomics", "pediatrics", "paediatrics", "obstetrics", "therapeutics",
    "pragmatics", "phonetics", "aesthetics", "athletics", "cybernetics", "demographics", "econometrics",
    "psychometrics", "biometrics", "bibliometrics", "scientometrics", "photonics", "plasmonics", "mechatronics",
    "metabolomics", "transcriptomics", "epigenetics", "pharmacokinetics", "pharmacodynamics", "tectonics", "ceramics",
    "classics", "orthodontics", "combinatorics", "harmonics", "systematics", "rabies", "series", "species", "means",
    "news", "pancreas", "perhaps", "rhinoceros", "thermos", "texas", "arkansas", "kansas", "paris", "wales", "plus",
    "stokes", "gauss", "bayes", "mars", "venus", "uranus", "rhesus", "hans", "james", "andes", "alps", "netherlands",
    "states", "wilkes", "hodges", "yes", "aids", "sepsis", "ibis", "iris", "cannabis",
  ]

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}

private func + (start: Substring, end: String) -> String { String(start) + end }
