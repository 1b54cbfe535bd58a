internal import ContentLibrary
internal import Glibc

/// Writes the small files that are the person's own: whole or not at all.
enum FileWriter {
  /// Writes a new file and puts it in the place of the old one, in a folder that is made where there is none.
  ///
  /// - Throws: `Failure` with the path and the reason.
  static func replace(_ path: String, with text: String) throws {
    try replace(path, bytes: Array(text.utf8))
  }

  /// The same with bytes.
  static func replace(_ path: String, bytes: [UInt8]) throws {
    func failure() -> Failure { Failure("\(path): \(String(cString: strerror(errno)))") }
    LibraryPaths.makeFolder(of: path)
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let failure = failure()
        close(descriptor)
        unlink(temporary)
        throw failure
      }
      bytes = bytes.dropFirst(count)
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
      throw failure()
    }
  }
}
