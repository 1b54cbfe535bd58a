internal import Stories
internal import StoryFormats
internal import Synchronization

/// Cuts a file of any size into pieces, a chunk at a time.
final class PieceStream: Sendable {
  /// A part of a file, with the pieces that end in it.
  struct Chunk: Sendable {
    /// The bytes, including those between pieces.
    var bytes: [UInt8]
    /// The offset of the first byte in the uncompressed file.
    var offset: Int
    var cuts: Cuts
    /// Problems found: a piece too long, a damaged end.
    var problems: [Problem]
    /// The bytes consumed.
    var consumed: Int

    /// The bytes of one of its pieces.
    func bytes(of piece: Piece) -> ArraySlice<UInt8> {
      bytes[(piece.range.lowerBound - offset)..<(piece.range.upperBound - offset)]
    }
  }

  /// How much is read at once, in bytes.
  static let block = 512 << 10

  private struct State: ~Copyable {
    let stream: ByteStream
    var cutter: any PieceCutter
    var rest: [UInt8] = []
    /// The offset of `rest` in the file.
    var offset: Int
    var isOver = false
    var total: Int
  }

  private let path: String
  private let limit: Int
  private let blank: [UInt8]
  private let state: Mutex<State>

  /// Cuts an open file.
  ///
  /// - Parameters:
  ///   - start: the byte where to begin, to which the stream was moved.
  ///   - limit: the size of an uncompressed file, so that bytes appended meanwhile wait for the next refresh.
  init(
    _ stream: sending ByteStream, path: String, cutter: any PieceCutter,
    start: Int = 0, limit: Int? = nil, block: Int = PieceStream.block
  ) {
    self.path = path
    self.limit = stream.isPacked ? .max : limit ?? .max
    blank = [UInt8](repeating: 0, count: block)
    state = Mutex(
      State(stream: stream, cutter: cutter, offset: start, total: start))
  }

  /// The lines of everything read, known after the last piece.
  var lines: Int { state.withLock { $0.cutter.line - 1 } }

  /// The next pieces; nil at the end.
  func next() -> Chunk? {
    state.withLock { state -> Chunk? in
      guard !state.isOver else { return nil }
      var chunk = Chunk(bytes: [], offset: state.offset, cuts: Cuts(), problems: [], consumed: 0)
      while !state.isOver {
        let before = state.rest.count
        let wanted = min(blank.count, limit - state.total)
        state.rest += blank
        var count = 0
        do throws(ByteStream.Failure) {
          if wanted > 0 { count = try state.stream.read(into: &state.rest, from: before, atMost: wanted) }
        } catch {
          let reason = "\(error.reason); the stories before that point are read"
          chunk.problems.append(Problem(path: path, line: state.cutter.line, reason: reason))
        }
        state.rest.removeLast(blank.count - count)
        state.total += count
        chunk.consumed += count
        state.isOver = count == 0
        state.cutter.cut(state.rest[...], at: state.offset, isLast: state.isOver, into: &chunk.cuts)
        if state.cutter.needed > state.offset { break }
      }
      let end = state.isOver ? state.rest.count : state.cutter.needed - state.offset
      chunk.bytes = Array(state.rest[..<end])
      state.rest.removeSubrange(..<end)
      state.offset += end
      chunk.problems += chunk.cuts.problems.map { Problem(path: path, line: $0.line, reason: $0.reason) }
      return chunk
    }
  }
}
