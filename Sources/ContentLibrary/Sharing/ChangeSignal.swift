internal import System

/// A file beside the index that is written to whenever the index has changed: other processes watch it, and
/// sleep.
struct ChangeSignal {
  /// Why it rings.
  enum Ring: UInt8 {
    /// A refresh is under way and has written some of it.
    case more = 0x6D
    /// A refresh is done.
    case done = 0x64
  }

  /// Nil for an index in memory, of which nobody else hears.
  private let path: String?

  init(_ location: IndexLocation?) {
    path = location?.signal
  }

  /// Rings; where the file can't be written, nobody hears it.
  func send(_ ring: Ring) {
    try? path.map { try Descriptor.open($0, .write, .create, mode: 0o644) }?.write([ring.rawValue], at: 0)
  }

  /// Makes the file where there is none.
  func prepare() {
    if let path { _ = try? Descriptor.open(path, .read, .create, mode: 0o644) }
  }

  /// Why it rang last.
  var last: Ring? {
    var sign: [UInt8] = [0]
    guard let path, let count = try? Descriptor.open(path).read(into: &sign), count == 1 else { return nil }
    return Ring(rawValue: sign[0])
  }
}
