internal import StoryFormats
internal import System

/// Opens regular files below a directory, and nothing else.
///
/// Symbolic links are followed only if they stay inside it and `LinkPolicy` allows.
///
/// The directory is not trusted: a link may lead out of it, a pipe or a device may never answer, and a file
/// may be swapped while it is being read.
struct SafeFile {
  /// The largest file that is read whole, in uncompressed bytes; files of records may be of any size.
  static let maximumSize = 64 << 20

  /// The directories; paths are relative to them.
  let root: Root

  /// A file's bytes, with its size and time when it was opened.
  struct Content {
    var bytes: [UInt8]
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  /// An open regular file below the root.
  struct Opened {
    let descriptor: Descriptor
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  /// Reads a file below the root, uncompressed.
  func read(_ path: String) throws(LibraryError) -> Content {
    try Self.content(of: try opened(path), path: path)
  }

  /// Opens a file below the root.
  func opened(_ path: String) throws(LibraryError) -> Opened {
    let file: Descriptor
    do throws(SystemError) {
      file = try descriptor(of: path)
    } catch {
      throw .unreadable(path: path, reason: error.isLink ? "it is a symbolic link" : error.description)
    }
    return try Self.checked(file, path: path)
  }

  /// Reads a named file anywhere; a symbolic link is not followed.
  static func readNamed(_ path: String) throws(LibraryError) -> Content {
    let file: Descriptor
    do throws(SystemError) {
      file = try Descriptor.open(path, .read, [.noWaiting, .noLink])
    } catch {
      throw .unreadable(
        path: path,
        reason: error.isLink ? "it is a symbolic link; give the file it leads to" : error.description)
    }
    return try content(of: try checked(file, path: path), path: path)
  }

  /// Reads an open pipe or file to its end, uncompressed; the descriptor stays open.
  static func readToEnd(_ descriptor: Descriptor, name: String) throws(LibraryError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(WholeFileFailure) {
      bytes = try descriptor.readToEnd(limit: maximumSize)
    } catch {
      if case .system(let reason) = error { throw .unreadable(path: name, reason: reason.description) }
      throw tooLarge(name)
    }
    guard ByteStream.isPacked(bytes) else { return bytes }
    // Compressed data is expanded as in a file, within the same bounds.
    let file: Descriptor
    do throws(SystemError) {
      guard let path = Paths.makeTemporaryFile() else { throw .missing }
      defer { Paths.remove(path) }
      file = try Descriptor.open(path, .readAndWrite)
      try file.write(bytes)
    } catch {
      throw .unreadable(path: name, reason: error.description)
    }
    file.seek(to: 0)
    return try content(of: try checked(file, path: name), path: name).bytes
  }

  private static func tooLarge(_ path: String) -> LibraryError {
    .unreadable(path: path, reason: "it is larger than \(maximumSize >> 20) MB")
  }

  /// Whether there is a file or folder at a path below the root that this user may open.
  func exists(_ path: String) -> Bool { (try? descriptor(of: path)) != nil }

  /// Opens a path, following links if allowed.
  private func descriptor(of path: String) throws(SystemError) -> Descriptor {
    do throws(SystemError) {
      return try open(path)
    } catch {
      guard root.links == .inside, error.mayBeLink, case .inside(let target) = root.target(of: path) else {
        throw error
      }
      return try open(target)
    }
  }

  private func open(_ path: String) throws(SystemError) -> Descriptor {
    guard let place = root.place(of: path) else { throw .missing }
    return try Self.open(place.path, below: place.directory.descriptor)
  }

  /// Opens a folder below a directory, "" for the directory itself.
  static func folder(_ path: String, below root: Descriptor) throws(SystemError) -> Descriptor {
    path.isEmpty ? try root.open(".", .read, .folder) : try open(path, below: root, .folder)
  }

  /// Opens a path below a directory.
  ///
  /// It goes step by step, without following links or going up. `openat2` with `RESOLVE_BENEATH` and
  /// `RESOLVE_NO_SYMLINKS` would do it in one call, but needs C code.
  private static func open(
    _ path: String, below root: Descriptor, _ options: Descriptor.Options = []
  ) throws(SystemError) -> Descriptor {
    var folder = root
    // By bytes: to Swift, "/" with an accent upon it is another letter, to the kernel it is not.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard !parts.isEmpty else { throw .missing }
    for (index, part) in parts.enumerated() {
      guard !part.elementsEqual("..".utf8), !part.contains(0) else { throw .outside }
      let kind = index == parts.count - 1 ? options : .folder
      folder = try folder.open(String(Substring(part)), .read, kind.union([.noLink, .noWaiting]))
    }
    return folder
  }

  private static func checked(_ file: Descriptor, path: String) throws(LibraryError) -> Opened {
    let status: FileStatus
    do throws(SystemError) {
      status = try file.status()
    } catch {
      throw .unreadable(path: path, reason: error.description)
    }
    guard status.kind == .file else {
      throw .unreadable(path: path, reason: "it is not a regular file")
    }
    return Opened(descriptor: file, size: status.size, modified: status.modified)
  }

  private static func content(of file: Opened, path: String) throws(LibraryError) -> Content {
    let stream = ByteStream(file.descriptor)
    guard stream.isPacked || file.size <= maximumSize else { throw tooLarge(path) }
    // A growing file is read up to its size when it was opened.
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
    guard filled <= maximumSize else { throw tooLarge(path) }
    bytes.removeLast(bytes.count - filled)
    return Content(bytes: bytes, size: file.size, modified: file.modified)
  }
}

extension ByteStream.Failure {
  /// The reason, in a few words.
  var reason: String {
    switch self {
    case .unreadable(let error): error.description
    case .damaged: "its compressed data is damaged or cut short"
    case .tooDense: "it unpacks to more than \(ByteStream.maximumRatio) times its size"
    }
  }
}
