import Foundation
import System
import TestSupport
import Testing

@testable import newsroom

extension Program {
  /// Runs a command inside the test process, in the program's home, so that coverage sees it.
  ///
  /// Paths must be absolute.
  ///
  /// - Parameter input: the file for its standard input.
  func inside(_ arguments: [String], input: String = "/dev/null") throws -> Result {
    let (output, errors) = (home.file("inside.out"), home.file("inside.err"))
    for path in [output, errors] { Paths.remove(path) }
    let (out, err) = try (
      Descriptor.open(output, .write, .create), Descriptor.open(errors, .write, .create)
    )
    let status = perform(arguments, input: try Descriptor.open(input), output: out, errors: err)
    return Result(
      status: status, output: try home.text("inside.out"), errors: try home.text("inside.err"))
  }

  /// Runs a command inside the test process with these descriptors, and returns its exit status.
  func perform(_ arguments: [String], input: Descriptor, output: Descriptor, errors: Descriptor) -> Int32 {
    Environment.$replacement.withValue(environment) {
      StandardInput.$descriptor.withValue(input) {
        Output.$standard.withValue(output) {
          Output.$errors.withValue(errors) { Newsroom.perform(arguments) }
        }
      }
    }
  }
}
