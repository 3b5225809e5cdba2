extension JSONWriter {
  /// A key with a string value.
  public mutating func field(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// A key with an integer value.
  public mutating func field(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  /// A key with a string value, left out where there is none.
  public mutating func field(_ name: String, optional value: String?) {
    if let value { field(name, value) }
  }

  /// A key with an array of strings, left out where it is empty.
  public mutating func field(_ name: String, list values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}
