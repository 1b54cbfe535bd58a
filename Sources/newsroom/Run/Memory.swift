internal import Glibc

/// The memory of the process.
enum Memory {
  /// Gives back the pages of the program itself that only the start and the reading of the directory have needed; they come
  /// again when they are asked for.
  static func letGo() {
    guard let program = realpath("/proc/self/exe", nil) else { return }
    defer { free(program) }
    let name = String(cString: program)
    for line in maps.split(separator: "\n") where line.hasSuffix(name) {
      // proc(5): "start-end perms offset device inode path", in hexadecimal.
      let fields = line.split(separator: " ", maxSplits: 2)
      let ends = fields[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
      guard fields.count == 3, fields[1] == "r-xp", ends.count == 2, ends[0] < ends[1] else { continue }
      madvise(UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
    }
  }

  private static var maps: String {
    let descriptor = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
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
}
