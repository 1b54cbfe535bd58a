internal import Glibc

/// Work on file names.
public enum Paths {
  /// The path without symbolic links and dots; nil if it leads nowhere.
  public static func real(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder part of a path as written: "." for a bare name.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Whether the path exists and is visible to this user.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether nothing has that name, as opposed to a path that can't be reached.
  public static func isMissing(_ path: String) -> Bool { access(path, F_OK) != 0 && errno == ENOENT }

  /// Whether this user may read it.
  public static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Why this user may not write to it; nil if writing is allowed.
  public static func obstacle(toWriting path: String) -> SystemError? {
    access(path, W_OK) == 0 ? nil : .last
  }

  /// Deletes a file, if it exists.
  public static func remove(_ path: String) { unlink(path) }

  /// Deletes a folder with everything in it, whatever the names; links in it are not followed.
  public static func removeTree(_ path: String) {
    if let folder = try? Descriptor.open(path, .read, [.folder, .noLink]) { empty(folder) }
    rmdir(path)
  }

  private static func empty(_ folder: Descriptor) {
    guard let entries = try? FolderReader(folder) else { return }
    while let name = try? entries.nextName() {
      guard unlinkat(folder.number, name, 0) != 0 else { continue }
      let inner = openat(folder.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard inner >= 0 else { continue }
      empty(Descriptor(owning: inner))
      unlinkat(folder.number, name, AT_REMOVEDIR)
    }
  }

  /// Replaces one file by another atomically (rename(2)).
  public static func move(_ path: String, to other: String) throws(SystemError) {
    guard rename(path, other) == 0 else { throw .last }
  }

  /// Sets a file's length; any new part is filled with zeros.
  public static func setLength(of path: String, to length: Int) throws(SystemError) {
    guard truncate(path, off_t(length)) == 0 else { throw .last }
  }

  /// Makes a folder, unless it exists.
  public static func makeFolder(_ path: String, mode: UInt32 = 0o700) throws(SystemError) {
    guard mkdir(path, mode_t(mode)) == 0 || errno == EEXIST else { throw .last }
  }

  /// Makes the folders above a file, for this user alone; failures are ignored.
  public static func makeFolders(above file: String) {
    var made = file.utf8.first == UInt8(ascii: "/") ? "" : "."
    for part in file.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
      made += "/" + String(Substring(part))
      mkdir(made, 0o700)
    }
  }

  /// Makes a temporary file, which the caller deletes; nil if that fails.
  public static func makeTemporaryFile() -> String? {
    temporary { name in
      let number = mkstemp(name)
      guard number >= 0 else { return false }
      return close(number) == 0
    }
  }

  /// Makes a temporary folder, which the caller deletes; nil if that fails.
  public static func makeTemporaryFolder() -> String? {
    temporary { mkdtemp($0) != nil }
  }

  private static func temporary(_ make: (UnsafeMutablePointer<CChar>) -> Bool) -> String? {
    var name = Array(((Environment["TMPDIR"] ?? "/tmp") + "/newsroom-XXXXXX").utf8CString)
    let isMade = name.withUnsafeMutableBufferPointer { $0.baseAddress.map(make) ?? false }
    return isMade ? String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}
