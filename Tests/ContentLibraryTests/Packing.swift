import Glibc

/// Runs a packing program to its end.
enum Packing {
  /// - Returns: its exit status; nil where it could not be started.
  static func run(_ words: [String]) throws -> Int32? {
    var process: pid_t = 0
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    guard posix_spawnp(&process, words[0], nil, nil, &arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status >> 8 & 0xFF
  }
}
