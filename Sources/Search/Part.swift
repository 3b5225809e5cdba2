/// A piece of the index that the reader asks for by name: `t/12`, its content as JSON.
struct Part: Sendable {
  var name: String
  var json: [UInt8]
}
