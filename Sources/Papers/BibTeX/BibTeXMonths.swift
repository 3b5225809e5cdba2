/// The months that every BibTeX style defines.
enum BibTeXMonths {
  static let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  static let macros = Dictionary(uniqueKeysWithValues: names.map { ($0, Array($0.utf8)) })

  /// The first day that a month such as `16--18 Nov` or `March 3` names; nil where it names no day.
  static func day(_ month: String, year: Int) -> String? {
    let words = month.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let number = words.lazy.compactMap({ word in names.firstIndex { word.hasPrefix($0) } }).first,
      let day = words.lazy.compactMap({ Int($0) }).first(where: { (1...31).contains($0) }), (1000...9999).contains(year)
    else { return nil }
    return "\(year)-\(padded(number + 1))-\(padded(day))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
