internal import Stories
internal import StoryFormats
internal import Synchronization
internal import System

extension Source {
  /// How many bytes are examined to tell what a file is.
  static let beginning = 64 << 10
}

extension Library {
  /// An open file to be read in pieces.
  struct Pieces {
    let stream: PieceStream
    let reader: any PieceReader
  }

  /// Opens a file to read it in pieces; nil if that is impossible.
  func pieces(of path: String, _ format: any PieceFormat) throws(LibraryError) -> Pieces? {
    pieces(of: try SafeFile(root: root).opened(path), path: path, format)
  }

  /// The same for an open file.
  ///
  /// - Parameter start: where to begin, and the number of that line.
  func pieces(
    of file: SafeFile.Opened, path: String, _ format: any PieceFormat,
    after start: (offset: Int, line: Int)? = nil
  ) -> Pieces? {
    guard let reader = reader(of: file, path: path, format) else { return nil }
    let stream = ByteStream(file.descriptor)
    let place = PieceStart(offset: start?.offset ?? 0, line: start?.line ?? 1, isPiece: start != nil)
    stream.seek(to: place.offset)
    return Pieces(
      stream: PieceStream(
        stream, path: path, cutter: format.cutter(of: path, from: place, limit: bounds.piece),
        start: place.offset, limit: file.size, block: bounds.block),
      reader: reader)
  }

  /// The reader of an open file's pieces; if it depends on the whole file, the file is scanned first.
  private func reader(of file: SafeFile.Opened, path: String, _ format: any PieceFormat) -> (any PieceReader)?
  {
    var surroundings = Surroundings()
    guard format.needsSurroundings else { return format.reader(of: path, in: surroundings) }
    let stream = PieceStream(
      ByteStream(file.descriptor), path: path,
      cutter: format.cutter(of: path, from: PieceStart(), limit: bounds.piece), limit: file.size,
      block: bounds.block)
    defer { file.descriptor.seek(to: 0) }
    while let chunk = stream.next() {
      surroundings.beginning += chunk.bytes.prefix(Source.beginning - surroundings.beginning.count)
      surroundings.add(chunk.bytes[...], at: chunk.offset, around: chunk.cuts)
    }
    return format.reader(of: path, in: surroundings)
  }

  /// The same, remembered, because another story of the file is likely to be opened next.
  private func readerAgain(of file: SafeFile.Opened, path: String, _ format: any PieceFormat)
    -> (any PieceReader)?
  {
    let last = lastPieceReader.withLock { $0 }
    if let last, last.path == path, last.size == file.size, last.modified == file.modified {
      return last.reader
    }
    guard let reader = reader(of: file, path: path, format) else { return nil }
    lastPieceReader.withLock {
      $0 = LastPieceReader(path: path, size: file.size, modified: file.modified, reader: reader)
    }
    return reader
  }

  /// The piece that begins at a byte of a file, uncompressed, with its reader.
  ///
  /// - Throws: `LibraryError` if the file can't be read or no piece begins there now.
  func piece(at offset: Int, of path: String, _ format: any PieceFormat) throws(LibraryError) -> (
    bytes: ArraySlice<UInt8>, place: Piece, reader: any PieceReader
  ) {
    let file = try SafeFile(root: root).opened(path)
    let reader = readerAgain(of: file, path: path, format)
    let stream = ByteStream(file.descriptor)
    var isThere = false
    do throws(ByteStream.Failure) {
      isThere = try stream.skip(offset)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    guard isThere, let reader else { throw .storyIsGone(path: path) }
    let start = PieceStart(offset: offset, isPiece: true)
    let pieces = PieceStream(
      stream, path: path, cutter: format.cutter(of: path, from: start, limit: bounds.piece),
      start: offset, block: 64 << 10)
    while let chunk = pieces.next() {
      guard let piece = chunk.cuts.pieces.first else { continue }
      guard piece.range.lowerBound == offset else { break }
      return (chunk.bytes(of: piece), piece, reader)
    }
    throw .storyIsGone(path: path)
  }
}

/// The reader of the file opened last, and the state of that file.
struct LastPieceReader: Sendable {
  let path: String
  let size: Int
  let modified: Int64
  let reader: any PieceReader
}
