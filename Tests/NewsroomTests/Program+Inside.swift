import Foundation
import System
import TestSupport
import Testing

@testable import newsroom

extension Program {
  /// Runs a command inside the test process, in the program's home, so that coverage sees it.
  ///
  /// Paths must be absolute; standard input is empty.
  func inside(_ arguments: [String]) throws -> Result {
    let (output, errors) = (home.file("inside.out"), home.file("inside.err"))
    for path in [output, errors] { Paths.remove(path) }
    let (out, err) = try (
      Descriptor.open(output, .write, .create), Descriptor.open(errors, .write, .create)
    )
    let status = Environment.$replacement.withValue(environment) {
      Output.$standard.withValue(out) {
        Output.$errors.withValue(err) { Newsroom.perform(arguments) }
      }
    }
    return Result(
      status: status, output: try home.text("inside.out"), errors: try home.text("inside.err"))
  }
}
