/// A web address in a text.
public struct Link: Sendable, Equatable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case code, data, model, video, paper, project, other
  }

  /// UTF-8 range of the address as it stands in the text.
  public var range: Range<Int>
  /// Where it leads: http or https, a scheme added where the text has none.
  public var url: String
  public var kind: Kind

  public init(range: Range<Int>, url: String, kind: Kind) {
    self.range = range
    self.url = url
    self.kind = kind
  }
}
