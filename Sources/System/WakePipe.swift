internal import Glibc

/// A pipe that wakes a thread in `Readiness.wait`.
///
/// Ringing never blocks, and several rings before the thread wakes count as one.
public final class WakePipe: Sendable {
  private let bell: Descriptor
  private let ear: Descriptor

  /// Opens the pipe.
  public init() throws(SystemError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .last }
    (ear, bell) = (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    for end in [ear, bell] {
      _ = fcntl(end.number, F_SETFD, FD_CLOEXEC)
      end.stopWaiting()
    }
  }

  /// The descriptor that can be read once it has rung.
  public var number: Int32 { ear.number }

  /// Rings, from any thread.
  public func ring() {
    // A full pipe wakes the reader as well as one byte does.
    var byte: UInt8 = 1
    _ = write(bell.number, &byte, 1)
  }

  /// Clears all rings.
  public func drain() {
    var heard = [UInt8](repeating: 0, count: 512)
    while let count = try? ear.read(into: &heard), count > 0 {}
  }
}
