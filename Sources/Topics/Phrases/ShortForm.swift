/// A short form and the long forms that papers define it by: "graph neural networks (GNNs)".
struct ShortForm: Sendable, Equatable {
  /// A long form as its words are written, with the papers that define the short form so, ascending.
  struct LongForm: Sendable, Equatable {
    var words: [Int32]
    var joints: [ContentStream.Joint]
    var text: String
    var papers: [Int]
  }

  /// As most papers write it, singular.
  var text: String
  /// The words of the corpus that are its folded forms: `gnn`, `gnns`.
  var words: [Int32]
  /// Most frequent first.
  var longForms: [LongForm]
  /// Papers that use it, ascending.
  var papers: [Int] = []
  /// The phrase that its first long form is, where that stands for it in most papers.
  var phrase: Int?
}
