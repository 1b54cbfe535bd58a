internal import Stories
internal import StoryFormats

/// What a part of a file gave, made ready on the threads that read.
struct PartReading: Sendable {
  /// What the names of a story in a feed are told by, and what of it is kept.
  struct Named: Sendable {
    let id: StoryID
    let piece: Piece
    let bearer: NameBearer
    /// Nil where it has no name to be kept by.
    let record: Archive.Record?
  }

  var reading: EntryReading
  /// One for every entry, in files whose stories may share names.
  private(set) var named: [Named] = []
  /// The part itself, for such files.
  private var chunk: PieceStream.Chunk?
  /// Bytes that were gone through for it.
  let bytes: Int

  init(_ chunk: PieceStream.Chunk, by reader: any PieceReader, of format: any PieceFormat) {
    bytes = chunk.consumed
    var reading = Reading(problems: chunk.problems)
    for piece in chunk.cuts.pieces {
      let found = reader.read(chunk.bytes(of: piece), of: piece, sharesName: false)
      reading.stories += found.stories
      reading.problems += found.problems
      guard format.mayShareNames else { continue }
      named += found.stories.map { story in
        let isKept = format.keepsWhatLeaves && story.identifier != nil
        return Named(
          id: story.id, piece: piece, bearer: NameBearer(story),
          record: isKept ? Archive.Record(story) : nil)
      }
    }
    self.reading = EntryReading(reading)
    if format.mayShareNames { self.chunk = chunk }
  }

  /// The story at an index, as it is without the name that another story has, too.
  func renamed(_ index: Int, by reader: any PieceReader) -> Story? {
    guard let chunk else { return nil }
    let piece = named[index].piece
    let headline = reading.entries[index].headline
    let stories = reader.read(chunk.bytes(of: piece), of: piece, sharesName: true).stories
    return stories.first { $0.headline.hasPrefix(headline) } ?? stories.first
  }
}

/// The names that the stories of a feed carry while it is read piece by piece, as `FeedStories` has them of a whole one.
struct FeedLedger {
  private var bearers: [StoryID: NameBearer] = [:]

  /// Whether a story of that name was met.
  func has(_ id: StoryID) -> Bool { bearers[id] != nil }

  /// Settles who is who in the next part of the file, and gives what of it is to be kept.
  mutating func settle(_ part: inout PartReading, by reader: any PieceReader) -> [Archive.Record] {
    guard !part.named.isEmpty else { return [] }
    var entries: [IndexEntry] = []
    var records: [Archive.Record] = []
    for (index, story) in part.named.enumerated() {
      let former = bearers[story.id]
      if let former, !story.bearer.isSame(as: former) {
        // A name that several stories share names none of them.
        guard let other = part.renamed(index, by: reader), bearers[other.id] == nil else { continue }
        bearers[other.id] = NameBearer(other)
        entries.append(IndexEntry(other))
        continue
      }
      if let former, story.record == nil || story.bearer.isOlder(than: former) { continue }
      bearers[story.id] = story.bearer
      entries.append(part.reading.entries[index])
      if let record = story.record { records.append(record) }
    }
    part.reading.entries = entries
    return records
  }
}
