internal import System

/// A file beside the index, written to whenever the index changes, so that other processes can watch it and
/// sleep.
struct ChangeSignal {
  /// The reason for a signal.
  enum Reason: UInt8 {
    case done = 0
    /// A refresh is under way and has written some of it.
    case more = 1
  }

  /// A signal as it is in the file: one byte, with its reason in the lowest bit and a number above it.
  ///
  /// Two signals in succession differ, so that one is not reported twice where the system tells of both after
  /// the second was written.
  struct Signal: Hashable {
    fileprivate let byte: UInt8

    var reason: Reason { Reason(rawValue: byte & 1) ?? .done }

    fileprivate func next(_ reason: Reason) -> Signal {
      Signal(byte: (byte >> 1 &+ 1) << 1 | reason.rawValue)
    }
  }

  /// Its path; nil for an index in memory.
  private let path: String?

  init(_ location: IndexLocation?) {
    path = location?.signal
  }

  /// Sends a signal, if the file can be written.
  func send(_ reason: Reason) {
    guard let path, let file = try? Descriptor.open(path, .readAndWrite, .create, mode: 0o644) else { return }
    try? file.write([(Self.signal(in: file) ?? Signal(byte: 0)).next(reason).byte], at: 0)
  }

  /// Creates the file if needed.
  func prepare() {
    if let path { _ = try? Descriptor.open(path, .read, .create, mode: 0o644) }
  }

  /// The last signal; nil if there was none.
  var last: Signal? { path.flatMap { try? Descriptor.open($0) }.flatMap(Self.signal) }

  private static func signal(in file: Descriptor) -> Signal? {
    var bytes: [UInt8] = [0]
    guard let count = try? file.read(into: &bytes, at: 0), count == 1 else { return nil }
    return Signal(byte: bytes[0])
  }
}
