internal import System

/// A file beside the index with its size and checksum while nobody writes to it.
///
/// SQLite finds damage only in the pages it reads, and never within a text. The seal is removed before the
/// first write of a refresh and made again after the last, so that a killed writer leaves none.
struct IndexSeal {
  /// The largest index whose checksum is tested whenever it is opened, in bytes: some milliseconds.
  private static let small = 48 << 20

  /// The files of the index; nil for one in memory, which has no seal.
  private let location: IndexLocation?

  init(_ location: IndexLocation?) {
    self.location = location
  }

  /// Whether the seal exists.
  var exists: Bool { location.map { Paths.exists($0.seal) } ?? false }

  /// Whether the index differs from its seal.
  ///
  /// Only the size of a large index is compared.
  var isBroken: Bool {
    guard let location, let seal = content, let words = Self.parts(seal),
      let size = FileStatus(of: location.database)?.size
    else { return false }
    let isWhole = size == words.size && (size > Self.small || Self.sum(of: location.database) == words.sum)
    // If a writer has begun meanwhile, the seal is gone.
    return !isWhole && content == seal
  }

  /// Removes the seal, because the index is about to change.
  func remove() {
    if let location { Paths.remove(location.seal) }
  }

  /// Makes the seal, unless that would take longer than the work that changed the index.
  ///
  /// - Parameter evenIfLarge: whether to seal a large index too, because much was changed.
  func lay(evenIfLarge: Bool) {
    guard let location, let size = FileStatus(of: location.database)?.size,
      evenIfLarge || size <= Self.small, let sum = Self.sum(of: location.database)
    else { return }
    // Without a seal, damage is only found later.
    let new = location.seal + ".new"
    do throws(SystemError) {
      Paths.remove(new)
      try Descriptor.open(new, .write, [.createNew, .noLink]).write("\(size) \(sum)\n".utf8)
      try Paths.move(new, to: location.seal)
    } catch {
      Paths.remove(new)
    }
  }

  private static func parts(_ seal: [UInt8]) -> (size: Int, sum: UInt)? {
    let words = String(decoding: seal, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard words.count == 2, let size = Int(words[0]), let sum = UInt(words[1]) else { return nil }
    return (size, sum)
  }

  private var content: [UInt8]? {
    location.flatMap { try? SmallFile($0.seal, limit: 64).read() }
  }

  /// A checksum after Fletcher (IEEE Transactions on Communications 30, 1982) over 64-bit words in four
  /// lanes, as fast as the file can be read.
  private static func sum(of path: String) -> UInt? {
    guard let file = try? Descriptor.open(path) else { return nil }
    var (sums, sumsOfSums) = (SIMD4<UInt64>.zero, SIMD4<UInt64>.one)
    var bytes = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      guard let count = try? file.read(into: &bytes) else { return nil }
      guard count > 0 else { break }
      // A database is a whole number of pages; otherwise the rest of the buffer would hold old bytes.
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
