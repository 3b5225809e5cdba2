/// A file of papers as a publisher hands it in, in any format that Offprint reads.
public struct InputFile: Sendable, Equatable {
  /// The file as the user named it; messages point at it by this name.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The name without its folders.
  var file: String {
    guard let slash = name.lastIndex(of: "/") else { return name }
    return String(name[name.index(after: slash)...])
  }

  /// The name without folders and extension; dots that start a name belong to it.
  var stem: String {
    let file = file.hasSuffix(".gz") && file.utf8.count > 3 ? String(file.dropLast(3)) : file
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}
