internal import GRDB
internal import Stories

/// The texts of stories for the refresh that compares them: those that wait to be written at hand, all others
/// from their files.
///
/// Reading is bounded in time for each batch: a thousand copies in one large file would be a thousand
/// readings of it. What is not read then is not compared, and stays apart.
final class TextReader {
  /// So long a batch may read.
  private static let patience = Duration.seconds(4)
  /// So many runs are kept at hand, 8 bytes each.
  private static let room = 1_500_000

  private let library: Library
  private var kept: [Int64: TextRuns] = [:]
  private var size = 0
  private var spent = Duration.zero

  init(_ library: Library) { self.library = library }

  /// A batch begins: texts may have changed.
  func begin() {
    (kept, size, spent) = ([:], 0, .zero)
  }

  /// The runs of the story at a place; nil where its text can't be read, or not in time.
  func runs(at position: Int64, in db: Database, _ waiting: FullText) throws -> TextRuns? {
    if let runs = kept[position] { return runs }
    guard let words = try waiting.words(at: position) ?? read(at: position, in: db) else { return nil }
    let runs = TextRuns(body: words.body, headline: words.headline)
    if size > Self.room { (kept, size) = ([:], 0) }
    size += runs.runs.count
    kept[position] = runs
    return runs
  }

  private func read(at position: Int64, in db: Database) throws -> IndexEntry.Words? {
    guard spent < Self.patience else { return nil }
    let began = ContinuousClock.now
    defer { spent += ContinuousClock.now - began }
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM story WHERE position = ?"), arguments: [position])
    return try id.flatMap { try library.words(of: StoryID(databaseValue: $0), in: db) }
  }
}
