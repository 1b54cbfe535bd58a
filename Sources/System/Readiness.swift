internal import Glibc

/// Waits for descriptors: poll(2).
public enum Readiness {
  /// Which descriptors can be read, and which were closed.
  public struct Found: Sendable {
    /// Whether the time ran out first.
    public var isTimeOut = false
    /// Whether a signal came first.
    public var isInterrupted = false
    fileprivate var events: [Int16] = []

    /// Whether there is something to read.
    public func canRead(_ index: Int) -> Bool { has(POLLIN, index) }
    /// Whether there is something to read, or the other end is closed.
    public func hasInput(_ index: Int) -> Bool { has(POLLIN | POLLHUP, index) }
    /// Whether it can no longer be read.
    public func isGone(_ index: Int) -> Bool { has(POLLNVAL | POLLERR, index) }
    /// Whether `poll` reported anything about it.
    public func hasNews(_ index: Int) -> Bool { has(~0, index) }

    private func has(_ mask: Int32, _ index: Int) -> Bool {
      events.indices.contains(index) && Int32(events[index]) & mask != 0
    }
  }

  /// Waits until one of them can be read.
  ///
  /// - Parameters:
  ///   - numbers: of descriptors; nil is ignored but keeps its index.
  ///   - milliseconds: the longest wait; nil for no limit.
  public static func wait(for numbers: [Int32?], milliseconds: Int32? = nil) throws(SystemError) -> Found {
    try wait(for: numbers, events: POLLIN, milliseconds: milliseconds)
  }

  /// Waits until it can be written to.
  static func wait(toWrite descriptor: Descriptor) throws(SystemError) -> Found {
    try wait(for: [descriptor.number], events: POLLOUT, milliseconds: nil)
  }

  private static func wait(for numbers: [Int32?], events: Int32, milliseconds: Int32?) throws(SystemError)
    -> Found
  {
    // `poll` ignores negative numbers.
    var watched = numbers.map { pollfd(fd: $0 ?? -1, events: Int16(events), revents: 0) }
    let count = poll(&watched, nfds_t(watched.count), milliseconds.map { max($0, 0) } ?? -1)
    guard count >= 0 else {
      guard errno == EINTR else { throw .last }
      return Found(isInterrupted: true)
    }
    return Found(isTimeOut: count == 0, events: watched.map(\.revents))
  }
}
