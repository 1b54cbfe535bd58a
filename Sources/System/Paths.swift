internal import Glibc

/// What is done with names of files.
public enum Paths {
  /// The path without symbolic links and dots; nil where it leads nowhere.
  public static func real(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder that a path lies in, as it is written: "." for a bare name.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Whether there is something that this user may see.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is nothing of that name, as against something that can't be come to.
  public static func isMissing(_ path: String) -> Bool { access(path, F_OK) != 0 && errno == ENOENT }

  /// Whether this user may read it.
  public static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Why this user may not write to it; nil where that is allowed.
  public static func obstacle(toWriting path: String) -> SystemError? {
    access(path, W_OK) == 0 ? nil : .last
  }

  /// Takes a file away, if there is one.
  public static func remove(_ path: String) { unlink(path) }

  /// Takes a folder away with all that is in it, whatever its names are; links in it are not followed.
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

  /// Puts a file in the place of another at once (rename(2)).
  public static func move(_ path: String, to other: String) throws(SystemError) {
    guard rename(path, other) == 0 else { throw .last }
  }

  /// Makes a file as long as this: what is new in it is zeros.
  public static func setLength(of path: String, to length: Int) throws(SystemError) {
    guard truncate(path, off_t(length)) == 0 else { throw .last }
  }

  /// Makes a folder; one that is there already will do.
  public static func makeFolder(_ path: String, mode: UInt32 = 0o700) throws(SystemError) {
    guard mkdir(path, mode_t(mode)) == 0 || errno == EEXIST else { throw .last }
  }

  /// Makes the folder that a file lies in, and those above it, for this user alone, as far as that can be
  /// done.
  public static func makeFolders(above file: String) {
    var made = file.utf8.first == UInt8(ascii: "/") ? "" : "."
    for part in file.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
      made += "/" + String(Substring(part))
      mkdir(made, 0o700)
    }
  }

  /// A file of this process's own, which it takes away itself; nil where none can be made.
  public static func makeTemporaryFile() -> String? {
    temporary { name in
      let number = mkstemp(name)
      guard number >= 0 else { return false }
      return close(number) == 0
    }
  }

  /// A folder of this process's own, which it takes away itself; nil where none can be made.
  public static func makeTemporaryFolder() -> String? {
    temporary { mkdtemp($0) != nil }
  }

  private static func temporary(_ make: (UnsafeMutablePointer<CChar>) -> Bool) -> String? {
    var name = Array(((Environment["TMPDIR"] ?? "/tmp") + "/newsroom-XXXXXX").utf8CString)
    let isMade = name.withUnsafeMutableBufferPointer { $0.baseAddress.map(make) ?? false }
    return isMade ? String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}
