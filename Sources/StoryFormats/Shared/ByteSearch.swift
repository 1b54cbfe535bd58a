internal import Glibc

/// Bytes looked for by the C library, which looks at many at once.
enum ByteSearch {
  /// The first place of a byte from an index on.
  static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    guard index < bytes.count, let start = bytes.baseAddress,
      let found = memchr(start + index, Int32(byte), bytes.count - index)
    else { return nil }
    return UnsafeRawPointer(start).distance(to: found)
  }

  /// How many line feeds there are between two places.
  static func lines(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    var index = start
    while let found = first(0x0A, in: bytes, from: index), found < end {
      count += 1
      index = found + 1
    }
    return count
  }

  /// Whether a text stands at a place.
  static func stands(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    for place in 0..<length where bytes[index + place] != text.utf8Start[place] { return false }
    return true
  }

  /// The first place of a text from an index on.
  static func first(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while let found = first(text.utf8Start[0], in: bytes, from: index) {
      if stands(text, in: bytes, at: found) { return found }
      index = found + 1
    }
    return nil
  }
}
