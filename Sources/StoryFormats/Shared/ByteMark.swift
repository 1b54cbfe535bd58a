/// Finds one mark in bytes; the next place is known until it is passed.
struct ByteMark {
  private let mark: [UInt8]
  private let ignoresCase: Bool
  private var known: Int?
  private var isExhausted = false

  /// Takes the mark, in lower case where letters may be in either.
  init(_ mark: String, ignoresCase: Bool = false) {
    self.init(Array(mark.utf8), ignoresCase: ignoresCase)
  }

  init(_ mark: [UInt8], ignoresCase: Bool = false) {
    self.mark = mark
    self.ignoresCase = ignoresCase
  }

  /// The next place from `start` on; asked for in rising order, all searches together go over the bytes once.
  mutating func next(in bytes: [UInt8], from start: Int) -> Int? {
    if isExhausted { return nil }
    if let known, known >= start { return known }
    known = first(in: bytes, from: start, to: bytes.count)
    isExhausted = known == nil
    return known
  }

  /// The first place in a range; the mark begins with a sign that is no letter.
  func first(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var at = start
    while at < end, let found = bytes[at..<end].firstIndex(of: mark[0]) {
      if found + mark.count <= end, isHere(bytes, found) { return found }
      at = found + 1
    }
    return nil
  }

  private func isHere(_ bytes: [UInt8], _ place: Int) -> Bool {
    mark.indices.allSatisfy { index in
      let byte = bytes[place + index]
      return byte == mark[index]
        || (ignoresCase && (0x41...0x5A).contains(byte) && byte | 0x20 == mark[index])
    }
  }
}
