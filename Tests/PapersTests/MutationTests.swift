import Diagnostics
import Foundation
import Testing

@testable import Papers

/// Files cut, with bytes flipped, braces swapped and lines doubled: nothing crashes, nothing is lost in silence, and
/// the entries that were not touched are still read.
@Suite struct MutationTests {
  /// Entries that a harmed file may lose or change: the one that is touched and its neighbours.
  private static let harm = 3

  @Test(arguments: Sources.all)
  func aHarmedFileLosesOnlyWhatWasTouched(_ source: Source) {
    let whole = titles(source.bytes)
    #expect(whole.count == Sources.count)
    for seed in 0..<100 {
      var random = Randomness(seed: UInt64(seed))
      let harmed = random.harmed(source.bytes)
      let (library, diagnostics) = Library.gather([InputFile(name: source.name, bytes: harmed.bytes)], threads: 1)
      let found = Set(library.papers.map(\.title))
      let lost = whole.filter { !found.contains($0) }.count
      #expect(lost <= Self.harm || harmed.isCut, "\(source.name), seed \(seed), \(harmed.kind): lost \(lost)")
      #expect(library.tally.read == library.tally.papers + library.tally.merged + library.tally.dropped)
      if lost > 0, !harmed.isCut, library.papers.count < whole.count {
        #expect(!diagnostics.isEmpty, "\(source.name), seed \(seed), \(harmed.kind): silent")
      }
    }
  }

  private func titles(_ bytes: [UInt8]) -> [String] {
    Library.gather([InputFile(name: "whole", bytes: bytes)], threads: 1).library.papers.map(\.title)
  }
}

/// A file to harm.
struct Source: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var testDescription: String { name }
}

enum Sources {
  static let count = 30

  static let all: [Source] = [
    make("dump.txt") { "\(title($0))\n\(abstract($0))\n" },
    make("own.jsonl") { #"{"id": "k\#($0)", "title": "\#(title($0))", "abstract": "\#(abstract($0))"}"# + "\n" },
    make("list.json", "[\n", "{}]\n") {
      "  {\n    \"id\": \"k\($0)\",\n    \"title\": \"\(title($0))\",\n    \"abstract\": \"\(abstract($0))\"\n  },\n"
    },
    make("papers.bib") {
      "@article{k\($0),\n  title = {\(title($0))},\n  abstract = {\(abstract($0))},\n  year = 2020\n}\n\n"
    },
    make("papers.ris") { "TY  - JOUR\nTI  - \(title($0))\nAB  - \(abstract($0))\nPY  - 2020\nER  - \n\n" },
    make("papers.xml", "<?xml version=\"1.0\"?>\n<feed>\n", "</feed>\n") {
      "<entry>\n<id>http://a.b/\($0)</id>\n<title>\(title($0))</title>\n<summary>\(abstract($0))</summary>\n</entry>\n"
    },
  ]

  private static func make(
    _ name: String, _ head: String = "", _ tail: String = "", _ entry: (Int) -> String
  ) -> Source {
    Source(name: name, bytes: Array((head + (0..<count).map(entry).joined() + tail).utf8))
  }

  private static func title(_ number: Int) -> String {
    let words = ["Sparse", "Neural", "Causal", "Robust", "Linear", "Deep"]
    let things = ["Attention", "Weather Models", "Protein Folding", "Image Codecs", "Translation"]
    return "\(words[number % 6]) \(things[number % 5]) for Task Number \(number)"
  }

  private static func abstract(_ number: Int) -> String {
    Sample.abstracts[number % 5].replacing("\"", with: "") + " The task has number \(number)."
  }
}

/// Reproducible harm.
struct Randomness {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }

  mutating func harmed(_ bytes: [UInt8]) -> (bytes: [UInt8], kind: String, isCut: Bool) {
    var harmed = bytes
    let place = below(bytes.count)
    switch below(6) {
    case 0: return (Array(bytes[..<place]), "cut", true)
    case 1:
      harmed[place] ^= UInt8(1 << below(8))
      return (harmed, "flip", false)
    case 2:
      harmed[place] = [0x7B, 0x7D, 0x22, 0x5C, 0x00, 0xFF, 0x0A, 0x3C][below(8)]
      return (harmed, "replace", false)
    case 3:
      harmed.remove(at: place)
      return (harmed, "remove", false)
    case 4:
      guard let open = bytes[place...].firstIndex(of: 0x7B), let close = bytes[open...].firstIndex(of: 0x7D) else {
        return (bytes, "none", false)
      }
      harmed.swapAt(open, close)
      return (harmed, "swapped braces", false)
    default:
      let start = (bytes[..<place].lastIndex(of: 0x0A) ?? -1) + 1
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count - 1
      harmed.insert(contentsOf: bytes[start...end], at: start)
      return (harmed, "doubled line", false)
    }
  }
}
