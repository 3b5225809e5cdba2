/// The part that a line plays in a text dump.
enum LinePart: UInt8, Sendable, CaseIterable {
  case title, titleRest, abstract, abstractRest
}
