/// Writes JSON inside a script's single quotes, where a page hands it over that may not fetch it.
public enum ScriptEscaping {
  /// Appends `json` between single quotes; only quotes and backslashes are escaped, the rest JSON has escaped already.
  public static func quote(_ json: UnsafeBufferPointer<UInt8>, into script: inout [UInt8]) {
    script.append(0x27)
    var from = 0
    var at = skip(json, from: 0)
    while at < json.count {
      script.append(contentsOf: UnsafeBufferPointer(rebasing: json[from..<at]))
      script.append(0x5C)
      from = at
      at = skip(json, from: at + 1)
    }
    script.append(contentsOf: UnsafeBufferPointer(rebasing: json[from...]))
    script.append(0x27)
  }

  /// The first quote or backslash at or behind `start`.
  @inline(__always)
  private static func skip(_ json: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = Octets.skip(json, from: start) { Octets.have(0x27, $0) | Octets.have(0x5C, $0) }
    while at < json.count, json[at] != 0x27, json[at] != 0x5C { at += 1 }
    return at
  }
}
