internal import Glibc
internal import Stories
internal import StoryFormats
internal import Synchronization

/// A file of records cut into pieces of whole lines, read one piece at a time, however large the file is.
final class RecordChunks: Sendable {
  /// Some lines, and where they stand in the file, unpacked.
  struct Chunk: Sendable {
    var path: String
    var bytes: [UInt8]
    /// The first line's first byte.
    var offset: Int
    /// The first line's number, from 1.
    var line: Int
    /// What was met on the way: a line too long, a damaged end.
    var problems: [Problem] = []
    /// Bytes that were gone through for it, lines passed over among them.
    var consumed = 0
  }

  /// How much is read at once, in bytes.
  private static let size = 512 << 10
  private static let blank = [UInt8](repeating: 0, count: size)
  /// The longest line that is read; longer ones are passed over.
  static let maximumLine = 16 << 20

  private struct State: ~Copyable {
    let stream: ByteStream
    var rest: [UInt8] = []
    var offset: Int
    var line: Int
    var isSkipping = false
    var isOver = false
    var hash: Fingerprint.Stream
    var total: Int
  }

  private let path: String
  private let state: Mutex<State>

  /// Takes an open file, and closes it in the end.
  ///
  /// - Parameter start: where to begin in a file that is not packed, with the line and the hash there.
  init(
    _ file: SafeFile.Opened, path: String, start: (offset: Int, line: Int, hash: Fingerprint.Stream)? = nil
  ) {
    self.path = path
    let stream = ByteStream(file.descriptor)
    if let start { stream.seek(to: start.offset) }
    state = Mutex(
      State(
        stream: stream, offset: start?.offset ?? 0, line: start?.line ?? 1,
        hash: start?.hash ?? Fingerprint.Stream(), total: start?.offset ?? 0))
  }

  /// The hash of all that was read, how many bytes that was, and how many lines, once the last piece was taken.
  var sum: (hash: Fingerprint, bytes: Int, lines: Int) {
    state.withLock { ($0.hash.value, $0.total, $0.line - 1) }
  }

  /// The next piece; nil at the end.
  func next() -> Chunk? {
    state.withLock { state -> Chunk? in
      guard !state.isOver else { return nil }
      var chunk = Chunk(path: path, bytes: [], offset: state.offset, line: state.line)
      while true {
        let before = state.rest.count
        state.rest += Self.blank
        var count = 0
        do throws(ByteStream.Failure) {
          count = try state.stream.read(into: &state.rest, from: before)
        } catch {
          chunk.problems.append(
            Problem(path: path, line: state.line, reason: "\(error.reason); what was read before is kept"))
        }
        state.rest.removeLast(Self.size - count)
        state.hash.add(state.rest[before...])
        state.total += count
        chunk.consumed += count
        if count == 0 {
          state.isOver = true
          if state.isSkipping { state.rest = [] }
          return Self.finish(&chunk, upTo: state.rest.count, &state)
        }
        if state.isSkipping {
          guard let end = LineEnds.first(in: state.rest[...]) else {
            state.offset += state.rest.count
            state.rest = []
            continue
          }
          state.rest.removeSubrange(...end)
          state.offset += end + 1
          state.line += 1
          state.isSkipping = false
          (chunk.offset, chunk.line) = (state.offset, state.line)
        }
        let new = state.rest[min(before, state.rest.count)...]
        if let end = new.lastIndex(of: 0x0A) {
          return Self.finish(&chunk, upTo: end + 1, &state)
        }
        if state.rest.count > Self.maximumLine {
          chunk.problems.append(
            Problem(
              path: path, line: state.line, reason: "the record is longer than \(Self.maximumLine >> 20) MB"))
          state.offset += state.rest.count
          state.rest = []
          state.isSkipping = true
        }
      }
    }
  }

  private static func finish(_ chunk: inout Chunk, upTo end: Int, _ state: inout State) -> Chunk {
    chunk.bytes = Array(state.rest[..<end])
    state.rest.removeSubrange(..<end)
    state.offset += end
    state.line += LineEnds.count(in: chunk.bytes[...])
    return chunk
  }
}

/// Line ends in bytes, found by the C library, which looks at many bytes at once.
enum LineEnds {
  static func first(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, let found = memchr(start, 0x0A, buffer.count) else { return nil }
      return bytes.startIndex + (UnsafeRawPointer(found) - start)
    }
  }

  static func count(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = bytes
    while let end = first(in: rest) {
      count += 1
      rest = rest[(end + 1)...]
    }
    return count
  }
}

extension RecordFormat {
  /// Reads the records of a piece of a file.
  func read(_ chunk: RecordChunks.Chunk) -> Reading {
    var reading = Reading(problems: chunk.problems)
    var line = chunk.line
    var start = 0
    while start < chunk.bytes.count {
      let end = LineEnds.first(in: chunk.bytes[start...]) ?? chunk.bytes.endIndex
      let found = read(record: chunk.bytes[start..<end], of: chunk.path, at: chunk.offset + start, line: line)
      reading.stories += found.stories
      reading.problems += found.problems
      line += 1
      start = end + 1
    }
    return reading
  }
}
