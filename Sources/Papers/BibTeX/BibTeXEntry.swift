/// One entry of a BibTeX file, values as they stand there, macros and concatenations resolved.
struct BibTeXEntry: Equatable {
  /// In lower case: `article`, `inproceedings`.
  var type: String
  var key: String
  /// Offset of its `@`.
  var offset: Int
  var fields: [Field] = []

  struct Field: Equatable {
    /// In lower case.
    var name: String
    var value: [UInt8]
  }

  /// The first field of one of these names that is not empty.
  subscript(names: String...) -> [UInt8]? {
    for name in names {
      for field in fields where field.name == name && !field.value.allSatisfy(\.isSpace) { return field.value }
    }
    return nil
  }
}
