import TestSupport

/// Runs a packing program to its end.
enum Packing {
  /// - Returns: its exit status; nil where it is not there.
  static func run(_ words: [String]) throws -> Int32? {
    Spawn.has(words[0]) ? try Spawn.run(words) : nil
  }
}
