import Diagnostics
import Mustache
import Planning

/// The files that readers take away: citations, the edition in one page, as a book, and as a message.
public struct Takeaways: Sendable {
  /// Most papers of an edition that still makes a page or a book of its own.
  private static let largest = 5_000

  private let facts: Facts
  private let citations: CitationFiles
  private let singles: [@Sendable () -> (path: SitePath, bytes: [UInt8])]

  init(_ facts: Facts, _ templates: TakeawayTemplates, style: InlineFile, script: InlineFile, _ framing: Framing) {
    self.facts = facts
    citations = CitationFiles(facts)
    var singles: [@Sendable () -> (path: SitePath, bytes: [UInt8])] = []
    if Self.hasWhole(facts.content) {
      singles = [
        { (.editionBook, Book(facts).bytes) },
        { (.editionPage, templates.edition.render(facts.editionFile(style, script, framing))) },
        { (.mail, Mail(facts, templates.mail).bytes) },
      ]
    }
    self.singles = singles
  }

  /// Whether the edition is made into single files too.
  static func hasWhole(_ content: EditionContent) -> Bool { (1...largest).contains(content.library.papers.count) }

  /// Number of groups of files.
  public var count: Int { singles.count + facts.plan.topics.count }

  /// The files of group `index`, in 0..<count.
  public func files(_ index: Int) -> [(path: SitePath, bytes: [UInt8])] {
    index < singles.count ? [singles[index]()] : citations.topic(index - singles.count)
  }

  /// The files that grow with the collection.
  public var whole: [PiecewiseFile] { citations.whole }
}

/// The compiled templates of the edition in one file and of the message.
struct TakeawayTemplates: Sendable {
  let edition: Template<EditionFileView>
  let mail: Template<MailView>

  init(_ templates: TemplateSet) throws(Failure) {
    edition = try templates.template("layouts/edition.html", for: EditionFileView.self)
    mail = try templates.template("layouts/mail.html", for: MailView.self)
  }
}

extension SitePath {
  /// The whole edition in one page.
  static let editionPage = SitePath("edition.html")
  /// The whole edition as an EPUB.
  static let editionBook = SitePath("edition.epub")
  /// The digest as a message ready to send.
  static let mail = SitePath("digest.eml")
}
