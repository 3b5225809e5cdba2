/// A record after mending, with the keys that merging compares.
struct MendedRecord: Sendable {
  var record: Record
  /// The input's own text, where mending changed it.
  var sourceTitle: String?
  var sourceAbstract: String?
  var key: TitleKey

  init(_ record: Record) {
    self.record = record
    key = TitleKey(record.title)
  }
}
