/// What a reader found of one paper, in whatever format.
struct FoundPaper: Sendable, Equatable {
  var sourceID: String?
  /// Whether that identifier is a label of its own file.
  var hasLocalID = false
  var title = ""
  var abstract = ""
  var details = Details()
  /// Whether title and abstract are TeX through and through.
  var isTeX = false
  /// The texts before an earlier edition mended them.
  var sourceTitle: String?
  var sourceAbstract: String?
}
