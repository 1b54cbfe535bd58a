internal import GRDB
internal import Glibc
internal import Stories
internal import StoryFormats

extension Refresh {
  /// Bytes that are read before they are written.
  private static let batch = 16 << 20
  /// Reads a file of records of any size piece by piece, in bounded memory, and writes as it goes.
  ///
  /// A file that has only grown since it was read last is read from where it ended.
  mutating func writeRecords(
    _ result: FileReader.Result, of format: any RecordFormat, progress: (IndexProgress) -> Continuation
  ) throws(LibraryError) {
    var result = result
    let file: SafeFile.Opened
    do {
      file = try SafeFile(root: library.root).opened(result.path)
    } catch {
      guard case .unreadable(_, let reason) = error else { throw error }
      result.format = FileReader.unreadable
      result.problems = [Problem(path: result.path, reason: "it can't be read: \(reason)")]
      var batch = [result]
      return try flush(&batch)
    }
    (result.size, result.modified) = (file.size, file.modified)
    let known = try ending(of: result)
    let start = known.flatMap { Self.start(of: file, after: $0) }
    let chunks = RecordChunks(file, path: result.path, start: start)
    let record = try write { writer throws in try writer.begin(result, isContinued: start != nil) }
    let ahead = ReadAhead(
      source: { chunks.next().map { .init($0, bytes: $0.bytes.count) } },
      read: { (reading: EntryReading(format.read($0)), bytes: $0.consumed) })
    defer { ahead.stop() }
    var readings: [EntryReading] = []
    var (written, pending) = (0, 0)
    var goesOn = true
    while goesOn, let (reading, bytes) = ahead.next() {
      state.bytes += bytes
      readings.append(reading)
      pending += bytes
      // The first ones at once, so that the list has something to show.
      if pending >= (written == 0 ? Self.batch / 16 : Self.batch) {
        pending = 0
        written += try add(&readings, to: record, result)
        state.added = summary.added + max(0, written - record.before)
        goesOn = progress(state) == .goOn
      }
    }
    written += try add(&readings, to: record, result)
    summary.changed += min(record.before, written)
    summary.added += max(0, written - record.before)
    summary.removed += max(0, record.before - written)
    summary.bytes = state.bytes
    guard goesOn else { return }
    let sum = chunks.sum
    result.hash = sum.hash
    let finished = result
    try write { writer throws in try writer.finish(record, finished, lines: sum.lines) }
  }

  private mutating func add(
    _ readings: inout [EntryReading], to record: RecordFile, _ result: FileReader.Result
  )
    throws(LibraryError) -> Int
  {
    guard !readings.isEmpty else { return 0 }
    let batch = readings
    readings = []
    return try write { writer throws in try writer.add(batch, to: record, modified: result.modified) }
  }

  /// Where a file ended when it was read last.
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

  /// Where to go on reading: at the former end, if all before it is as it was and ends with a line.
  private static func start(of file: SafeFile.Opened, after ending: Ending) -> (
    offset: Int, line: Int, hash: Fingerprint.Stream
  )? {
    // The hash of a packed file is of what it unpacks to, and such a file is not simply added to.
    guard file.size > ending.size, !ByteStream.isPacked(file.descriptor) else { return nil }
    var hash = Fingerprint.Stream()
    var bytes = [UInt8](repeating: 0, count: 256 << 10)
    var offset = 0
    var last: UInt8 = 0
    while offset < ending.size {
      let count = pread(file.descriptor, &bytes, min(bytes.count, ending.size - offset), off_t(offset))
      guard count > 0 else { return nil }
      hash.add(bytes[..<count])
      last = bytes[count - 1]
      offset += count
    }
    guard last == 0x0A, Int64(bitPattern: hash.value.folded) == ending.hash else { return nil }
    return (ending.size, ending.lines + 1, hash)
  }
}
