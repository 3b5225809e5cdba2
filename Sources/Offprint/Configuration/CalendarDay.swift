/// A day of the Gregorian calendar, read from its ISO 8601 form.
struct CalendarDay: Sendable, Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// Nil where `text` is not `YYYY-MM-DD` or names no day there is.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1, day <= Self.days(month, year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
