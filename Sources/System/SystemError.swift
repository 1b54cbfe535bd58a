internal import Glibc

/// A system error, by its number (errno(3)).
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public let number: Int32

  /// Takes a number.
  public init(number: Int32) { self.number = number }

  /// The error of this thread's last call.
  public static var last: SystemError { SystemError(number: errno) }

  /// Nothing has that name.
  public static let missing = SystemError(number: ENOENT)
  /// The file system can't be written to.
  public static let readOnly = SystemError(number: EROFS)
  /// The path leads out of the folder that must contain it.
  public static let outside = SystemError(number: EXDEV)
  /// Something already has that name.
  public static let exists = SystemError(number: EEXIST)

  /// Nothing has come yet.
  public static let wouldBlock = SystemError(number: EAGAIN)
  /// Nobody reads from the other end.
  public static let closedPipe = SystemError(number: EPIPE)

  /// Whether nothing is there: the name or a folder on the way is missing.
  public var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  /// Whether the path has a symbolic link that must not be followed.
  public var isLink: Bool { number == ELOOP || number == EXDEV }
  /// Whether the path may have a symbolic link; in the middle of a path the error is "not a directory".
  public var mayBeLink: Bool { number == ELOOP || number == ENOTDIR }
  /// Whether a resource of the system ran out: watches, memory.
  public var isExhausted: Bool { number == ENOSPC || number == ENOMEM }

  /// The system's message.
  public var description: String { String(cString: strerror(number)) }
}
