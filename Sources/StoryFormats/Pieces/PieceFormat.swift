public import Stories

/// A format whose files may be larger than memory: a file is cut into pieces, and each piece is read by itself.
public protocol PieceFormat: StoryFormat {
  /// Files up to this size are read as a whole, in bytes.
  var largestWhole: Int { get }
  /// Whether the stories of a file that is read as a whole stand at the bytes of their pieces, too.
  var ordinalsArePlaces: Bool { get }
  /// Whether what stands around the pieces says something about all of them, so that it is gathered first.
  var needsSurroundings: Bool { get }
  /// Whether two pieces of one file may carry one name, although they are different stories.
  var mayShareNames: Bool { get }

  /// Whether a file that begins so can be cut; one that can't is read as a whole, or not at all.
  func canCut(_ beginning: Source) -> Bool
  /// What cuts a file.
  func cutter(of path: String, from start: PieceStart, limit: Int) -> any PieceCutter
  /// What reads the pieces of a file; nil where that turns out to be impossible.
  func reader(of path: String, in surroundings: Surroundings) -> (any PieceReader)?
  /// Whether a file that was read to its end, and then grew, may be read from that end on.
  ///
  /// - Parameters:
  ///   - former: the last bytes of what was read.
  ///   - new: the first bytes behind it.
  func goesOn(after former: ArraySlice<UInt8>, with new: ArraySlice<UInt8>) -> Bool
}

extension PieceFormat {
  /// 1 MB.
  public var largestWhole: Int { 1 << 20 }
  /// Most count them.
  public var ordinalsArePlaces: Bool { false }
  /// Most pieces say everything themselves.
  public var needsSurroundings: Bool { false }
  /// Most names are one story's.
  public var mayShareNames: Bool { false }
  /// Most files can be cut.
  public func canCut(_ beginning: Source) -> Bool { true }
  /// Most files have no end that could be gone on from.
  public func goesOn(after former: ArraySlice<UInt8>, with new: ArraySlice<UInt8>) -> Bool { false }
}

/// A part of a file that is read by itself: a record, a message, an item.
public struct Piece: Hashable, Sendable {
  /// Its bytes, by their place in the file, unpacked.
  public var range: Range<Int>
  /// The line it begins on, from 1.
  public var line: Int

  /// Names some bytes of a file.
  public init(_ range: Range<Int>, line: Int) {
    self.range = range
    self.line = line
  }
}

/// Where the cutting of a file begins.
public struct PieceStart: Hashable, Sendable {
  /// The first byte that is looked at.
  public var offset: Int
  /// Its line, from 1.
  public var line: Int
  /// Whether a piece is known to begin there.
  public var isPiece: Bool

  /// The beginning of a file, unless another place is named.
  public init(offset: Int = 0, line: Int = 1, isPiece: Bool = false) {
    self.offset = offset
    self.line = line
    self.isPiece = isPiece
  }
}

/// What a cutter found in some bytes.
public struct Cuts: Sendable {
  /// The pieces that ended, in the order of the file.
  public var pieces: [Piece] = []
  /// Bytes that belong to no piece and to nothing around them: what was too long.
  public var passedOver: [Range<Int>] = []
  /// What was wrong, and the line it was met on.
  public var problems: [(line: Int, reason: String)] = []

  /// Nothing found yet.
  public init() {}
}

/// Finds where the pieces of a file begin and end while its bytes come by, in linear time and bounded memory.
public protocol PieceCutter: Sendable {
  /// The first byte it wants to see again: the beginning of the piece that has not ended.
  var needed: Int { get }
  /// The line it has come to, from 1.
  var line: Int { get }
  /// Looks at bytes, of which those from `needed` on may have been seen before.
  ///
  /// - Parameters:
  ///   - bytes: what follows the bytes before `offset`, with more at its end than last time.
  ///   - offset: the place of the first of them in the file.
  ///   - isLast: whether nothing comes behind them.
  mutating func cut(_ bytes: ArraySlice<UInt8>, at offset: Int, isLast: Bool, into cuts: inout Cuts)
}

/// Reads the pieces of one file.
public protocol PieceReader: Sendable {
  /// Reads one piece; stories have its place as theirs.
  ///
  /// - Parameters:
  ///   - bytes: the piece's own bytes.
  ///   - piece: where it stands.
  ///   - sharesName: whether the name it gives itself turned out to be another story's, too.
  func read(_ bytes: ArraySlice<UInt8>, of piece: Piece, sharesName: Bool) -> Reading
}

/// What stands in a file around its pieces.
public struct Surroundings: Sendable {
  /// The most that is kept, in bytes.
  public static let maximum = 4 << 20

  /// The first bytes of the file, as `StoryFormat.recognises` saw them.
  public var beginning: [UInt8] = []
  /// What is before the first piece.
  public private(set) var head: [UInt8] = []
  /// What is behind it, blanks between pieces left out.
  public private(set) var rest: [UInt8] = []
  /// Whether there was more than is kept.
  public private(set) var isCut = false
  private var hasPieces = false

  /// Nothing gathered yet.
  public init() {}

  /// Gathers what is not in the pieces of a part of the file; parts come in order.
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
