import Foundation
import Papers
import Planning
import Testing

@testable import Pages

@Suite("Files that readers take away")
struct TakeawayTests {
  private func files(_ content: EditionContent) throws -> [String: [UInt8]] {
    let takeaways = try PageRenderer(theme: MiniEdition.theme, content: content).takeaways
    var files: [String: [UInt8]] = [:]
    for index in 0..<takeaways.count { for file in takeaways.files(index) { files[file.path.value] = file.bytes } }
    for file in takeaways.whole { files[file.path.value] = (0..<file.count).flatMap { file.piece($0) } }
    return files
  }

  private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  @Test("every file that the page of feeds and data links to is made")
  func dataPage() throws {
    let content = try MiniEdition.content()
    let page = try #require(MiniEdition.pages(content)["data.html"])
    for name in try files(content).keys where !name.contains("/") { #expect(page.contains("href=\"\(name)\"")) }
  }

  @Test("the citations of the whole and of each topic hold each paper once")
  func citations() throws {
    let files = try files(MiniEdition.content())
    #expect(text(files["papers.bib"]).components(separatedBy: "@misc{").count == 8)
    #expect(text(files["papers.ris"]).components(separatedBy: "ER  - \n").count == 8)
    #expect(text(files["topics/stars.bib"]).components(separatedBy: "@misc{").count == 3)
    #expect(try JSONSerialization.jsonObject(with: Data(files["papers.csl.json"] ?? [])) is [[String: Any]])
    #expect(text(files["papers.bib"]).contains("{{Attention \\& <Memory>}}"))
    #expect(text(files["papers.bib"]).contains("{{A \"quoted\" $x^2$ title}}"))
    for name in ["papers.ris", "papers.csl.json"] {
      #expect(text(files[name]).contains("x² title"), "formulas as characters in \(name)")
      #expect(!text(files[name]).contains("$"))
    }
  }

  @Test("the reading list shows a title without TeX, and keeps its TeX for BibTeX")
  func readingList() throws {
    let file = try PageRenderer(theme: MiniEdition.theme, content: MiniEdition.content()).readingList.file(0)
    #expect(text(file.bytes).contains(#""title":"A \"quoted\" x² title""#))
    #expect(text(file.bytes).contains(#""tex":"A \"quoted\" $x^2$ title""#))
    #expect(text(file.bytes).components(separatedBy: "\"tex\"").count == 2)
  }

  @Test("the message has the digest as text and as HTML, and nobody's address")
  func mail() throws {
    var content = try MiniEdition.content()
    content.date = "2026-11-21"
    let mail = text(try files(content)["digest.eml"])
    #expect(mail.hasPrefix("From: \"Mini\" <digest@offprint.invalid>\r\n"))
    #expect(mail.contains("\r\nDate: Sat, 21 Nov 2026 00:00:00 +0000\r\n"))
    #expect(mail.components(separatedBy: "Content-Transfer-Encoding: quoted-printable").count == 3)
    #expect(mail.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count <= 78 })
  }

  @Test("a subject beyond ASCII stands in encoded words")
  func subject() {
    #expect(MailHeaders.encoded("Plain") == "Plain")
    #expect(MailHeaders.encoded("Café") == "=?utf-8?B?Q2Fmw6k=?=")
  }

  @Test("the edition in one file lets its own style and script run and nothing else, and tells its text as it is")
  func editionFile() throws {
    let page = text(try files(MiniEdition.content())["edition.html"])
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-") || page.contains("'none'; style-src"))
    #expect(page.contains("<li>Attention &amp; &lt;Memory&gt;</li>"))
    #expect(!page.contains("<works>"))
  }

  @Test("packed texts come back as they were")
  func packing() {
    let texts = [
      "We propose a net. We propose a <b>net</b>; </script> stays.", "", "Ünïcode – “quotes” ~ and\ttabs, a net",
      "one two one two three",
    ]
    let code = WordCode(texts)
    #expect(!text(code.text).contains("</script"))
    #expect(Unpacking(code).texts == texts.map { $0.replacing("\t", with: " ") } + [""])
  }

  @Test("an edition without papers has citations of nothing and no page or book of its own")
  func empty() throws {
    var library = MiniEdition.library
    library.papers = []
    let files = try files(MiniEdition.content(library, .init()))
    #expect(files.keys.sorted() == ["papers.bib", "papers.csl.json", "papers.ris"])
  }
}

/// What the script of the edition does, for the tests.
private struct Unpacking {
  var texts: [String]

  init(_ code: WordCode) {
    let words = String(decoding: code.list, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let base = WordCode.alphabet.count
    let (one, two, _) = WordCode.shares
    texts = String(decoding: code.text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
      let bytes = Array($0.utf8)
      var text = ""
      var at = 0
      func value(_ place: Int) -> Int { WordCode.alphabet.firstIndex(of: bytes[place]) ?? 0 }
      while at < bytes.count {
        if bytes[at] == 0x7E {
          let end = bytes[at...].firstIndex(of: 0x09) ?? bytes.count
          text += String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
          at = end + 1
        } else if value(at) < one {
          text += words[value(at)]
          at += 1
        } else if value(at) < one + two {
          text += words[one + (value(at) - one) * base + value(at + 1)]
          at += 2
        } else {
          let first = value(at) - one - two
          text += words[one + two * base + (first * base + value(at + 1)) * base + value(at + 2)]
          at += 3
        }
      }
      return text
    }
  }
}
