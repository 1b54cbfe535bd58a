/// Cuts a file into lines; a line over the limit is skipped and reported.
struct LineCutter: PieceCutter {
  private let limit: Int
  private var start: Int
  private var looked: Int
  private(set) var line: Int
  private var isSkipping = false

  init(from start: PieceStart, limit: Int) {
    (self.start, looked, line, self.limit) = (start.offset, start.offset, start.line, limit)
  }

  var needed: Int { isSkipping ? looked : start }

  mutating func cut(_ bytes: ArraySlice<UInt8>, at offset: Int, isLast: Bool, into cuts: inout Cuts) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = looked - offset
      while let end = ByteSearch.first(0x0A, in: bytes, from: index) {
        take(upTo: offset + end, into: &cuts)
        start = offset + end + 1
        line += 1
        index = end + 1
      }
      looked = offset + bytes.count
    }
    if isLast {
      take(upTo: looked, into: &cuts)
      start = looked
    } else if !isSkipping, looked - start > limit {
      cuts.problems.append((line, "the record is longer than \(limit.megabytes)"))
      isSkipping = true
    }
  }

  private mutating func take(upTo end: Int, into cuts: inout Cuts) {
    if !isSkipping, start < end { cuts.pieces.append(Piece(start..<end, line: line)) }
    isSkipping = false
  }
}

extension Int {
  /// A number of bytes for people: "16 MB".
  var megabytes: String { self < 1 << 20 ? "\(self >> 10) kB" : "\(self >> 20) MB" }
}
