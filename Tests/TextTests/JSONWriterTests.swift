import Foundation
import Testing

@testable import Text

@Suite("JSON is written into bytes")
struct JSONWriterTests {
  @Test("objects, arrays and numbers come out without white space, keys in the order given")
  func shapes() {
    var json = JSONWriter()
    json.beginObject()
    json.field("b", 2)
    json.key("a")
    json.beginArray()
    json.integer(-7)
    json.decimal(0.1250)
    json.decimal(-2)
    json.decimal(.nan)
    json.boolean(true)
    json.null()
    json.endArray()
    json.field("none", optional: nil)
    json.field("empty", list: [])
    json.endObject()
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"b":2,"a":[-7,0.125,-2,null,true,null]}"#)
  }

  @Test(
    "any text comes back as it went in",
    arguments: ["", "plain", "\"\\\n\t\r\u{0}\u{1F}\u{7F}", "a\u{2028}b\u{2029}c", "…é𝔸", "</script>"])
  func roundTrip(_ text: String) throws {
    var json = JSONWriter()
    json.beginArray()
    json.string(text)
    json.endArray()
    let back = try JSONDecoder().decode([String].self, from: Data(json.bytes))
    #expect(back == [text])
  }

  @Test(
    "whole numbers of any length",
    arguments: [
      0, 7, -1, 10, 99, 100, 12_345_678, 99_999_999, 100_000_000, 100_000_001, 1_000_000_050, 123_456_789_012_345_678,
      .max, .min,
    ])
  func integers(_ value: Int) {
    var json = JSONWriter()
    json.integer(value)
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\(value)")
    json = JSONWriter()
    json.beginArray()
    json.integers(Array(repeating: value, count: 100))
    json.integers([])
    json.integer(value)
    json.endArray()
    let list = Array(repeating: "\(value)", count: 101).joined(separator: ",")
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[\(list)]")
  }
}
