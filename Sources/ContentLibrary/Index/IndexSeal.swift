internal import Glibc

/// A file beside the index that says what the index is when nobody writes to it: its size and its checksum.
///
/// SQLite finds damage where it reads and not elsewhere, and never within a text. The seal is taken away before the
/// first write of a refresh and laid anew after the last, so that a killed writer leaves none.
struct IndexSeal {
  /// Indexes up to this size are summed up whenever they are opened, in bytes: some milliseconds.
  private static let small = 48 << 20

  private let path: String
  private var sealPath: String { path + ".seal" }

  init(indexPath: String) {
    path = indexPath
  }

  /// Whether the index was not written to since it was sealed.
  var exists: Bool { access(sealPath, F_OK) == 0 }

  /// Whether the index is not what its seal says.
  ///
  /// Of a large index only the size is looked at.
  var isBroken: Bool {
    guard let seal = Self.content(of: sealPath), let words = Self.parts(seal),

      let size = Self.size(of: path)
    else { return false }
    let isWhole = size == words.size && (size > Self.small || Self.sum(of: path) == words.sum)
    // A writer may have begun meanwhile; then the seal is gone.
    return !isWhole && Self.content(of: sealPath) == seal
  }

  /// Takes the seal away, because the index is about to change.
  func remove() {
    unlink(sealPath)
  }

  /// Lays a seal on an index that is not written to, unless to sum it up takes longer than what was done to it.
  ///
  /// - Parameter evenIfLarge: whether much was done.
  func lay(evenIfLarge: Bool) {
    guard path != ":memory:", let size = Self.size(of: path),
      evenIfLarge || size <= Self.small, let sum = Self.sum(of: path)
    else { return }
    let text = Array("\(size) \(sum)\n".utf8)
    let descriptor = open(sealPath + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let written = write(descriptor, text, text.count)
    close(descriptor)
    if written == text.count { rename(sealPath + ".new", sealPath) } else { unlink(sealPath + ".new") }
  }

  private static func parts(_ seal: [UInt8]) -> (size: Int, sum: UInt)? {
    let words = String(decoding: seal, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard words.count == 2, let size = Int(words[0]), let sum = UInt(words[1]) else { return nil }
    return (size, sum)
  }

  private static func content(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : nil
  }

  private static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// A checksum after Fletcher (IEEE Transactions on Communications 30, 1982), of words of 64 bits in four lanes: as fast
  /// as the file can be read.
  private static func sum(of path: String) -> UInt? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var (sums, sumsOfSums) = (SIMD4<UInt64>.zero, SIMD4<UInt64>.one)
    var bytes = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      // A database is a whole number of pages; were it not, the rest of the buffer is what stood there before.
      bytes.withUnsafeBytes { buffer in
        for offset in stride(from: 0, to: count, by: MemoryLayout<SIMD4<UInt64>>.size) {
          sums &+= buffer.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
          sumsOfSums &+= sums
        }
      }
    }
    return (0..<4).reduce(UInt(0)) { ($0 &* 31 &+ UInt(sums[$1])) &* 31 &+ UInt(sumsOfSums[$1]) }
  }
}
