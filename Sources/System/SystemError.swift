internal import Glibc

/// An error of the system, by its number (errno(3)).
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public let number: Int32

  /// Takes a number.
  public init(number: Int32) { self.number = number }

  /// What the last call of this thread left.
  public static var last: SystemError { SystemError(number: errno) }

  /// There is nothing of that name.
  public static let missing = SystemError(number: ENOENT)
  /// The file system can't be written to.
  public static let readOnly = SystemError(number: EROFS)
  /// What was named leads out of the folder it has to lie in.
  public static let outside = SystemError(number: EXDEV)
  /// Something of that name is there already.
  public static let exists = SystemError(number: EEXIST)

  /// Nothing has come yet.
  public static let wouldBlock = SystemError(number: EAGAIN)
  /// Nobody reads from the other end.
  public static let closedPipe = SystemError(number: EPIPE)

  /// Whether nothing is there: the name itself, or a folder on the way to it.
  public var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  /// Whether a symbolic link was met that is not to be followed.
  public var isLink: Bool { number == ELOOP || number == EXDEV }
  /// Whether a symbolic link was met, maybe in the middle of a path, where it is "not a directory".
  public var mayBeLink: Bool { number == ELOOP || number == ENOTDIR }
  /// Whether the system has run out of what it gives: watches, memory.
  public var isExhausted: Bool { number == ENOSPC || number == ENOMEM }

  /// The system's own words.
  public var description: String { String(cString: strerror(number)) }
}
