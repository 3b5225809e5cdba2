import Parallel
import Text

/// The script that hands over JSON files where pages may not fetch: `S("t/12",'…')`, read with a script tag.
enum Twin {
  static func script(_ parts: ArraySlice<Part>, _ slices: Slices) -> [UInt8] {
    let scripts = slices.mapEach(parts.count, sliceSize: 4) { script(parts[parts.startIndex + $0]) }
    if scripts.count == 1 { return scripts[0] }
    var whole: [UInt8] = []
    whole.reserveCapacity(scripts.reduce(0) { $0 + $1.count })
    for script in scripts { whole.append(contentsOf: script) }
    return whole
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
