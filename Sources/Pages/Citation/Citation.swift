import Papers
import Text

/// How to cite one paper, with the facts that the input gave and no others.
public struct Citation: Sendable {
  let key: String
  let paper: Paper
  /// `In Offprint, edition of 21 November 2026`.
  let source: String
  /// Authors, year and the like stand in the input, so the collection need not be named as the place.
  private var isTraceable: Bool { paper.details.doi != nil || paper.details.url != nil || paper.details.venue != nil }

  /// - Parameters:
  ///   - key: unique in the collection; letters, digits and hyphens.
  ///   - collection: name of the collection.
  ///   - date: day of the edition, ISO 8601.
  public init(_ paper: Paper, key: String, collection: String, date: String?) {
    self.init(paper, key: key, source: Self.source(collection: collection, date: date))
  }

  init(_ paper: Paper, key: String, source: String) {
    self.paper = paper
    self.key = key
    self.source = source
  }

  static func source(collection: String, date: String?) -> String {
    "In \(collection)" + (date.map { ", edition of " + Wording.day($0) } ?? "")
  }

  /// What stands beside the facts where nothing else says where to find the paper.
  var note: String? { isTraceable ? nil : source }

  var kind: Kind {
    guard let venue = paper.details.venue else { return .other }
    if paper.details.volume != nil || paper.details.issue != nil { return .journal }
    let meetings = ["Proceedings", "Proc.", "Conference", "Workshop", "Symposium"]
    return meetings.contains(where: { venue.contains($0) }) ? .meeting : .other
  }

  enum Kind { case journal, meeting, other }

  /// The address: the paper's own, else that of its DOI.
  var address: String? { paper.details.url ?? paper.details.doi.map { "https://doi.org/" + $0 } }

  /// `A. Author, B. Author: Title. Venue, 2024. doi:10.1/x`, in one line.
  public var plain: String {
    let details = paper.details
    var text = Wording.list(details.authors.map(\.full))
    if !text.isEmpty { text += ". " }
    let title = paper.plainTitle
    text += title
    if let last = title.unicodeScalars.last, last != ".", last != "?", last != "!" { text += "." }
    let place = [details.venue, details.volume.map { "volume " + $0 }, details.year.map { String($0) }]
    let told = place.compactMap { $0 }
    if !told.isEmpty { text += " " + told.joined(separator: ", ") + "." }
    if let note { text += " " + note + "." }
    if let doi = details.doi { text += " doi:" + doi } else if let url = details.url { text += " " + url }
    return text
  }
}
