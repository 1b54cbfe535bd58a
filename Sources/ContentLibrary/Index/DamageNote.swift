internal import System

/// A file beside a damaged index, which tells the next process to build it again.
struct DamageNote {
  /// Its path; nil for an index in memory.
  private let path: String?

  init(_ location: IndexLocation?) {
    path = location?.damageNote
  }

  /// Whether the file exists.
  var exists: Bool { path.map(Paths.exists) ?? false }

  func leave() {
    if let path { _ = try? Descriptor.open(path, .write, .create) }
  }

  func remove() {
    if let path { Paths.remove(path) }
  }
}
