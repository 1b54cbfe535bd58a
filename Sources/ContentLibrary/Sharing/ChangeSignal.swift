internal import System

/// A file beside the index, written to whenever the index changes, so that other processes can watch it and
/// sleep.
struct ChangeSignal {
  /// The reason for a signal.
  enum Ring: UInt8 {
    /// A refresh is under way and has written some of it.
    case more = 0x6D
    /// A refresh is done.
    case done = 0x64
  }

  /// Its path; nil for an index in memory.
  private let path: String?

  init(_ location: IndexLocation?) {
    path = location?.signal
  }

  /// Sends a signal, if the file can be written.
  func send(_ ring: Ring) {
    try? path.map { try Descriptor.open($0, .write, .create, mode: 0o644) }?.write([ring.rawValue], at: 0)
  }

  /// Creates the file if needed.
  func prepare() {
    if let path { _ = try? Descriptor.open(path, .read, .create, mode: 0o644) }
  }

  /// The last signal.
  var last: Ring? {
    var sign: [UInt8] = [0]
    guard let path, let count = try? Descriptor.open(path).read(into: &sign), count == 1 else { return nil }
    return Ring(rawValue: sign[0])
  }
}
