import Archive
import Text

/// The whole edition as an EPUB 3.3 publication: a chapter for each topic, titles, abstracts, the glossary.
struct Book {
  private let facts: Facts
  private let chapters: [Chapter]

  /// A file of the book that is read.
  private struct Chapter {
    var file: String
    var name: String
    /// Name of the theme that it stands under in the table of contents.
    var theme: String?
    var body: [UInt8]
  }

  init(_ facts: Facts) {
    self.facts = facts
    chapters = Self.chapters(facts)
  }

  /// The file; its entries are dated by no clock.
  var bytes: [UInt8] {
    var archive = ZipArchive()
    archive.add("mimetype", Array("application/epub+zip".utf8), isCompressed: false)
    archive.add("META-INF/container.xml", Array(Self.container.utf8))
    archive.add("EPUB/package.opf", package)
    archive.add("EPUB/nav.xhtml", navigation)
    archive.add("EPUB/style.css", Array(Self.style.utf8))
    for chapter in chapters {
      archive.add("EPUB/\(chapter.file)", document(chapter.name, [chapter.body]))
    }
    return archive.finished()
  }
}

extension Book {
  private static func chapters(_ facts: Facts) -> [Chapter] {
    let groups = facts.byTopic
    let themes = groups.indices.map { theme(of: $0, facts) }
    // Topics of one theme follow one another, as the table of contents wants it.
    let order = groups.indices.sorted { first, second in
      (themes[first] ?? Int.max, first) < (themes[second] ?? Int.max, second)
    }
    var chapters = [Chapter(file: "title.xhtml", name: facts.content.title, body: titlePage(facts))]
    for at in order {
      chapters.append(
        Chapter(
          file: "topic-\(at + 1).xhtml", name: groups[at].name, theme: themes[at].map(facts.themeName),
          body: topicChapter(groups[at].name, groups[at].papers, facts)))
    }
    if !facts.atlas.acronyms.isEmpty {
      chapters.append(Chapter(file: "glossary.xhtml", name: "Short forms", body: glossary(facts)))
    }
    return chapters
  }

  /// The theme of a topic, nil where there is but one.
  private static func theme(of topic: Int, _ facts: Facts) -> Int? {
    guard facts.atlas.themes.count > 1, facts.atlas.topics.indices.contains(topic) else { return nil }
    let theme = facts.atlas.topics[topic].theme
    return facts.atlas.themes.indices.contains(theme) ? theme : nil
  }

  private static func titlePage(_ facts: Facts) -> [UInt8] {
    var xml: [UInt8] = []
    xml.element("h1", facts.content.title)
    if let description = facts.content.description { xml.element("p", description) }
    xml.element("p", facts.figures)
    if let date = facts.content.date { xml.element("p", "Edition of \(Wording.day(date)).") }
    xml.element("p", "Every sentence about a paper is the paper’s own.")
    return xml
  }

  private static func topicChapter(_ name: String, _ papers: [Int], _ facts: Facts) -> [UInt8] {
    var xml: [UInt8] = []
    xml.reserveCapacity(papers.count * 1_700)
    xml.element("h1", name)
    xml.element("p", Wording.count(papers.count, "paper") + ".", style: "note")
    for paper in papers {
      xml.open("section", id: facts.library.papers[paper].id.value)
      xml.element("h2", facts.titles[paper])
      xml.element("p", facts.note(paper), style: "note")
      let abstract = PlainText.of(facts.library.papers[paper].abstract)
      if !abstract.isEmpty { xml.element("p", abstract) }
      xml.close("section")
    }
    return xml
  }

  private static func glossary(_ facts: Facts) -> [UInt8] {
    var xml: [UInt8] = []
    xml.element("h1", "Short forms")
    xml.open("dl")
    for acronym in facts.atlas.acronyms where !acronym.expansions.isEmpty {
      xml.element("dt", acronym.short)
      for expansion in acronym.expansions { xml.element("dd", expansion.long) }
    }
    xml.close("dl")
    return xml
  }

