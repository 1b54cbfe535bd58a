internal import Database
internal import Stories

/// The texts of stories to be compared in a refresh, from memory if they are waiting to be written, or else
/// from their files.
///
/// Reading time is limited per batch: a thousand copies in one large file would need it to be read a
/// thousand times. Stories that are not read in time are not compared and stay separate.
final class TextReader {
  /// The reading time per batch.
  private static let patience = Duration.seconds(4)
  /// The most runs kept in memory, 8 bytes each.
  private static let room = 1_500_000

  private let library: Library
  private var kept: [Int64: TextRuns] = [:]
  private var size = 0
  private var spent = Duration.zero

  init(_ library: Library) { self.library = library }

  /// Begins a batch, because texts may have changed.
  func begin() {
    (kept, size, spent) = ([:], 0, .zero)
  }

  /// The runs of the story at a position; nil if its text can't be read, or not in time.
  func runs(at position: Int64, in db: Connection, _ waiting: FullText) throws -> TextRuns? {
    if let runs = kept[position] { return runs }
    guard let words = try waiting.words(at: position) ?? read(at: position, in: db) else { return nil }
    let runs = TextRuns(body: words.body, headline: words.headline)
    if size > Self.room { (kept, size) = ([:], 0) }
    size += runs.runs.count
    kept[position] = runs
    return runs
  }

  private func read(at position: Int64, in db: Connection) throws -> IndexEntry.Words? {
    guard spent < Self.patience else { return nil }
    let began = ContinuousClock.now
    defer { spent += ContinuousClock.now - began }
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM story WHERE position = ?"), arguments: [position])
    return try id.flatMap { try library.words(of: StoryID(databaseValue: $0), in: db) }
  }
}
