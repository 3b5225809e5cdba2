import CFuzzer
import Glibc

/// Runs libFuzzer on one target, named by `FUZZ_TARGET`; the arguments are libFuzzer's own.
@main
enum Fuzzing {
  static func main() {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard FuzzTarget(rawValue: name) != nil else {
      print("FUZZ_TARGET is to be one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
      exit(2)
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
        let input = Array(UnsafeBufferPointer(start: bytes, count: count))
        FuzzTarget.chosen.run(input)
        return 0
      })
  }
}
