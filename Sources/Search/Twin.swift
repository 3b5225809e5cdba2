import Parallel
import Text

/// The script that hands over JSON files where pages may not fetch: `S("t/12",'…')`, read with a script tag.
enum Twin {
  static func script(_ parts: ArraySlice<Part>, _ slices: Slices) -> [UInt8] {
    let scripts = slices.mapEach(parts.count, sliceSize: 4) { script(parts[parts.startIndex + $0]) }
    return scripts.count == 1 ? scripts[0] : Array(scripts.joined())
  }

  private static func script(_ part: Part) -> [UInt8] {
    var script: [UInt8] = []
    script.reserveCapacity(part.json.count + part.json.count / 16 + 32)
    script.append(contentsOf: "S(\"\(part.name)\",".utf8)
    part.json.withUnsafeBufferPointer { ScriptEscaping.quote($0, into: &script) }
    script.append(contentsOf: ");\n".utf8)
    return script
  }
}
