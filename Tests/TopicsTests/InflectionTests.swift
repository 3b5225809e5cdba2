import Testing

@testable import Topics

@Suite struct InflectionTests {
  @Test(arguments: [
    ("networks", "network"), ("studies", "study"), ("classes", "class"), ("boxes", "box"), ("analyses", "analysis"),
    ("matrices", "matrix"), ("phenomena", "phenomenon"), ("biases", "bias"), ("bias", "bias"), ("physics", "physics"),
    ("series", "series"), ("children", "child"), ("loss", "loss"), ("virus", "virus"), ("basis", "basis"),
    ("gas", "gas"),
    ("", ""), ("s", "s"),
  ])
  func pluralsFold(word: String, singular: String) {
    #expect(Inflection.singular(word) == singular)
  }

  @Test(arguments: [
    ("propose", "proposes proposed proposing"), ("study", "studies studied studying"),
    ("occur", "occurs occurred occurring"),
    ("show", "shows showed showing"), ("reach", "reaches reached reaching"), ("lie", "lies lied lying"),
  ])
  func verbsInflect(verb: String, forms: String) {
    let inflected = Inflection.forms(of: verb)
    #expect("\(inflected.third) \(inflected.past) \(inflected.gerund)" == forms)
  }
}
