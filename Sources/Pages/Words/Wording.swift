/// Numbers, dates and lists as running text has them.
public enum Wording {
  /// `1,312`
  public static func digits(_ number: Int) -> String {
    let plain = String(number.magnitude)
    guard plain.utf8.count > 3 else { return String(number) }
    var grouped = ""
    for (at, digit) in plain.enumerated() {
      if at > 0, (plain.utf8.count - at) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return number < 0 ? "-" + grouped : grouped
  }

  /// Words to twelve, digits beyond: `seven`, `24`.
  static func spelt(_ number: Int) -> String {
    cardinals.indices.contains(number) ? cardinals[number] : digits(number)
  }

  /// `1 paper`, `2 papers`, `1,312 papers`
  public static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(digits(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `one dump`, `four dumps`
  static func speltCount(_ number: Int, _ noun: String) -> String {
    "\(spelt(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `first` to `twelfth`, then `13th`; counted from 1.
  static func ordinal(_ number: Int) -> String {
    if ordinals.indices.contains(number - 1) { return ordinals[number - 1] }
    let isTeen = (11...13).contains(number % 100)
    let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return digits(number) + ending
  }

  /// The first letter large; the rest as it is.
  public static func capitalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first.properties.isLowercase else { return text }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst())
  }

  /// `21 November 2026` of `2026-11-21`; what is no ISO 8601 day comes back as it is.
  static func day(_ iso: String) -> String {
    let parts = iso.split(separator: "-").map { Int($0) ?? 0 }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return iso }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }

  /// `a, b and c`
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static let cardinals = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
