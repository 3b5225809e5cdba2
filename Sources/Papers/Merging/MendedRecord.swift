import TeX

/// A record after mending, with the keys that merging compares.
struct MendedRecord: Sendable {
  var record: Record
  /// The input's own text, where mending changed it.
  var sourceTitle: String?
  var sourceAbstract: String?
  var key: TitleKey
  var sketch: AbstractSketch

  init(_ record: Record) {
    self.record = record
    sourceTitle = record.sourceTitle
    sourceAbstract = record.sourceAbstract
    if let title = TeX.mended(record.title, bracesAreTeX: record.isTeX), !title.isEmpty {
      sourceTitle = record.sourceTitle ?? record.title
      self.record.title = title
    }
    if let abstract = TeX.mended(record.abstract, bracesAreTeX: record.isTeX) {
      sourceAbstract = record.sourceAbstract ?? record.abstract
      self.record.abstract = abstract
    }
    key = TitleKey(self.record.title)
    sketch = AbstractSketch(self.record.abstract)
  }
}
