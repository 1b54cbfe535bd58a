internal import Glibc

/// An open file, folder, pipe or device, which is closed with the last who holds it.
public final class Descriptor: Sendable {
  /// The number, for calls that this room does not have; good for as long as the descriptor lives.
  public let number: Int32
  private let closes: Bool

  /// Takes over a number.
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

  /// What is done with a file.
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

  /// How a file is opened (open(2)); children never have it, and no device becomes the program's terminal.
  public struct Options: OptionSet, Sendable {
    /// The flags of open(2).
    public let rawValue: Int32
    /// Takes flags of open(2).
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Made where there is none.
    public static let create = Options(rawValue: O_CREAT)
    /// Made, and refused where there is one.
    public static let createNew = Options(rawValue: O_CREAT | O_EXCL)
    /// Nothing but a folder.
    public static let folder = Options(rawValue: O_DIRECTORY)
    /// Not through a symbolic link.
    public static let noLink = Options(rawValue: O_NOFOLLOW)
    /// Without waiting for the other end of a pipe.
    public static let noWaiting = Options(rawValue: O_NONBLOCK)
  }

  /// Opens a path.
  ///
  /// - Parameter mode: who may do what with a file that is made.
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
    // To C a path ends at its first zero: another one than was meant.
    guard !path.utf8.contains(0) else { throw SystemError(number: EINVAL) }
    let number = open(path)
    guard number >= 0 else { throw .last }
    return Descriptor(owning: number)
  }

  /// The same open file once more, with a place of reading in common.
  public func duplicate() throws(SystemError) -> Descriptor { Descriptor(owning: try copiedNumber()) }

  /// A number of the same open file, for who closes it.
  func copiedNumber() throws(SystemError) -> Int32 {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .last }
    return copy
  }

  /// Locks it against others until it is closed (flock(2)).
  ///
  /// - Parameter waits: until it is free, for as long as that takes; nobody wakes meanwhile.
  func lock(waits: Bool) throws(SystemError) {
    while flock(number, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }

  /// What the system says of it.
  public func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// What the system says of a name in this folder; of a link, not of what it leads to.
  public func status(of name: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// What a link in this folder says; nil where it is none, or no text.
  public func target(ofLink name: String) -> String? {
    var text = [CChar](repeating: 0, count: 4_096)
    let count = readlinkat(number, name, &text, text.count)
    guard count > 0 else { return nil }
    return String(validating: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

// MARK: - Bytes

extension Descriptor {
  /// Reads what fits, from where it stands; 0 at the end.
  public func read(into room: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = Glibc.read(number, room.baseAddress, room.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last }
    }
  }

  /// The same into an array, as much as it has room for.
  public func read(into bytes: inout [UInt8]) throws(SystemError) -> Int {
    while true {
      let count = Glibc.read(number, &bytes, bytes.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last }
    }
  }

  /// Reads up to so many bytes from a place in the file, wherever it stands; 0 at the end.
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

  /// Writes all of it, from where it stands.
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

  /// Writes a few bytes at a place in the file.
  public func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    guard pwrite(number, bytes, bytes.count, off_t(offset)) == bytes.count else { throw .last }
  }

  /// Goes to a byte of the file.
  public func seek(to offset: Int) { lseek(number, off_t(offset), SEEK_SET) }

  /// Waits until what was written is on the disk.
  public func sync() throws(SystemError) { guard fsync(number) == 0 else { throw .last } }

  /// Says who may do what with the file.
  public func setPermissions(_ mode: UInt32) throws(SystemError) {
    guard fchmod(number, mode_t(mode)) == 0 else { throw .last }
  }

  /// Reading and writing never wait from here on.
  func stopWaiting() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }
}
