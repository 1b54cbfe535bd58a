internal import Glibc

/// Limits of the process (setrlimit(2)).
enum Limits {
  /// The fewest open files that the index, its journal and the terminal can do with.
  private static let needed: rlim_t = 48
  private static let wanted: rlim_t = 256

  /// Raises the limit on open files where it is low.
  ///
  /// - Throws: `Failure` when it can't be raised far enough.
  static func raiseOpenFiles() throws {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < wanted else {
      return
    }
    limit.rlim_cur = min(wanted, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    guard limit.rlim_cur < needed else { return }
    throw Failure(
      "too few files may be open at once (\(limit.rlim_cur)); try `ulimit -n 256` first",
      status: Failure.misuse)
  }
}
