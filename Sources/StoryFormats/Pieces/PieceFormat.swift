public import Stories

/// A format whose files may be larger than memory: a file is cut into pieces, and each piece is read
/// separately.
public protocol PieceFormat: StoryFormat {
  /// Files up to this size, in bytes, are read whole.
  var largestWhole: Int { get }
  /// Whether stories are identified by the bytes of their pieces even if their file is read whole.
  var ordinalsArePlaces: Bool { get }
  /// Whether the text around the pieces describes all of them, and so must be collected first.
  var needsSurroundings: Bool { get }
  /// Whether two pieces of one file may have the same identifier although they are different stories.
  var mayShareNames: Bool { get }

  /// Whether a file with this beginning can be cut; one that can't is read whole or not at all.
  func canCut(_ beginning: Source) -> Bool
  /// Makes a cutter for a file.
  func cutter(of path: String, from start: PieceStart, limit: Int) -> any PieceCutter
  /// Makes a reader for the pieces of a file; nil if that turns out to be impossible.
  func reader(of path: String, in surroundings: Surroundings) -> (any PieceReader)?
  /// Whether a file that was read to its end and then grew may be read from that end.
  ///
  /// - Parameters:
  ///   - former: the last bytes that were read.
  ///   - new: the first bytes after them.
  func goesOn(after former: ArraySlice<UInt8>, with new: ArraySlice<UInt8>) -> Bool
}

extension PieceFormat {
  /// 1 MiB.
  public var largestWhole: Int { 1 << 20 }
  /// Most formats count stories.
  public var ordinalsArePlaces: Bool { false }
  /// Most pieces are complete in themselves.
  public var needsSurroundings: Bool { false }
  /// Most identifiers belong to one story.
  public var mayShareNames: Bool { false }
  /// Most files can be cut.
  public func canCut(_ beginning: Source) -> Bool { true }
  /// Most files can't be continued.
  public func goesOn(after former: ArraySlice<UInt8>, with new: ArraySlice<UInt8>) -> Bool { false }
}

/// A part of a file that is read separately: a record, a message, an item.
public struct Piece: Hashable, Sendable {
  /// Its range of bytes in the uncompressed file.
  public var range: Range<Int>
  /// Its first line, from 1.
  public var line: Int

  /// Makes a piece.
  public init(_ range: Range<Int>, line: Int) {
    self.range = range
    self.line = line
  }
}

/// Where to begin cutting a file.
public struct PieceStart: Hashable, Sendable {
  /// The first byte to examine.
  public var offset: Int
  /// Its line, from 1.
  public var line: Int
  /// Whether a piece is known to begin here.
  public var isPiece: Bool

  /// Makes a start, by default at the beginning of a file.
  public init(offset: Int = 0, line: Int = 1, isPiece: Bool = false) {
    self.offset = offset
    self.line = line
    self.isPiece = isPiece
  }
}

/// What a cutter found in a block of bytes.
public struct Cuts: Sendable {
  /// The pieces that ended, in file order.
  public var pieces: [Piece] = []
  /// Bytes that were skipped because a piece was too long.
  public var passedOver: [Range<Int>] = []
  /// Problems, with their lines.
  public var problems: [(line: Int, reason: String)] = []

  /// Starts empty.
  public init() {}
}

/// Finds where the pieces of a file begin and end as its bytes arrive, in linear time and bounded memory.
public protocol PieceCutter: Sendable {
  /// The first byte that it needs to see again: the beginning of the unfinished piece.
  var needed: Int { get }
  /// The line it has reached, from 1.
  var line: Int { get }
  /// Examines bytes; those from `needed` on may have been seen before.
  ///
  /// - Parameters:
  ///   - bytes: what follows the bytes before `offset`, with more at its end than last time.
  ///   - offset: the position of the first of them in the file.
  ///   - isLast: whether the file ends with them.
  mutating func cut(_ bytes: ArraySlice<UInt8>, at offset: Int, isLast: Bool, into cuts: inout Cuts)
}

/// Reads the pieces of one file.
public protocol PieceReader: Sendable {
  /// Reads one piece; its stories get its place.
  ///
  /// - Parameters:
  ///   - bytes: the piece's bytes.
  ///   - piece: its place in the file.
  ///   - sharesName: whether another story turned out to have the same identifier.
  func read(_ bytes: ArraySlice<UInt8>, of piece: Piece, sharesName: Bool) -> Reading
}

/// The bytes of a file around its pieces.
public struct Surroundings: Sendable {
  /// The most bytes to keep.
  public static let maximum = 4 << 20

  /// The first bytes of the file, as `StoryFormat.recognises` saw them.
  public var beginning: [UInt8] = []
  /// The bytes before the first piece.
  public private(set) var head: [UInt8] = []
  /// The bytes after it that belong to no piece, except white space.
  public private(set) var rest: [UInt8] = []
  /// Whether there was more than is kept.
  public private(set) var isCut = false
  private var hasPieces = false

  /// Starts empty.
  public init() {}

  /// Collects the bytes outside the pieces of a block; blocks come in order.
  public mutating func add(_ bytes: ArraySlice<UInt8>, at offset: Int, around cuts: Cuts) {
    var place = offset
    let pieces = (cuts.pieces.map { ($0.range, true) } + cuts.passedOver.map { ($0, false) })
      .sorted { $0.0.lowerBound < $1.0.lowerBound }
    for (range, isPiece) in pieces {
      keep(bytes, from: place - offset, to: range.lowerBound - offset)
      place = max(place, range.upperBound)
      hasPieces = hasPieces || isPiece
    }
    keep(bytes, from: place - offset, to: bytes.count)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>, from start: Int, to end: Int) {
    guard start < min(end, bytes.count) else { return }
    let run = bytes[(bytes.startIndex + start)..<(bytes.startIndex + min(end, bytes.count))]
    guard !hasPieces || run.contains(where: { $0 > 0x20 }) else { return }
    let room = Self.maximum - head.count - rest.count
    if run.count > room { isCut = true }
    if hasPieces { rest += run.prefix(room) } else { head += run.prefix(room) }
  }
}
