internal import Glibc

/// An open file, folder, pipe or device, closed when nobody holds it any more.
///
/// Its methods throw the system's error (errno(3)) unchanged.
public final class Descriptor: Sendable {
  /// The number, for calls that this room does not wrap; valid as long as the descriptor lives.
  public let number: Int32
  private let closes: Bool

  /// Takes ownership of a number.
  public init(owning number: Int32) {
    self.number = number
    closes = true
  }

  /// Borrows a number that somebody else closes.
  public init(borrowing number: Int32) {
    self.number = number
    closes = false
  }

  deinit { if closes { close(number) } }

  /// Standard input, which stays open.
  public static var standardInput: Descriptor { Descriptor(borrowing: STDIN_FILENO) }

  /// What a file is opened for.
  public enum Access: Sendable {
    case read, write, readAndWrite

    fileprivate var flags: Int32 {
      switch self {
      case .read: O_RDONLY
      case .write: O_WRONLY
      case .readAndWrite: O_RDWR
      }
    }
  }

  /// How a file is opened (open(2)).
  ///
  /// Child processes never inherit it, and a device never becomes the controlling terminal.
  public struct Options: OptionSet, Sendable {
    /// The flags of open(2).
    public let rawValue: Int32
    /// Takes the flags.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Create it if it is missing.
    public static let create = Options(rawValue: O_CREAT)
    /// Create it, and fail if it exists.
    public static let createNew = Options(rawValue: O_CREAT | O_EXCL)
    /// Open only a folder.
    public static let folder = Options(rawValue: O_DIRECTORY)
    /// Do not follow a symbolic link.
    public static let noLink = Options(rawValue: O_NOFOLLOW)
    /// Do not wait for the other end of a pipe.
    public static let noWaiting = Options(rawValue: O_NONBLOCK)
    /// Everything is written at the end, whoever else writes there.
    public static let appending = Options(rawValue: O_APPEND)
  }

  /// Opens a path.
  ///
  /// - Parameter mode: the permissions of a new file.
  public static func open(
    _ path: String, _ access: Access = .read, _ options: Options = [], mode: UInt32 = 0o600
  ) throws(SystemError) -> Descriptor {
    try checked(path) { Glibc.open($0, access.flags | options.rawValue | O_CLOEXEC | O_NOCTTY, mode_t(mode)) }
  }

  /// Opens a name in this folder.
  public func open(_ name: String, _ access: Access = .read, _ options: Options = []) throws(SystemError)
    -> Descriptor
  {
    try Self.checked(name) {
      openat(number, $0, access.flags | options.rawValue | O_CLOEXEC | O_NOCTTY, 0o600)
    }
  }

  private static func checked(_ path: String, _ open: (String) -> Int32) throws(SystemError) -> Descriptor {
    // C ends a path at its first zero byte, and would open another file.
    guard !path.utf8.contains(0) else { throw SystemError(number: EINVAL) }
    let number = open(path)
    guard number >= 0 else { throw .last }
    return Descriptor(owning: number)
  }

  /// A second descriptor of the same open file; both share one read position.
  public func duplicate() throws(SystemError) -> Descriptor { Descriptor(owning: try copiedNumber()) }

  /// A number of the same open file, which the caller closes.
  func copiedNumber() throws(SystemError) -> Int32 {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .last }
    return copy
  }

  /// Locks it against others until it is closed (flock(2)).
  ///
  /// - Parameter waits: whether to sleep until it is free, however long that takes.
  func lock(waits: Bool) throws(SystemError) {
    while flock(number, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }

  /// Its status (stat(2)).
  public func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// The status of a name in this folder; links are not followed.
  public func status(of name: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// The target of a link in this folder; nil if it is not a link or not UTF-8.
  public func target(ofLink name: String) -> String? {
    var text = [CChar](repeating: 0, count: 4_096)
    let count = readlinkat(number, name, &text, text.count)
    guard count > 0 else { return nil }
    return String(validating: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

// MARK: - Bytes

extension Descriptor {
  /// Reads as much as fits, from the current position; 0 at the end.
  public func read(into room: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = Glibc.read(number, room.baseAddress, room.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last }
    }
  }

  /// Fills an array from the current position; 0 at the end.
  public func read(into bytes: inout [UInt8]) throws(SystemError) -> Int {
    while true {
      let count = Glibc.read(number, &bytes, bytes.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last }
    }
  }

  /// Reads at most `count` bytes at `offset`, and leaves the position alone; 0 at the end.
  public func read(into bytes: inout [UInt8], at offset: Int, atMost count: Int = .max) throws(SystemError)
    -> Int
  {
    while true {
      let got = bytes.withUnsafeMutableBytes {
        pread(number, $0.baseAddress, min($0.count, count), off_t(offset))
      }
      if got >= 0 { return got }
      guard errno == EINTR else { throw .last }
    }
  }

  /// Writes everything at the current position.
  public func write(_ bytes: some Sequence<UInt8>) throws(SystemError) {
    var rest = ContiguousArray(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        _ = try Readiness.wait(toWrite: self)
      } else if count == 0 || errno != EINTR {
        throw count == 0 ? SystemError(number: ENOSPC) : .last
      }
    }
  }

  /// Writes a few bytes at `offset`, and leaves the position alone.
  public func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    guard pwrite(number, bytes, bytes.count, off_t(offset)) == bytes.count else { throw .last }
  }

  /// Moves the position to a byte of the file.
  public func seek(to offset: Int) { lseek(number, off_t(offset), SEEK_SET) }

  /// Waits until everything written is on the disk.
  public func sync() throws(SystemError) { guard fsync(number) == 0 else { throw .last } }

  /// Sets the permissions of the file.
  public func setPermissions(_ mode: UInt32) throws(SystemError) {
    guard fchmod(number, mode_t(mode)) == 0 else { throw .last }
  }

  /// Makes reads and writes return at once instead of waiting.
  func stopWaiting() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }
}
