internal import Stories
internal import StoryFormats

/// The stories of a part of a file, prepared on the reading threads.
struct PartReading: Sendable {
  /// What distinguishes a story of a feed from others of its name, and its archived form.
  struct Named: Sendable {
    let id: StoryID
    let piece: Piece
    let bearer: NameBearer
    /// The archived form; nil if the story has no name of its own.
    let record: Archive.Record?
  }

  var reading: EntryReading
  /// One per entry, in files whose stories may share names.
  private(set) var named: [Named] = []
  /// The bytes of the part, for such files.
  private var chunk: PieceStream.Chunk?
  private let desks: DeskNames
  /// The bytes consumed.
  let bytes: Int

  init(
    _ chunk: PieceStream.Chunk, by reader: any PieceReader, of format: any PieceFormat,
    desks: DeskNames
  ) {
    self.desks = desks
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
    desks.name(&reading.stories, areOfFeed: format.keepsWhatLeaves)
    self.reading = EntryReading(reading)
    if format.mayShareNames { self.chunk = chunk }
  }

  /// The story at an index, without a name that another story also has.
  func renamed(_ index: Int, by reader: any PieceReader) -> Story? {
    guard let chunk else { return nil }
    let piece = named[index].piece
    let headline = reading.entries[index].headline
    var stories = reader.read(chunk.bytes(of: piece), of: piece, sharesName: true).stories
    desks.name(&stories, areOfFeed: true)
    return stories.first { $0.headline.hasPrefix(headline) } ?? stories.first
  }
}

/// The names of the stories of a feed that is read in pieces; `FeedStories` does the same for a whole feed.
struct FeedLedger {
  private var bearers: [StoryID: NameBearer] = [:]

  /// Whether a story of that name has been read.
  func has(_ id: StoryID) -> Bool { bearers[id] != nil }

  /// Settles the names in the next part of the file, and returns the stories to archive.
  mutating func settle(_ part: inout PartReading, by reader: any PieceReader) -> [Archive.Record] {
    guard !part.named.isEmpty else { return [] }
    var entries: [IndexEntry] = []
    var records: [Archive.Record] = []
    for (index, story) in part.named.enumerated() {
      let former = bearers[story.id]
      if let former, !story.bearer.isSame(as: former) {
        // A name that several stories share identifies none of them.
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
