internal import ContentLibrary
internal import Glibc

/// The memory of the process.
enum Memory {
  /// Gives back the pages of the program itself that only the start and the reading of the directory have needed; they come
  /// again when they are asked for.
  static func letGo() {
    guard let program = realpath("/proc/self/exe", nil) else { return }
    defer { free(program) }
    let name = String(cString: program)
    let maps = FileSystem.text(ofSystemFile: "/proc/self/maps")
    for line in maps.split(separator: "\n") where line.hasSuffix(name) {
      // proc(5): "start-end perms offset device inode path", in hexadecimal.
      let fields = line.split(separator: " ", maxSplits: 2)
      let ends = fields[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
      guard fields.count == 3, fields[1] == "r-xp", ends.count == 2, ends[0] < ends[1] else { continue }
      madvise(UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
    }
  }
}
