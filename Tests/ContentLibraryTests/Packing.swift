import TestSupport

/// Runs a compression program to its end.
enum Packing {
  /// Runs the program.
  ///
  /// - Returns: its exit status; nil if it is missing.
  static func run(_ words: [String]) throws -> Int32? {
    Spawn.has(words[0]) ? try Spawn.run(words) : nil
  }
}
