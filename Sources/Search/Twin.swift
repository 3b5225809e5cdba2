/// The script that hands over a JSON file where pages may not fetch: `S("t/12",'…')`, read with a script tag.
enum Twin {
  static func script(_ parts: some Sequence<Part>) -> [UInt8] {
    var script: [UInt8] = []
    for part in parts {
      script.reserveCapacity(script.count + part.json.count + part.json.count / 16 + 32)
      script.append(contentsOf: "S(\"\(part.name)\",'".utf8)
      part.json.withUnsafeBufferPointer { quote($0, into: &script) }
      script.append(contentsOf: "');\n".utf8)
    }
    return script
  }

  /// JSON inside single quotes: only quotes and backslashes are to be escaped, the rest JSON has escaped already.
  private static func quote(_ json: UnsafeBufferPointer<UInt8>, into script: inout [UInt8]) {
    var from = 0
    for at in json.indices where json[at] == 0x27 || json[at] == 0x5C {
      script.append(contentsOf: UnsafeBufferPointer(rebasing: json[from..<at]))
      script.append(0x5C)
      from = at
    }
    script.append(contentsOf: UnsafeBufferPointer(rebasing: json[from...]))
  }
}
