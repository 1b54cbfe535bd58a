internal import Glibc

/// Searches bytes with the C library, which compares many at once.
enum ByteSearch {
  /// The first index of a byte, from an index on.
  static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    guard index < bytes.count, let start = bytes.baseAddress,
      let found = memchr(start + index, Int32(byte), bytes.count - index)
    else { return nil }
    return UnsafeRawPointer(start).distance(to: found)
  }

  /// The number of line feeds between two indexes.
  static func lines(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    var index = start
    while let found = first(0x0A, in: bytes, from: index), found < end {
      count += 1
      index = found + 1
    }
    return count
  }

  /// Whether a text is at an index.
  static func stands(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= bytes.count else { return false }
    for place in 0..<length where bytes[index + place] != text.utf8Start[place] { return false }
    return true
  }

  /// The first index of a text, from an index on.
  static func first(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    first(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), in: bytes, from: start)
  }

  /// The first index of some bytes, from an index on.
  ///
  /// - Parameter ignoresCase: whether case is ignored; `piece` is then in lower case and begins with a sign.
  static func first(
    _ piece: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    ignoresCase: Bool = false
  ) -> Int? {
    guard let opening = piece.first else { return nil }
    let last = bytes.count - piece.count
    var index = max(start, 0)
    while index <= last, let found = first(opening, in: bytes, from: index), found <= last {
      if stands(piece, in: bytes, at: found, ignoresCase) { return found }
      index = found + 1
    }
    return nil
  }

  /// The last index of some bytes.
  static func last(_ piece: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let opening = piece.first, bytes.count >= piece.count else { return nil }
    var index = bytes.count - piece.count
    while index >= 0 {
      if bytes[index] == opening, stands(piece, in: bytes, at: index, false) { return index }
      index -= 1
    }
    return nil
  }

  private static func stands(
    _ piece: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at place: Int,
    _ ignoresCase: Bool
  ) -> Bool {
    for index in piece.indices {
      let byte = bytes[place + index]
      if byte == piece[index] { continue }
      guard ignoresCase, (0x41...0x5A).contains(byte), byte | 0x20 == piece[index] else { return false }
    }
    return true
  }
}

/// A repeated search for one mark that continues from its last result.
struct ByteMark {
  private let mark: [UInt8]
  private let ignoresCase: Bool
  private var known: Int?
  private var isExhausted = false
  /// How many bytes `next` has passed over.
  private(set) var steps = 0

  /// Takes the mark, in lower case if case is ignored.
  init(_ mark: String, ignoresCase: Bool = false) {
    self.init(Array(mark.utf8), ignoresCase: ignoresCase)
  }

  init(_ mark: [UInt8], ignoresCase: Bool = false) {
    self.mark = mark
    self.ignoresCase = ignoresCase
  }

  /// The next index from `start` on; for rising starts, all searches together pass over the bytes once.
  mutating func next(in bytes: [UInt8], from start: Int) -> Int? {
    if isExhausted { return nil }
    if let known, known >= start { return known }
    known = first(in: bytes, from: start, to: bytes.count)
    isExhausted = known == nil
    steps += max(0, (known ?? bytes.count) - start)
    return known
  }

  /// The first index in a range; the mark begins with a sign.
  func first(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      mark.withUnsafeBufferPointer { mark in
        let part = UnsafeBufferPointer(rebasing: bytes[..<max(0, min(end, bytes.count))])
        return ByteSearch.first(mark, in: part, from: start, ignoresCase: ignoresCase)
      }
    }
  }
}
