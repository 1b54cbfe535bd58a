internal import Glibc

/// The status of a file: stat(2).
public struct FileStatus: Hashable, Sendable {
  /// The kinds of files.
  public enum Kind: Hashable, Sendable {
    case file, folder, link, pipe, socket, device, other
  }

  /// Identifies a file whatever its name.
  public struct Identity: Hashable, Sendable {
    /// The file system's number.
    public var device: UInt64
    /// The file's number in its file system.
    public var number: UInt64
  }

  /// The kind of file.
  public var kind: Kind
  /// The size in bytes.
  public var size: Int
  /// The last modification in nanoseconds since 1970; years after 2262 don't fit and are clamped.
  public var modified: Int64
  /// The permissions: the last twelve bits of its mode.
  public var permissions: UInt32
  /// The number of its names; 0 if it was deleted while open.
  public var names: Int
  /// Its identity.
  public var identity: Identity

  /// Whether every user may execute it or, if it is a folder, enter it.
  public var isOpenToOthers: Bool { permissions & UInt32(S_IXOTH) != 0 }

  /// The status of what a path leads to; nil if that is nothing.
  public init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    kind = Kind(mode: status.st_mode)
    size = Int(status.st_size)
    let seconds = Int64(min(max(status.st_mtim.tv_sec, -9_000_000_000), 9_000_000_000))
    modified = seconds * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    permissions = UInt32(status.st_mode) & 0o7777
    names = Int(status.st_nlink)
    identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }
}

extension FileStatus.Kind {
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFCHR, S_IFBLK: .device
      default: .other
      }
  }

  /// The kind that a folder's entry gives (readdir(3)); nil if the file system does not say.
  init?(entryType: UInt8) {
    switch Int32(entryType) {
    case Int32(DT_REG): self = .file
    case Int32(DT_DIR): self = .folder
    case Int32(DT_LNK): self = .link
    case Int32(DT_FIFO): self = .pipe
    case Int32(DT_SOCK): self = .socket
    case Int32(DT_CHR), Int32(DT_BLK): self = .device
    default: return nil
    }
  }
}
