import Testing
import Text

@Suite struct JSONParserTests {
  @Test(arguments: [
    (#"{"a": 1.5e3, "b": -2, "c": [], "d": {}}"#, nil as Int?), (#"{"a": tru}"#, 6), (#"{"a" 1}"#, 5),
    (#"{"a": "\x"}"#, 7),
    (#"{"a": "\u12"}"#, 7), (#"{"a": 1"#, 7), ("", 0), (#"{"a": 1,}"#, 8), (#"{"a": --1}"#, 6),
    (String(repeating: "[", count: 100_000), 64),
  ])
  func aFaultIsToldToTheByte(_ text: String, _ offset: Int?) {
    var copy = text
    let fault: JSONParser.Fault? = copy.withUTF8 { bytes in
      var parser = JSONParser(bytes)
      do throws(JSONParser.Fault) {
        _ = try parser.value()
        return nil
      } catch { return error }
    }
    #expect(fault?.offset == offset)
  }
}
