import Foundation
import Synchronization

/// A pseudo terminal (pty(7)): it keeps what a program writes, and keys can be typed.
///
/// curses knows one terminal at a time, so tests that use the display take turns (`alone`).
public final class PseudoTerminal: Sendable {
  private let master: Int32
  /// The program's side, which stays open because curses keeps streams on it.
  public let device: Int32
  private let written = Mutex<[UInt8]>([])
  private static let gate = DispatchSemaphore(value: 1)

  /// Runs `work` while no other test has a display.
  public static func alone<Value>(_ work: () throws -> Value) rethrows -> Value {
    gate.wait()
    defer { gate.signal() }
    return try work()
  }

  /// Opens one; nil if the system has none left.
  public init?(columns: UInt16, rows: UInt16) {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)), which Swift does not import.
    var (lock, number): (Int32, UInt32) = (0, 0)
    guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0
    else { return nil }
    device = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard device >= 0 else { return nil }
    resize(columns: columns, rows: rows)
    let thread = Thread { [self] in
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while case let count = read(master, &buffer, buffer.count), count > 0 {
        written.withLock { $0 += buffer[..<count] }
      }
    }
    thread.start()
  }

  /// Changes the size; the program is not told.
  public func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types keys.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits up to five seconds until the program has written a text, and returns whether it has.
  public func wait(for text: String) -> Bool {
    for _ in 0..<500 {
      if written.withLock({ String(decoding: $0, as: UTF8.self).contains(text) }) { return true }
      usleep(10_000)
    }
    return false
  }

  /// Everything written so far.
  var text: String { written.withLock { String(decoding: $0, as: UTF8.self) } }

  /// Forgets everything written so far.
  public func clear() { written.withLock { $0 = [] } }
}
