/// The version of the program; `CHANGELOG.md` says what each one brought.
enum Version {
  static let current = "0.1.0"
}
