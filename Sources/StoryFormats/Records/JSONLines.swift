public import Stories

/// JSON Lines (jsonlines.org; NDJSON): one object per line, as crawlers, corpora and `newsroom export` write
/// them.
public struct JSONLines: PieceFormat {
  /// "jsonl".
  public let name = "jsonl"
  /// The line for `newsroom formats`.
  public let summary = "JSON Lines: one story per line, files of any size"
  /// The extensions of JSON Lines.
  public let fileExtensions = ["jsonl", "ndjson", "jsonlines", "jl"]
  /// How the words are written: in JSON strings.
  public let writing = SourceWriting.json

  /// Changes with the names of fields, which change what is read.
  public var edition: String { "3 " + fields.signature }

  /// A story's place is the byte at which its line begins.
  public let ordinalsArePlaces = true

  private let fields: RecordFields

  /// Makes the format, with a directory's own names for the fields.
  public init(fields: RecordFields = RecordFields()) {
    self.fields = fields
  }

  /// Whether the first line is a complete object and a second line exists.
  public func recognises(_ source: Source) -> Bool {
    let head = source.bytes.prefix(65_536)
    guard head.first == UInt8(ascii: "{"), let end = head.firstIndex(of: 0x0A), end + 1 < head.count else {
      return false
    }
    let line = head[..<end].last { $0 != 0x20 && $0 != 0x0D }
    return line == UInt8(ascii: "}") && head[end + 1] == UInt8(ascii: "{")
  }

  /// Reads every line.
  public func read(_ source: Source) -> Reading {
    var reading = Reading()
    var line = 0
    var start = source.bytes.startIndex
    while start < source.bytes.endIndex {
      let end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.endIndex
      line += 1
      let found = read(record: source.bytes[start..<end], of: source.path, at: start, line: line)
      reading.stories += found.stories
      reading.problems += found.problems
      start = end + 1
    }
    return reading
  }

  /// Cuts a file into lines.
  public func cutter(of path: String, from start: PieceStart, limit: Int) -> any PieceCutter {
    LineCutter(from: start, limit: limit)
  }

  /// Every line is complete in itself.
  public func reader(of path: String, in surroundings: Surroundings) -> (any PieceReader)? {
    JSONLinesReader(format: self, path: path)
  }

  /// Whether the last line had ended.
  public func goesOn(after former: ArraySlice<UInt8>, with new: ArraySlice<UInt8>) -> Bool {
    former.last == 0x0A
  }

  /// Reads one line; a blank one gives nothing.
  func read(record: ArraySlice<UInt8>, of path: String, at offset: Int, line: Int) -> Reading {
    var record = offset == 0 && record.starts(with: [0xEF, 0xBB, 0xBF]) ? record.dropFirst(3) : record
    while let last = record.last, last <= 0x20 { record = record.dropLast() }
    guard !record.isEmpty else { return Reading() }
    return RecordReader(fields: fields, format: name, path: path).read(record, at: offset, line: line)
  }
}

/// Reads the lines of one file.
private struct JSONLinesReader: PieceReader {
  let format: JSONLines
  let path: String

  func read(_ bytes: ArraySlice<UInt8>, of piece: Piece, sharesName: Bool) -> Reading {
    format.read(record: bytes, of: path, at: piece.range.lowerBound, line: piece.line)
  }
}
