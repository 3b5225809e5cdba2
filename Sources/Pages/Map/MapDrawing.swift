import Planning
import Text
import Topics

/// Draws the map: a sign for each paper, the names of topics and themes.
///
/// All signs of a theme are one path; the links are transparent letters of one text element a theme, placed by its
/// lists of coordinates, so that a paper costs one element and no more.
struct MapDrawing {
  /// Links that one page can bear; the papers nearest to the middle of their topics have them.
  static let linkLimit = 900
  /// Signs that a page can bear: the whole sheet, and the drawing in small.
  static let sheetLimit = 4_000
  static let thumbLimit = 1_500

  private let facts: Facts
  private let page: SitePath
  private var svg: [UInt8] = []

  init(_ facts: Facts, page: SitePath) {
    self.facts = facts
    self.page = page
  }

  /// The whole map with links and names of topics.
  mutating func sheet() -> Markup {
    open("class=\"map\"")
    let share = linksPerTopic
    signs(atMost: Self.sheetLimit, always: share)
    links(share)
    topicNames()
    themeNames(letters: Self.phoneLetters)
    write("</svg>")
    return Markup(bytes: svg)
  }

  /// The map in small: signs and names of themes.
  mutating func thumb() -> Markup {
    let papers = Wording.count(facts.library.papers.count, "paper")
    open("class=\"map thumb\" role=\"img\" aria-label=\"Map of \(papers) by likeness\"")
    signs(atMost: Self.thumbLimit)
    themeNames(letters: Self.thumbLetters)
    write("</svg>")
    return Markup(bytes: svg)
  }
}

extension MapDrawing {
  private mutating func open(_ attributes: String) {
    write("<svg \(attributes) viewBox=\"0 0 1000 880\" width=\"1000\" height=\"880\">")
  }

  /// Draws every paper, or of more than `limit` the first `share` of each topic and an even sample of the others.
  private mutating func signs(atMost limit: Int, always share: Int = 0) {
    let topics = facts.atlas.topics
    let rest = topics.reduce(0) { $0 + max(0, $1.papers.count - share) }
    let room = max(0, limit - topics.reduce(0) { $0 + min(share, $1.papers.count) })
    var sample = EvenSample(room, of: rest)
    write("<g class=\"signs\">")
    for theme in facts.atlas.themes.indices {
      let sign = MapSign(Facts.sign(theme))
      write("<path class=\"f\(sign.number)\" d=\"")
      for topic in facts.atlas.themes[theme].topics {
        for (place, paper) in topics[topic].papers.enumerated() where place < share || sample.takesNext() {
          sign.append(at: facts.atlas.placements[paper].position, to: &svg)
        }
      }
      write("\"/>")
    }
    write("</g>")
  }

  private mutating func links(_ share: Int) {
    write("<g class=\"hits\">")
    for theme in facts.atlas.themes.indices {
      let topics = facts.atlas.themes[theme].topics
      let papers = topics.flatMap { facts.atlas.topics[$0].papers.prefix(share) }
      if papers.isEmpty { continue }
      let places = papers.map { facts.atlas.placements[$0].position }
      write("<text x=\"\(list(places.map(\.x)))\" y=\"\(list(places.map { $0.y + 5 }))\">")
      for paper in papers {
        write("<a href=\"\(href(to: facts.plan.papers[paper], from: page))\" tabindex=\"-1\" aria-label=\"")
        HTMLEscaping.append(facts.titles[paper], to: &svg)
        write("\">●</a>")
      }
      write("</text>")
    }
    write("</g>")
  }

  /// What a drawing of at most `limit` signs leaves out, in words; nil where it leaves out none.
  static func omission(_ papers: Int, limit: Int) -> String? {
    papers > limit
      ? "Drawn are \(Wording.digits(limit)) of \(Wording.count(papers, "paper")), some of every topic." : nil
  }

  /// How many papers of each topic can have a link.
  private var linksPerTopic: Int {
    var share = facts.atlas.topics.map(\.papers.count).max() ?? 0
    let total = { (share: Int) in facts.atlas.topics.reduce(0) { $0 + min(share, $1.papers.count) } }
    while share > 1, total(share) > Self.linkLimit { share -= max(1, share / 8) }
    return share
  }

  /// Heights of letters in units of the sheet: topics; themes on phones; themes on the drawing in small.
  private static let topicLetters: Float = 22
  private static let phoneLetters: Float = 46
  private static let thumbLetters: Float = 32

  /// The names of the topics; those without room come in when the reader draws nearer.
  private mutating func topicNames() {
    let topics = facts.atlas.topics
    let names = topics.indices.map { NameRoom.Name(lines: Self.lines(facts.topicName($0)), middle: topics[$0].label) }
    let order = topics.indices.sorted { (-topics[$0].papers.count, $0) < (-topics[$1].papers.count, $1) }
    let steps = NameRoom.steps(names, order: order, letters: Self.topicLetters)
    write("<g class=\"labs\">")
    for topic in topics.indices {
      let step = steps[topic] == 0 ? "" : " class=\"z\(steps[topic])\""
      write("<a\(step) href=\"\(href(to: facts.plan.topics[topic], from: page))\">")
      name(names[topic].lines, at: names[topic].middle, letters: Self.topicLetters, class: "lab")
      write("</a>")
    }
    write("</g>")
  }

  private mutating func themeNames(letters: Float) {
    let themes = facts.atlas.themes
    let names = themes.indices.map { NameRoom.Name(lines: Self.lines(facts.themeName($0)), middle: themes[$0].label) }
    let steps = NameRoom.steps(names, order: facts.themeOrder, letters: letters)
    let onPhones = NameRoom.steps(names, order: facts.themeOrder, letters: Self.phoneLetters)
    write("<g class=\"themes-l\" aria-hidden=\"true\">")
    for theme in themes.indices where steps[theme] == 0 {
      let style = onPhones[theme] == 0 ? "thl" : "thl wide-only"
      name(names[theme].lines, at: names[theme].middle, letters: letters, class: style)
    }
    write("</g>")
  }

  /// A name about `place`, over a halo of paper that keeps it legible on signs.
  private mutating func name(_ lines: [String], at place: MapPoint, letters: Float, class style: String) {
    write("<text class=\"\(style) halo\" aria-hidden=\"true\">")
    write(lines, at: place, letters: letters)
    write("</text><text class=\"\(style)\">")
    write(lines, at: place, letters: letters)
    write("</text>")
  }

  private mutating func write(_ lines: [String], at place: MapPoint, letters: Float) {
    let height = letters * 1.1
    var y = place.y + letters * 0.35 - height * Float(lines.count - 1) / 2
    for line in lines {
      write("<tspan x=\"\(Tenths.of(Double(place.x)))\" y=\"\(Tenths.of(Double(y)))\">")
      HTMLEscaping.append(line, to: &svg)
      write("</tspan>")
      y += height
    }
  }

  /// One line, or two where the name has more than 16 letters, broken where that makes them most even.
  static func lines(_ name: String) -> [String] {
    let words = name.split(separator: " ")
    guard name.count > 16, words.count > 1 else { return [name] }
    let breaks = (1..<words.count).map { at in
      [words[..<at].joined(separator: " "), words[at...].joined(separator: " ")]
    }
    return breaks.min { widest($0) < widest($1) } ?? [name]
  }

  private static func widest(_ lines: [String]) -> Int { lines.map(\.count).max() ?? 0 }

  private func list(_ values: [Float]) -> String {
    values.map { Tenths.of(Double($0)) }.joined(separator: " ")
  }

  private mutating func write(_ text: String) { svg.append(contentsOf: text.utf8) }
}
