internal import Glibc

/// What the system says of the file system a directory lies on.
package enum FileSystem {
  /// Kinds that do not tell of what others write to them.
  private static let silent = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse"]

  /// Whether the directory lies on such a one, by /proc/self/mounts (proc(5)).
  static func isSilent(_ directory: String) -> Bool {
    isSilent(directory, mounts: text(ofSystemFile: "/proc/self/mounts"))
  }

  /// A file that the system makes up as it is read, which has no size, up to a megabyte; "" where there is none.
  package static func text(ofSystemFile path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16 << 10)
    while text.count < 1 << 20 {
      let count = read(descriptor, &piece, piece.count)
      guard count > 0 else { break }
      text += piece[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The same by the lines of such a file: the longest mount point above the directory counts.
  static func isSilent(_ directory: String, mounts: String) -> Bool {
    var (longest, kind) = (-1, "")
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count >= 3 else { continue }
      let place = fields[1].replacing("\\040", with: " ")
      let isAbove = directory == place || directory.hasPrefix(place == "/" ? "/" : place + "/")
      if isAbove, place.utf8.count >= longest { (longest, kind) = (place.utf8.count, String(fields[2])) }
    }
    return silent.contains(kind) || kind.hasPrefix("fuse.")
  }
}
