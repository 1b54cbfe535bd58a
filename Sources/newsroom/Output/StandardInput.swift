internal import System

/// Standard input, which some commands read line by line.
enum StandardInput {
  /// Standard input; tests replace it.
  @TaskLocal static var descriptor = Descriptor.standardInput

  /// The longest line in bytes; the rest of a longer one is ignored.
  private static let longest = 1 << 20

  /// Calls `work` with every line, without its end, as soon as it has come.
  static func eachLine(_ work: (String) throws -> Void) throws {
    var (line, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 14))
    while true {
      let count: Int
      do throws(SystemError) {
        count = try descriptor.read(into: &buffer)
      } catch {
        throw Failure("can't read standard input: \(error)")
      }
      guard count > 0 else { break }
      for byte in buffer[..<count] {
        if byte == UInt8(ascii: "\n") {
          try work(text(of: line))
          line.removeAll(keepingCapacity: true)
        } else if line.count < longest {
          line.append(byte)
        }
      }
    }
    if !line.isEmpty { try work(text(of: line)) }
  }

  private static func text(of line: [UInt8]) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
  }
}
