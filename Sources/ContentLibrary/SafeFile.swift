internal import Glibc
internal import Stories
internal import StoryFormats

/// Opens what lies in a directory, and nothing else: regular files below it, reached without symbolic links.
///
/// A directory of stories is somebody else's: a link may lead out of it, a pipe or a device may never answer, and
/// any file may be swapped while it is being read.
struct SafeFile {
  /// The largest file that is read, in bytes.
  static let maximumSize = 64 << 20

  /// The directory, open; the paths given are relative to it.
  let root: Int32

  /// A file's bytes and what the file system said of it when it was opened.
  struct Content {
    var bytes: [UInt8]
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  /// Reads a file below the root.
  func read(_ path: String) throws(LibraryError) -> Content {
    let descriptor = Self.open(path, below: root, flags: O_RDONLY)
    guard descriptor >= 0 else {
      let reason = errno == ELOOP || errno == EXDEV ? "it is a symbolic link" : String(cString: strerror(errno))
      throw .unreadable(path: path, reason: reason)
    }
    defer { close(descriptor) }
    return try Self.content(of: descriptor, path: path)
  }

  /// Reads a file that a person named, wherever it lies; links are followed.
  static func readNamed(_ path: String) throws(LibraryError) -> Content {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    return try content(of: descriptor, path: path)
  }

  /// Opens a path below a directory without following links; -1 and `errno` where that fails.
  static func open(_ path: String, below root: Int32, flags: Int32) -> Int32 {
    let flags = flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW
    var how = OpenHow(flags: UInt64(flags), mode: 0, resolve: OpenHow.beneath | OpenHow.noSymlinks | OpenHow.noMagicLinks)
    let descriptor = path.withCString { syscall(OpenHow.number, root, $0, &how, MemoryLayout<OpenHow>.size) }
    if descriptor >= 0 || errno != ENOSYS { return Int32(descriptor) }
    return openStepwise(path, below: root, flags: flags)
  }

  /// The same on kernels before 5.6: a step at a time, each without following links.
  private static func openStepwise(_ path: String, below root: Int32, flags: Int32) -> Int32 {
    var folder = dup(root)
    let parts = path.split(separator: "/")
    for (index, part) in parts.enumerated() {
      guard folder >= 0, part != ".." else { return -1 }
      let isLast = index == parts.count - 1
      let next = openat(
        folder, String(part), isLast ? flags : O_DIRECTORY | O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      let reason = errno
      close(folder)
      errno = reason
      folder = next
    }
    return folder
  }

  private static func content(of descriptor: Int32, path: String) throws(LibraryError) -> Content {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "it is not a regular file") }
    guard status.st_size <= maximumSize else {
      throw .unreadable(path: path, reason: "it is larger than \(maximumSize >> 20) MB")
    }
    // One byte more than promised tells a file that grows while it is being read.
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled) }
      if count < 0 {
        guard errno == EINTR else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        continue
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - min(filled, Int(status.st_size)))
    return Content(
      bytes: bytes, size: Int(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
  }
}

/// `struct open_how` of openat2(2), Linux 5.6.
private struct OpenHow {
  var flags: UInt64
  var mode: UInt64
  var resolve: UInt64

  static let number = 437
  static let noMagicLinks: UInt64 = 0x02
  static let noSymlinks: UInt64 = 0x04
  static let beneath: UInt64 = 0x08
}
