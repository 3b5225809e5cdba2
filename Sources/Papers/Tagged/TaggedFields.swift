/// The fields of one entry in a format of tagged lines.
struct TaggedFields: Sendable, Equatable {
  struct Field: Sendable, Equatable {
    var tag: String
    var value: String
  }

  /// Line of the entry's first tag, from 1.
  var line: Int
  var fields: [Field] = []

  /// All values of some tags, in the order of the entry.
  func values(_ tags: String...) -> [String] {
    fields.filter { tags.contains($0.tag) && !$0.value.isEmpty }.map(\.value)
  }

  /// The first value of the first tag that has one.
  func first(_ tags: String...) -> String? {
    for tag in tags {
      for field in fields where field.tag == tag && !field.value.isEmpty { return field.value }
    }
    return nil
  }
}