  private func document(_ title: String, _ parts: [[UInt8]]) -> [UInt8] {
    var language: [UInt8] = []
    HTMLEscaping.append(facts.content.language, to: &language)
    let tag = String(decoding: language, as: UTF8.self)
    var xml = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n".utf8)
    let spaces = "xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\""
    xml += Array("<html \(spaces) xml:lang=\"\(tag)\" lang=\"\(tag)\">\n<head>\n".utf8)
    xml.element("title", title)
    xml += Array("<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n".utf8)
    for part in parts { xml += part }
    return xml + Array("</body>\n</html>\n".utf8)
  }
}

extension Book {
  /// The table of contents: topics under their themes.
  private var navigation: [UInt8] {
    var xml: [UInt8] = Array("<nav epub:type=\"toc\">\n<h1>Contents</h1>\n<ol>\n".utf8)
    func item(_ chapter: Chapter) {
      xml += Array("<li><a href=\"\(chapter.file)\">".utf8)
      HTMLEscaping.append(chapter.name, to: &xml)
      xml += Array("</a></li>\n".utf8)
    }
    var theme: String?
    for chapter in chapters {
      if chapter.theme != theme {
        if theme != nil { xml += Array("</ol></li>\n".utf8) }
        if let next = chapter.theme {
          xml += Array("<li>".utf8)
          xml.element("span", next)
          xml.open("ol")
        }
        theme = chapter.theme
      }
      item(chapter)
    }
    if theme != nil { xml += Array("</ol></li>\n".utf8) }
    xml += Array("</ol>\n</nav>\n".utf8)
    return document("Contents", [xml])
  }

  /// The package document: metadata, files, order of reading.
  private var package: [UInt8] {
    let content = facts.content
    var xml = Array(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">\(Fingerprint("book \(content.title)").urn)</dc:identifier>\n
      """.utf8)
    xml.element("dc:title", content.title)
    xml.element("dc:language", content.language)
    if let date = content.date { xml.element("dc:date", date) }
    // The format wants a moment; where the edition has no day, no other is made up.
    xml += Array(
      """
      <meta property="dcterms:modified">\(content.date ?? "1970-01-01")T00:00:00Z</meta>
      </metadata>
      <manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="style" href="style.css" media-type="text/css"/>\n
      """.utf8)
    for (at, chapter) in chapters.enumerated() {
      xml += Array("<item id=\"c\(at)\" href=\"\(chapter.file)\" media-type=\"application/xhtml+xml\"/>\n".utf8)
    }
    xml += Array("</manifest>\n<spine>\n<itemref idref=\"c0\"/>\n<itemref idref=\"nav\"/>\n".utf8)
    for at in chapters.indices.dropFirst() { xml += Array("<itemref idref=\"c\(at)\"/>\n".utf8) }
    return xml + Array("</spine>\n</package>\n".utf8)
  }

  private static let container = """
    <?xml version="1.0" encoding="utf-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>\n
    """

  private static let style = """
    h1, h2 { font-weight: normal; line-height: 1.25; }
    h1 { margin: 2em 0 1em; } h2 { margin: 1.5em 0 .2em; font-size: 1.15em; }
    p { margin: 0 0 .6em; line-height: 1.5; } .note { font-size: .85em; color: #555; }
    dt { font-weight: bold; } dd { margin: 0 0 .3em 1.5em; } nav ol { list-style: none; padding-left: 1em; }\n
    """
}

extension [UInt8] {
  fileprivate mutating func open(_ name: String, id: String? = nil) {
    self += Array(id.map { "<\(name) id=\"p-\($0)\">\n" }.map(\.utf8) ?? "<\(name)>\n".utf8)
  }

  fileprivate mutating func close(_ name: String) { self += Array("</\(name)>\n".utf8) }

  /// An element with text, which is escaped.
  fileprivate mutating func element(_ name: String, _ text: String, style: String? = nil) {
    self += Array((style.map { "<\(name) class=\"\($0)\">" } ?? "<\(name)>").utf8)
    HTMLEscaping.append(text, to: &self)
    self += Array("</\(name)>\n".utf8)
  }
}
