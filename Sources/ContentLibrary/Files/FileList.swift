/// A list of very many files, with all paths in one block of memory, which is freed as a whole.
struct FileList: Sendable, RandomAccessCollection {
  private struct File {
    var start: Int
    var length: Int
    var size: Int
    var modified: Int64
  }

  private var bytes: [UInt8] = []
  private var files: [File] = []

  var startIndex: Int { 0 }
  var endIndex: Int { files.count }

  subscript(index: Int) -> Scanner.Entry {
    let file = files[index]
    return Scanner.Entry(
      path: String(decoding: bytes[file.start..<file.start + file.length], as: UTF8.self), size: file.size,
      modified: file.modified)
  }

  /// The size and time of a file, without its path.
  func facts(_ index: Int) -> (size: Int, modified: Int64) { (files[index].size, files[index].modified) }

  /// Whether the path of a file ends with some bytes of ASCII, in capitals or not.
  func ends(_ index: Int, with ending: String) -> Bool {
    let file = files[index]
    return bytes[file.start..<file.start + file.length].suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      $0 == $1 || $0 | 0x20 == $1
    }
  }

  mutating func append(_ path: String, size: Int, modified: Int64) {
    let start = bytes.count
    bytes.append(contentsOf: path.utf8)
    files.append(File(start: start, length: bytes.count - start, size: size, modified: modified))
  }

  /// Sorts by the bytes of the paths, as the index does.
  mutating func sortByPath() {
    bytes.withUnsafeBytes { bytes in
      files.sort { Self.compare(bytes, $0, bytes, $1) < 0 }
    }
  }

  /// Compares a path with the one at an index: negative before it, 0 for equal, positive after it.
  ///
  /// Bytes are compared, because Swift considers names equal that differ only in the encoding of an accent.
  func compare(_ path: String, with index: Int) -> Int {
    var path = path
    return path.withUTF8 { text in
      bytes.withUnsafeBytes {
        Self.compare(
          UnsafeRawBufferPointer(text), File(start: 0, length: text.count, size: 0, modified: 0), $0,
          files[index])
      }
    }
  }

  /// Whether it has a path; the list must be sorted.
  func contains(_ path: String) -> Bool {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      let side = compare(path, with: middle)
      if side == 0 { return true }
      if side < 0 { high = middle } else { low = middle + 1 }
    }
    return false
  }

  private static func compare(
    _ bytes: UnsafeRawBufferPointer, _ one: File, _ others: UnsafeRawBufferPointer, _ other: File
  ) -> Int {
    for index in 0..<Swift.min(one.length, other.length) {
      let (byte, its) = (bytes[one.start + index], others[other.start + index])
      if byte != its { return byte < its ? -1 : 1 }
    }
    return one.length - other.length
  }

  /// Some of the files, last changed first; of those changed at the same time, the last by path first.
  func newestFirst(_ wanted: [Int]) -> FileList {
    var list = self
    list.files = wanted.sorted { (files[$0].modified, $0) > (files[$1].modified, $1) }.map { files[$0] }
    return list
  }

  /// The total size, in bytes.
  var size: Int { files.reduce(0) { $0 + Swift.max($1.size, 0) } }
}
