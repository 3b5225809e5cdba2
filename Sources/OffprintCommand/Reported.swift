import ArgumentParser
import Diagnostics

/// Runs `body`; its diagnostics go to the terminal, or to standard output as JSON, and become exit code 1.
func reported<Value>(isJSON: Bool = false, _ body: () throws(Failure) -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    if isJSON {
      JSONResult.print(error.diagnostics)
    } else {
      Console.write(ConsoleForm(isColoured: Console.isTerminal).text(of: error.diagnostics))
    }
    throw ExitCode(1)
  }
}
