internal import System

/// A file beside the index that says it is damaged: whoever finds it builds the index anew.
struct DamageNote {
  /// Nil for an index in memory, which is gone when it is damaged.
  private let path: String?

  init(_ location: IndexLocation?) {
    path = location?.damageNote
  }

  /// Whether there is one.
  var exists: Bool { path.map(Paths.exists) ?? false }

  func leave() {
    if let path { _ = try? Descriptor.open(path, .write, .create) }
  }

  func remove() {
    if let path { Paths.remove(path) }
  }
}
