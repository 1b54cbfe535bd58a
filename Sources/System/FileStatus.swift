internal import Glibc

/// What the system says of a file: stat(2).
public struct FileStatus: Hashable, Sendable {
  /// What kinds of things have a name.
  public enum Kind: Hashable, Sendable {
    case file, folder, link, pipe, socket, device, other
  }

  /// Which file it is, whatever it is called.
  public struct Identity: Hashable, Sendable {
    /// The file system's.
    public var device: UInt64
    /// The file's own there.
    public var number: UInt64
  }

  /// What it is.
  public var kind: Kind
  /// In bytes.
  public var size: Int
  /// When it was last written, in nanoseconds since 1970; the years past 2262 don't fit and are held there.
  public var modified: Int64
  /// Who may do what: the last twelve bits of its mode.
  public var permissions: UInt32
  /// Under how many names it is there; 0 for what was taken away while it was open.
  public var names: Int
  /// Which it is.
  public var identity: Identity

  /// Whether every user may open it, or enter it where it is a folder.
  public var isOpenToOthers: Bool { permissions & UInt32(S_IXOTH) != 0 }

  /// What a path leads to; nil where that is nothing.
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

  /// What an entry of a folder says of itself (readdir(3)); nil where the file system leaves it open.
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
