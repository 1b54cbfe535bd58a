internal import Glibc
internal import Stories

/// Where a library keeps what it makes: XDG Base Directory Specification 0.8.
package enum LibraryPaths {
  /// The index of a directory, in the cache: `newsroom/<name>-<hash of the real path>.sqlite`.
  static func index(of directory: String) -> String {
    let name = directory.split(separator: "/").last.map(String.init) ?? "root"
    let safe = String(
      name.unicodeScalars.map {
        $0.properties.isAlphabetic || $0.properties.numericType != nil ? Character($0) : "-"
      })
    let hash = StoryID(content: directory.utf8).description.prefix(12)
    return indexes + "/\(safe.prefix(40))-\(hash).sqlite"
  }

  /// Where indexes lie that nobody has named a place for.
  static var indexes: String { folder(variable: "XDG_CACHE_HOME", fallback: ".cache") }

  /// The marks of all libraries, in the state directory.
  static var marks: String {
    folder(variable: "XDG_STATE_HOME", fallback: ".local/state") + "/marks.sqlite"
  }

  /// The stories that left their feeds, beside the marks.
  static func archive(beside marks: String) -> String {
    let folder = marks.lastIndex(of: "/").map { marks[...$0] } ?? ""
    return folder + "archive.sqlite"
  }

  /// The program's own folder in one of the base directories: what the variable says, else the usual one at home.
  package static func folder(variable: String, fallback: String) -> String {
    if let base = value(of: variable), base.hasPrefix("/") { return base + "/newsroom" }
    return home + "/\(fallback)/newsroom"
  }

  /// The person's own folder; a place where nothing can be made where there is none, never one that others write to.
  private static var home: String {
    if let home = value(of: "HOME"), home.hasPrefix("/") { return home }
    guard let entry = getpwuid(geteuid()), let home = entry.pointee.pw_dir else { return "/dev/null" }
    return String(cString: home)
  }

  private static func value(of name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The path without symbolic links and dots; nil where it leads nowhere.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A file of this process's own that goes with it; nil where none can be made.
  static func temporaryFile() -> String? {
    var name = temporaryName
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A folder of this process's own, which it takes away itself; nil where none can be made.
  package static func temporaryFolder() -> String? {
    var name = temporaryName
    guard mkdtemp(&name) != nil else { return nil }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static var temporaryName: [CChar] {
    Array(((value(of: "TMPDIR") ?? "/tmp") + "/newsroom-XXXXXX").utf8CString)
  }

  /// Takes a database and what SQLite keeps beside it away.
  static func removeDatabase(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal", ".seal"] { unlink(path + suffix) }
  }

  /// Makes the folder that a file lies in, and those above it, for this user alone.
  package static func makeFolder(of file: String) {
    var made = file.utf8.first == UInt8(ascii: "/") ? "" : "."
    for part in file.split(separator: "/").dropLast() {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }
}
