internal import Glibc
internal import Stories

/// Walks through a directory and tells its regular files apart by name, size and time, opening none of them.
struct Scanner {
  /// How deep folders are followed.
  static let maximumDepth = 64
  /// The longest path that is kept, in bytes: PATH_MAX.
  static let maximumPath = 4096

  /// A file as the walk saw it.
  struct Entry {
    var path: String
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  let root: Int32
  private(set) var files = FileList()
  private(set) var problems: [Problem] = []
  /// Whether the directory itself could be read; one that can't is not an empty one.
  private(set) var isRootReadable = true

  init(root: Int32) {
    self.root = root
  }

  /// Walks, and puts the files in the order of their paths; `goesOn` is asked for every folder, with the number of files found so far.
  ///
  /// - Returns: whether the walk came to its end.
  mutating func walk(goesOn: (Int) -> Bool) -> Bool {
    var waiting = [(path: "", depth: 0)]
    while let (path, depth) = waiting.popLast() {
      guard goesOn(files.count) else { return false }
      for folder in read(path) {
        if depth >= Self.maximumDepth {
          problems.append(
            Problem(path: folder, reason: "folders deeper than \(Self.maximumDepth) levels are not read"))
        } else {
          waiting.append((folder, depth + 1))
        }
      }
    }
    files.sortByPath()
    return true
  }

  /// The folders in a folder, none of its files looked at.
  func folders(in path: String) -> [String] {
    guard path.utf8.split(separator: UInt8(ascii: "/")).count < Self.maximumDepth else { return [] }
    let descriptor =
      path.isEmpty
      ? openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      : SafeFile.open(path, below: root, flags: O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0, let stream = fdopendir(descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      return []
    }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = Self.next(in: stream) {
      guard entry.pointee.d_type == DT_DIR || entry.pointee.d_type == DT_UNKNOWN else { continue }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.utf8.first != UInt8(ascii: "."), path.utf8.count + name.utf8.count < Self.maximumPath else {
        continue
      }
      if entry.pointee.d_type == DT_UNKNOWN {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFDIR
        else {
          continue
        }
      }
      folders.append(path.isEmpty ? name : path + "/" + name)
    }
    return folders
  }

  /// Notes the files of one folder, and gives the folders in it.
  private mutating func read(_ path: String) -> [String] {
    let descriptor =
      path.isEmpty
      ? openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      : SafeFile.open(path, below: root, flags: O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0, let stream = fdopendir(descriptor) else {
      problems.append(
        Problem(path: path, reason: "the folder can't be read: \(String(cString: strerror(errno)))"))
      if descriptor >= 0 { close(descriptor) }
      if path.isEmpty { isRootReadable = false }
      return []
    }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = Self.next(in: stream) {
      let isFolder = entry.pointee.d_type == DT_DIR
      guard entry.pointee.d_type == DT_REG || isFolder || entry.pointee.d_type == DT_UNKNOWN else { continue }
      guard let name = name(of: entry, in: path), name.utf8.first != UInt8(ascii: ".") else { continue }
      let full = path.isEmpty ? name : path + "/" + name
      guard full.utf8.count < Self.maximumPath else {
        problems.append(
          Problem(path: path, reason: "a path longer than \(Self.maximumPath) bytes is not read"))
        continue
      }
      if isFolder {
        folders.append(full)
        continue
      }
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        files.append(full, size: Int(status.st_size), modified: status.modified)
      case S_IFDIR: folders.append(full)
      default: continue
      }
    }
    if errno != 0 {
      problems.append(
        Problem(
          path: path, reason: "only a part of the folder can be read: \(String(cString: strerror(errno)))"))
    }
    return folders
  }

  /// The next entry of a folder; nil with `errno` 0 at its end, and with another `errno` where reading failed.
  private static func next(in stream: OpaquePointer) -> UnsafeMutablePointer<dirent>? {
    errno = 0
    return readdir(stream)
  }

  private mutating func name(of entry: UnsafeMutablePointer<dirent>, in path: String) -> String? {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      let used = bytes.prefix { $0 != 0 }
      return (strict: String(validating: used, as: UTF8.self), lenient: String(decoding: used, as: UTF8.self))
    }
    if name.strict == nil {
      let full = path.isEmpty ? name.lenient : path + "/" + name.lenient
      problems.append(
        Problem(path: full, reason: "the file's name is not valid UTF-8; rename it to have it read"))
    }
    return name.strict
  }
}
