internal import Stories
public import StoryFormats
public import System

/// Files named on the command line.
extension Library {
  /// Reads a named file, inside the library or not; `/dev/stdin` and the like are read to their end.
  public static func source(ofFile path: String) throws(LibraryError) -> Source {
    if let descriptor = descriptor(named: path) { return try source(of: descriptor, name: path) }
    let content = try SafeFile.readNamed(path)
    return Source(
      path: path, bytes: content.bytes, modified: Timestamp(seconds: content.modified / 1_000_000_000))
  }

  /// Reads an open pipe or file to its end, uncompressed, up to `SafeFile.maximumSize`.
  ///
  /// - Parameter name: its name in errors, and the path of its stories.
  public static func source(of descriptor: Descriptor, name: String) throws(LibraryError) -> Source {
    let bytes = try SafeFile.readToEnd(descriptor, name: name)
    return Source(path: name, bytes: bytes)
  }

  /// The descriptor that a path of the system stands for, as in the shell's `show <(…)`.
  private static func descriptor(named path: String) -> Descriptor? {
    if path == "/dev/stdin" { return .standardInput }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count)).flatMap { $0 >= 0 ? Descriptor(borrowing: $0) : nil }
    }
    return nil
  }

  /// The paths within the library that a file may be known by: its own, and the one it was named by where
  /// links lead to it; none for files outside.
  public func paths(ofFile path: String) -> [String] {
    var paths = [Paths.real(path)].compactMap { $0 }
    if root.links == .inside {
      // Resolve links in the path of the folder, but not the file itself.
      let parent = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
      let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
      if let folder = Paths.real(parent) { paths.append(folder + "/" + name) }
      if path.utf8.first == UInt8(ascii: "/") {
        paths.append(path)
      } else if let here = Paths.real(".") {
        paths.append(here + "/" + path)
      }
    }
    var inside: [String] = []
    for path in paths {
      for directory in root.directories where path.utf8.starts(with: directory.prefix.utf8) {
        let path = root.path(
          String(Substring(path.utf8.dropFirst(directory.prefix.utf8.count))), in: directory)
        if !inside.contains(path) { inside.append(path) }
      }
    }
    return inside
  }

  /// The real directory that a story's file is in, and the file's path in there.
  public func place(ofStoryAt path: String) -> (directory: String, path: String) {
    root.place(of: path).map { ($0.directory.path, $0.path) } ?? (identity, path)
  }

  /// The real path of a story's file; nil if it is not there any more, or a link leads out of the library.
  public func realPath(ofStoryAt path: String) -> String? {
    guard let place = root.place(of: path), let real = Paths.real(place.directory.prefix + place.path),
      root.directories.contains(where: { real.utf8.starts(with: $0.prefix.utf8) })
    else { return nil }
    return real
  }

  /// The real path of a folder in the library, which need not exist; in a library of several directories it
  /// is in the first, unless its path begins with the name of another.
  public func folder(_ path: String) -> String {
    let place = root.place(of: path) ?? (root.directories[0], path)
    return place.directory.prefix + place.path
  }

  /// Whether a folder is in the library, or is one of its directories; it need not exist.
  ///
  /// - Parameter folder: its real path.
  public func holds(folder: String) -> Bool {
    root.directories.contains { (folder == "/" ? folder : folder + "/").utf8.starts(with: $0.prefix.utf8) }
  }

  /// The path of a file within the library; nil for files outside it.
  public func path(ofFile path: String) -> String? { paths(ofFile: path).first }
}
