internal import System

/// The kind of file system a directory is on.
enum FileSystem {
  /// File systems that do not report changes by others.
  private static let silent = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse"]

  /// Whether the directory is on such a file system, by /proc/self/mounts (proc(5)).
  static func isSilent(_ directory: String) -> Bool {
    isSilent(directory, mounts: SystemFile.text("/proc/self/mounts"))
  }

  /// The same, by the lines of that file: the longest mount point above the directory counts.
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
