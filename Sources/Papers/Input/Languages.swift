/// Languages as inputs name them.
enum Languages {
  /// The tag of a language (BCP 47) out of a tag, a code of three letters or an English name; nil for anything else.
  static func tag(_ text: String) -> String? {
    let word = trimmed(text).lowercased().replacing("_", with: "-")
    if let tag = tags[word] { return tag }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      (parts.first.map { (2...3).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 &- 0x61 < 26 } } ?? false)
      && parts.dropFirst().allSatisfy {
        (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
      }
    guard isTag else { return nil }
    // `en-US`, `zh-Hant`: the usual capitals.
    let rest = parts.dropFirst().map { part -> String in
      part.utf8.count == 2
        ? part.uppercased() : part.utf8.count == 4 ? part.prefix(1).uppercased() + part.dropFirst() : String(part)
    }
    return ([String(parts[0])] + rest).joined(separator: "-")
  }

  /// English names and codes of ISO 639-2, both of its kinds, with the code of two letters.
  private static let tags: [String: String] = {
    let names = """
      en english eng british american usenglish ukenglish; de german ger deu ngerman; fr french fre fra; es spanish spa;
      it italian ita; pt portuguese por brazilian; ru russian rus; zh chinese chi zho; ja japanese jpn; ko korean kor;
      pl polish pol; nl dutch dut nld; cs czech cze ces; sk slovak slo slk; sv swedish swe; da danish dan;
      no norwegian nor; fi finnish fin; hu hungarian hun; ro romanian rum ron; bg bulgarian bul; el greek gre ell;
      tr turkish tur; uk ukrainian ukr; hr croatian hrv; sr serbian srp; sl slovenian slovene slv; lt lithuanian lit;
      lv latvian lav; et estonian est; ar arabic ara; he hebrew heb; fa persian per fas; hi hindi hin; id indonesian ind;
      vi vietnamese vie; th thai tha; ca catalan cat; la latin lat; eu basque baq eus; ga irish gle; is icelandic ice isl
      """
    var tags: [String: String] = [:]
    for line in names.split(separator: ";") {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      for word in words.dropFirst() { tags[word] = words[0] }
    }
    return tags
  }()
}
