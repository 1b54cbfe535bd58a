internal import Database
internal import Stories
internal import StoryFormats
internal import System

extension Refresh {
  /// The bytes to read before writing.
  private static let batch = 12 << 20
  /// How many stories are loaded from the archive at once.
  private static let page = 200

  /// Reads a file of any size in pieces and in bounded memory, and writes as it goes.
  ///
  /// If the file has only grown since it was last read, only the new part is read.
  mutating func writePieces(
    _ result: FileReader.Result, of format: any PieceFormat, progress: (IndexProgress) -> Continuation
  ) throws(LibraryError) {
    var result = result
    let file: SafeFile.Opened
    do {
      file = try SafeFile(root: library.root).opened(result.path)
    } catch {
      guard case .unreadable(_, let reason) = error else { throw error }
      (result.format, result.state) = (nil, .unreadable)
      result.problems = [Problem(path: result.path, reason: "the file can't be read: \(reason)")]
      var batch = [result]
      return try flush(&batch)
    }
    (result.size, result.modified) = (file.size, file.modified)
    // Taken before the stories are read: if the file changes meanwhile, it is read again next time.
    if !ByteStream.isPacked(file.descriptor) {
      result.hash = FileSample.fingerprint(of: file.descriptor, first: file.size)
    }
    let known = try ending(of: result)
    let start = known.flatMap { Self.start(of: file, after: $0, format) }
    guard let pieces = library.pieces(of: file, path: result.path, format, after: start) else {
      let entry = Scanner.Entry(path: result.path, size: result.size, modified: result.modified)
      var batch = [FileReader(library: library, desks: desks).readWhole(entry)]
      return try flush(&batch)
    }
    var record = try write { writer throws in try writer.begin(result, isContinued: start != nil) }
    let (stream, reader) = (pieces.stream, pieces.reader)
    // The archived stories are as large as the feed itself.
    let weight = format.mayShareNames ? 3 : 1
    let desks = DeskNames(library.root, feeds: desks)
    let ahead = ReadAhead(
      source: { stream.next().map { .init($0, bytes: $0.bytes.count * weight) } },
      read: { PartReading($0, by: reader, of: format, desks: desks) })
    defer { ahead.stop() }
    var ledger = FeedLedger()
    var readings: [EntryReading] = []
    var pending = 0
    var goesOn = true
    while goesOn, var part = ahead.next() {
      keep(ledger.settle(&part, by: reader), of: &part, path: result.path)
      state.bytes += part.bytes
      readings.append(part.reading)
      pending += part.bytes
      // Write the first ones at once, so that the list has something to show.
      if pending >= (record.written == 0 ? Self.batch / 16 : Self.batch) {
        pending = 0
        try add(&readings, to: &record, result)
        state.added = summary.added + max(0, record.written - record.replaced)
        goesOn = progress(state) == .goOn
      }
    }
    try add(&readings, to: &record, result)
    if goesOn {
      if format.keepsWhatLeaves { try addWhatLeft(ledger, to: &record, result) }
      let (finished, lines) = (result, stream.lines)
      record = try write { writer throws in try writer.finished(record, finished, lines: lines) }
    }
    summary.changed += min(record.replaced, record.written)
    summary.added += max(0, record.written - record.replaced)
    // Stories that were not reached stay until the next refresh.
    if goesOn { summary.removed += max(0, record.replaced - record.written) }
    summary.bytes = state.bytes
  }

  private mutating func add(
    _ readings: inout [EntryReading], to record: inout PieceFile, _ result: FileReader.Result
  ) throws(LibraryError) {
    guard !readings.isEmpty else { return }
    let (batch, file) = (readings, record)
    readings = []
    record = try write { writer throws in try writer.added(batch, to: file, modified: result.modified) }
  }

  /// Archives the stories of a feed.
  private func keep(_ records: [Archive.Record], of part: inout PartReading, path: String) {
    do {
      try library.archive.keep(records, path: path)
    } catch {
      part.reading.problems.append(FileReader.problem(error, path: path))
    }
  }

  /// Adds the stories that have dropped out of a feed.
  private mutating func addWhatLeft(
    _ ledger: FeedLedger, to record: inout PieceFile, _ result: FileReader.Result
  ) throws(LibraryError) {
    var reading = Reading()
    var left: [StoryID] = []
    do {
      left = try library.archive.left(result.path) { ledger.has($0) }
    } catch {
      reading.problems.append(FileReader.problem(error, path: result.path))
    }
    repeat {
      reading.stories = left.prefix(Self.page).compactMap { id in
        var story = library.archive.story(id, path: result.path)
        story?.place = .left
        return story
      }
      DeskNames(library.root, feeds: desks).name(&reading.stories, areOfFeed: true)
      left.removeFirst(min(Self.page, left.count))
      var readings = [EntryReading(reading)]
      try add(&readings, to: &record, result)
      reading = Reading()
    } while !left.isEmpty
  }

  /// The end of a file when it was last read.
  private struct Ending {
    var size: Int
    var hash: Int64
    var lines: Int
  }

  private func ending(of result: FileReader.Result) throws(LibraryError) -> Ending? {
    try library.read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT size, hash, lines FROM file WHERE path = ? AND format = ?",
        arguments: [result.path, result.format])
      guard let row, let size = row.int(0), let hash = row.integer(1), let lines = row.int(2), size > 0 else {
        return nil
      }
      return Ending(size: size, hash: hash, lines: lines)
    }
  }

  /// Where to start reading: at the former end, if the sample of what was before is unchanged and the last
  /// piece was complete.
  private static func start(
    of file: SafeFile.Opened, after ending: Ending, _ format: any PieceFormat
  ) -> (offset: Int, line: Int)? {
    // A compressed file does not simply grow.
    guard file.size > ending.size, !ByteStream.isPacked(file.descriptor),
      let sample = FileSample.fingerprint(of: file.descriptor, first: ending.size),
      Int64(bitPattern: sample.folded) == ending.hash
    else { return nil }
    func bytes(at offset: Int, atMost count: Int) -> ArraySlice<UInt8> {
      var bytes = [UInt8](repeating: 0, count: count)
      let got = (try? file.descriptor.read(into: &bytes, at: offset)) ?? 0
      return bytes[..<got]
    }
    let former = min(16, ending.size)
    guard
      format.goesOn(
        after: bytes(at: ending.size - former, atMost: former), with: bytes(at: ending.size, atMost: 64 << 10)
      )
    else { return nil }
    return (ending.size, ending.lines + 1)
  }
}
