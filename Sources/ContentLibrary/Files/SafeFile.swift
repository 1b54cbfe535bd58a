internal import Glibc
internal import Stories
internal import StoryFormats

/// Opens what lies in a directory, and nothing else: regular files below it, reached without symbolic links, or by
/// those alone that stay in it (`LinkPolicy`).
///
/// A directory of stories is somebody else's: a link may lead out of it, a pipe or a device may never answer, and
/// any file may be swapped while it is being read.
struct SafeFile {
  /// The largest file that is read as a whole, in bytes, unpacked; files of records may be of any size.
  static let maximumSize = 64 << 20

  /// The directory; the paths given are relative to it.
  let root: Root

  /// A file's bytes and what the file system said of it when it was opened.
  struct Content {
    var bytes: [UInt8]
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  /// A file that is open: regular, below the root, reached without links.
  struct Opened {
    let descriptor: Int32
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  /// Reads a file below the root, unpacked.
  func read(_ path: String) throws(LibraryError) -> Content {
    try Self.content(of: try opened(path), path: path)
  }

  /// Opens a file below the root; whoever asked closes the descriptor.
  func opened(_ path: String) throws(LibraryError) -> Opened {
    let descriptor = descriptor(of: path)
    guard descriptor >= 0 else {
      let reason =
        errno == ELOOP || errno == EXDEV ? "it is a symbolic link" : String(cString: strerror(errno))
      throw .unreadable(path: path, reason: reason)
    }
    return try Self.checked(descriptor, path: path)
  }

  /// Reads a file that a person named, wherever it lies; like everywhere, a symbolic link is not followed.
  static func readNamed(_ path: String) throws(LibraryError) -> Content {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)
    guard descriptor >= 0 else {
      let isLink = errno == ELOOP
      throw .unreadable(
        path: path,
        reason: isLink ? "it is a symbolic link; name the file it leads to" : String(cString: strerror(errno))
      )
    }
    return try content(of: try checked(descriptor, path: path), path: path)
  }

  /// Reads an open pipe or file from where it stands to its end, unpacked; the descriptor stays open.
  static func readToEnd(_ descriptor: Int32, name: String) throws(LibraryError) -> [UInt8] {
    func failure(_ number: Int32) -> LibraryError {
      .unreadable(path: name, reason: String(cString: strerror(number)))
    }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      guard count > 0 else { break }
      bytes += piece[..<count]
      guard bytes.count <= maximumSize else {
        throw .unreadable(path: name, reason: "it is larger than \(maximumSize >> 20) MB")
      }
    }
    guard ByteStream.isPacked(bytes) else { return bytes }
    // What is packed is unpacked as a file is, with the same bounds.
    guard let path = LibraryPaths.temporaryFile() else { throw failure(errno) }
    defer { unlink(path) }
    let file = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let reason = errno
        close(file)
        throw failure(reason)
      }
      rest = rest.dropFirst(count)
    }
    lseek(file, 0, SEEK_SET)
    return try content(of: try checked(file, path: name), path: name).bytes
  }

  /// Whether there is a file or folder of that path below the root that this user may open.
  func exists(_ path: String) -> Bool {
    let descriptor = descriptor(of: path)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// Opens a path; where links may be followed, what they lead to.
  ///
  /// -1 and `errno` where that fails.
  private func descriptor(of path: String) -> Int32 {
    let descriptor = Self.open(path, below: root.descriptor, flags: O_RDONLY)
    // A link in the middle of a path is "not a directory".
    guard descriptor < 0, root.links == .inside, errno == ELOOP || errno == ENOTDIR else { return descriptor }
    let reason = errno
    guard case .inside(let target) = root.target(of: path) else {
      errno = reason
      return -1
    }
    return Self.open(target, below: root.descriptor, flags: O_RDONLY)
  }

  /// Opens a folder below a directory, "" for the directory itself; -1 and `errno` where that fails.
  static func folder(_ path: String, below root: Int32) -> Int32 {
    path.isEmpty
      ? openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      : open(path, below: root, flags: O_RDONLY | O_DIRECTORY)
  }

  /// Opens a path below a directory; -1 and `errno` where that fails.
  ///
  /// A step at a time, none of which follows a link or goes up: what `openat2` with `RESOLVE_BENEATH` and
  /// `RESOLVE_NO_SYMLINKS` does in one call, which Swift can't make without C of our own.
  static func open(_ path: String, below root: Int32, flags: Int32) -> Int32 {
    var folder = root
    // By bytes: to Swift, "/" with an accent upon it is another letter, to the kernel it is not.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let kind = isLast ? flags | O_NOCTTY : O_RDONLY | O_DIRECTORY
      let isAllowed = !part.elementsEqual("..".utf8) && !part.contains(0)
      let next =
        isAllowed ? openat(folder, String(Substring(part)), kind | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) : -1
      let reason = isAllowed ? errno : EXDEV
      if folder != root { close(folder) }
      errno = reason
      guard next >= 0 else { return -1 }
      folder = next
    }
    return parts.isEmpty ? -1 : folder
  }

  private static func checked(_ descriptor: Int32, path: String) throws(LibraryError) -> Opened {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw .unreadable(path: path, reason: reason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(path: path, reason: "it is not a regular file")
    }
    return Opened(descriptor: descriptor, size: Int(status.st_size), modified: status.modified)
  }

  private static func content(of file: Opened, path: String) throws(LibraryError) -> Content {
    let stream = ByteStream(file.descriptor)
    let tooLarge = LibraryError.unreadable(path: path, reason: "it is larger than \(maximumSize >> 20) MB")
    guard stream.isPacked || file.size <= maximumSize else { throw tooLarge }
    // A file that grows while it is being read is read as long as it was when it was opened.
    let limit = stream.isPacked ? maximumSize + 1 : file.size
    var bytes = [UInt8](repeating: 0, count: stream.isPacked ? min(file.size * 4 + 4_096, limit) : limit)
    var filled = 0
    do throws(ByteStream.Failure) {
      while filled < limit {
        if filled == bytes.count {
          bytes.append(contentsOf: repeatElement(0, count: min(filled, limit - filled)))
        }
        let count = try stream.read(into: &bytes, from: filled)
        if count == 0 { break }
        filled += count
      }
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    guard filled <= maximumSize else { throw tooLarge }
    bytes.removeLast(bytes.count - filled)
    return Content(bytes: bytes, size: file.size, modified: file.modified)
  }
}

extension ByteStream.Failure {
  /// What went wrong, in a few words.
  var reason: String {
    switch self {
    case .unreadable(let number): String(cString: strerror(number))
    case .damaged: "what is packed in it is damaged or cut short"
    case .tooDense: "it unpacks to more than \(ByteStream.maximumRatio) times its size"
    }
  }
}

extension stat {
  /// When the file was last written, in nanoseconds since 1970; the years past 2262 don't fit and are held there.
  var modified: Int64 {
    Int64(min(max(st_mtim.tv_sec, -9_000_000_000), 9_000_000_000)) * 1_000_000_000 + Int64(st_mtim.tv_nsec)
  }
}
