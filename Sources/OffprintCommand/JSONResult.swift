import Diagnostics
import Text

/// What a command prints on standard output where its result is asked for as JSON: one object, messages last.
enum JSONResult {
  /// Prints what `members` writes, then the messages.
  static func print(_ diagnostics: [Diagnostic] = [], _ members: (inout JSONWriter) -> Void = { _ in }) {
    var json = JSONWriter()
    json.beginObject()
    members(&json)
    json.key("messages")
    JSONForm.write(diagnostics, to: &json)
    json.endObject()
    Swift.print(String(decoding: json.bytes, as: UTF8.self))
  }

  /// Prints the files that a command made.
  static func print(files: [String]) {
    print { json in
      json.key("files")
      json.beginArray()
      for file in files { json.string(file) }
      json.endArray()
    }
  }
}
