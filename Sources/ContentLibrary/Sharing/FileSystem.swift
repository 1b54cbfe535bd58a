internal import System

/// What the system says of the file system a directory lies on.
enum FileSystem {
  /// Kinds that do not tell of what others write to them.
  private static let silent = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse"]

  /// Whether the directory lies on such a one, by /proc/self/mounts (proc(5)).
  static func isSilent(_ directory: String) -> Bool {
    isSilent(directory, mounts: SystemFile.text("/proc/self/mounts"))
  }

  /// The same by the lines of such a file: the longest mount point above the directory counts.
  static func isSilent(_ directory: String, mounts: String) -> Bool {
    var (longest, kind) = (0, "")
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
