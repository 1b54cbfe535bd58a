internal import Stories
internal import System

/// The fingerprint of parts of a large file, by which a file that has only grown is known.
///
/// Blocks at even distances are hashed, the first at the beginning and the last at the end. A short file is
/// covered by them; of a large one, reading all would take longer than reading what was added. A change that
/// moves what follows is always noticed, because the last block then differs.
enum FileSample {
  private static let blocks = 128
  private static let block = 64 << 10

  /// Hashes parts of the first `size` bytes of an uncompressed file; nil if there are fewer, or at an error.
  static func fingerprint(of file: Descriptor, first size: Int) -> Fingerprint? {
    let last = max(0, size - block)
    var sum = Fingerprint.Stream()
    var bytes = [UInt8](repeating: 0, count: block)
    var covered = 0
    for start in (0..<blocks - 1).map({ last / (blocks - 1) * $0 }) + [last] {
      var place = max(start, covered)
      covered = min(size, start + block)
      while place < covered {
        guard let count = try? file.read(into: &bytes, at: place, atMost: covered - place), count > 0 else {
          return nil
        }
        sum.add(bytes[..<count])
        place += count
      }
    }
    return sum.value
  }
}
