internal import Database
public import Stories
public import StoryFormats
internal import Synchronization
internal import System
internal import Words

extension Library {
  /// Opens a story: reads its file, resolves its references, and gathers its related stories.
  ///
  /// - Throws: `LibraryError` if the story or its file no longer exists.
  public func open(_ id: StoryID) throws(LibraryError) -> OpenedStory {
    let (story, listing) = try resolved(id)
    let (related, place) = try read { db in
      (
        try RelatedStories(db: db, story: story, languages: languages).all(),
        try Row.fetchOne(
          db, sql: "SELECT place, nearby FROM marks.mark WHERE story = ?", arguments: [id.databaseValue]
        ).map { ReadingPlace(share: $0.double(0) ?? 0, words: $0.text(1) ?? "") }
      )
    }
    var opened = OpenedStory(
      story: naming(related, in: embedding(in: story)), listing: listing, related: related,
      place: place ?? .beginning)
    if !story.wire.isQuiet(at: WallClock.seconds) { opened.clips = clips(of: id) }
    return opened
  }

  /// The story with the headlines of stories that its front matter names by path or slug.
  private func naming(_ related: [Related], in story: Story) -> Story {
    var story = story
    for index in story.references.indices {
      let reference = story.references[index]
      guard reference.position != nil, reference.label != nil, reference.text == reference.target,
        reference.naming == .slug || reference.naming == .path, let id = reference.story,
        let listing = related.lazy.compactMap(\.listing).first(where: { $0.id == id }),
        !listing.headline.isEmpty
      else { continue }
      story.references[index].text = listing.headline
    }
    return story
  }

  /// A story with its references resolved, but without related stories.
  public func story(_ id: StoryID) throws(LibraryError) -> Story {
    try resolved(id).story
  }

  /// The words of a story, standfirst first; empty if they must not be shown, or not yet.
  public func text(of id: StoryID) throws(LibraryError) -> String {
    let story = try unresolved(id).story
    guard !story.wire.isQuiet(at: WallClock.seconds) else { return "" }
    return (story.standfirst.map { $0 + "\n\n" } ?? "") + story.text
  }

  /// The current content of a story's file, or only the story's piece if the file is read in pieces.
  public func source(of id: StoryID) throws(LibraryError) -> Source {
    let place = try location(of: id)
    let path = place.listing.path
    guard let format = pieceFormat(of: place) else { return try source(at: path) }
    // A story that has dropped out of its file can't be shown from it.
    guard let number = place.number else { return Source(path: path, bytes: []) }
    return Source(path: path, bytes: Array(try piece(at: number, of: path, format).bytes))
  }

  private func source(at path: String) throws(LibraryError) -> Source {
    let content = try SafeFile(root: root).read(path)
    return Source(
      path: path, bytes: content.bytes, modified: Timestamp(seconds: content.modified / 1_000_000_000))
  }

  private func format(named name: String?) -> (any StoryFormat)? {
    formats.first { $0.name == name }
  }

  private func resolved(_ id: StoryID) throws(LibraryError) -> (story: Story, listing: Listing) {
    let (story, listing) = try unresolved(id)
    return (try read { db in try ReferenceResolver(db: db).resolved(story) }, listing)
  }

  /// A story as its file has it now, with references unresolved.
  func unresolved(_ id: StoryID) throws(LibraryError) -> (story: Story, listing: Listing) {
    let place = try location(of: id)
    guard var story = try read(place, id: id)?.assumingZone() else {
      throw .storyIsGone(path: place.listing.path)
    }
    // Its file may have changed since the copy for strangers was made.
    if audience == .everybody, story.wire.isQuiet(at: WallClock.seconds) {
      throw .storyIsGone(path: place.listing.path)
    }
    story.id = id
    let isOfFeed = format(named: place.format)?.keepsWhatLeaves == true
    if isOfFeed, let desk = place.listing.section, desk != story.desk { story.section = desk }
    if story.section == nil { story.section = place.listing.section ?? story.desk }
    if story.section?.isEmpty == true { story.section = nil }
    if let status = place.status, status != .usable {
      (story.wire.status, story.headline) = (status, place.listing.headline)
    }
    if story.wire.isHeld { story.withhold() }
    return (story, place.listing)
  }

  private func read(_ place: Place, id: StoryID) throws(LibraryError) -> Story? {
    let path = place.listing.path
    guard let number = place.number else { return archive.story(place.owner, path: path) }
    // Stories of a feed are in the archive, so the whole feed need not be read for one of them.
    if format(named: place.format)?.keepsWhatLeaves == true,
      let story = archive.story(place.owner, path: path)
    {
      return story
    }
    if let format = pieceFormat(of: place) { return try story(in: place, at: number, format) }
    guard let stories = try stories(in: path, format(named: place.format)) else { return nil }
    let isHere = stories.indices.contains(number) && stories[number].id == place.owner
    if isHere { return stories[number] }
    return stories.first { $0.id == place.owner }
      ?? (stories.indices.contains(number) ? stories[number] : nil)
  }

  /// The stories of a file that is read whole; nil if it is no story.
  ///
  /// A story alone in its file is remembered, because whoever opens it is also told what is alike and how far
  /// it was read; so are those of a book, because another chapter is likely to be opened next.
  private func stories(in path: String, _ known: (any StoryFormat)?) throws(LibraryError) -> [Story]? {
    guard let known else {
      let source = try source(at: path)
      return format(for: source)?.read(source).stories
    }
    let file = try SafeFile(root: root).opened(path)
    let last = lastFile.withLock { $0 }
    if let last, last.path == path, last.size == file.size, last.modified == file.modified {
      return last.stories
    }
    let stories = known.read(try source(at: path)).stories
    guard known.isReadInOrder || stories.count == 1, LastFile.isSettled(modified: file.modified) else {
      return stories
    }
    lastFile.withLock {
      $0 = LastFile(path: path, size: file.size, modified: file.modified, stories: stories)
    }
    return stories
  }

  /// The format of a file that is read in pieces; nil for any other.
  private func pieceFormat(of place: Place) -> (any PieceFormat)? {
    guard let format = format(named: place.format) as? any PieceFormat else { return nil }
    return place.isInPieces || format.ordinalsArePlaces ? format : nil
  }

  /// Reads the story in a piece of a file.
  private func story(in place: Place, at number: Int, _ format: any PieceFormat) throws(LibraryError)
    -> Story?
  {
    let (bytes, piece, reader) = try piece(at: number, of: place.listing.path, format)
    let stories = reader.read(bytes, of: piece, sharesName: false).stories
    if let story = stories.first(where: { $0.id == place.owner }) { return story }
    let others = format.mayShareNames ? reader.read(bytes, of: piece, sharesName: true).stories : []
    return others.first { $0.id == place.owner } ?? stories.first
  }

  /// The place of a story, or of an earlier version.
  private struct Place {
    var listing: Listing
    /// Its number among the file's stories, or the byte it begins at; nil if it has dropped out of the file.
    var number: Int?
    var format: String?
    /// Whether its file is read in pieces.
    var isInPieces: Bool
    /// The id it has in its file.
    var owner: StoryID
    /// The status given by a later version.
    var status: Wire.Status?
  }

  /// The folded words of a story as its file has them now; nil if it can't be read.
  ///
  /// For callers that are already inside a transaction.
  func words(of id: StoryID, in db: Connection) throws -> IndexEntry.Words? {
    guard let place = try location(of: id, in: db), let story = try? read(place, id: id) else { return nil }
    return IndexEntry(story).foundBy
  }

  private func location(of id: StoryID) throws(LibraryError) -> Place {
    let found = try read { db in try location(of: id, in: db) }
    guard let found else { throw .noStory(id: id.description) }
    return found
  }

  private func location(of id: StoryID, in db: Connection) throws -> Place? {
    guard let listing = try WindowRows.listing(of: id, in: db) else { return nil }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT story.ordinal, format, story.id, NULL, lines FROM story JOIN file ON file.id = story.file
        WHERE story.id = :id
        UNION ALL
        SELECT edition.ordinal, format, edition.story, story.status, lines FROM edition
        JOIN file ON file.id = edition.file LEFT JOIN story ON story.id = edition.story WHERE edition.id = :id
        """,
      arguments: [id.databaseValue])
    return Place(
      listing: listing, number: row?.int(0), format: row?.text(1),
      isInPieces: row?.int(4) != nil,
      owner: row?.integer(2).map(StoryID.init(databaseValue:)) ?? id,
      status: row?.text(3).flatMap(Wire.Status.init))
  }
}

/// The stories of the file opened last, and the state of that file.
struct LastFile: Sendable {
  let path: String
  let size: Int
  /// In nanoseconds since 1970.
  let modified: Int64
  let stories: [Story]

  /// Whether another change would give the file another time: some file systems count in steps of two seconds.
  static func isSettled(modified: Int64) -> Bool { modified / 1_000_000_000 + 2 <= WallClock.seconds }
}

/// Gathers the stories for READ MORE.
struct RelatedStories {
  /// The most stories listed for linking here.
  private static let maximumLinking = 20
  /// The most entries.
  private static let maximum = 100

  let db: Connection
  let story: Story
  /// The reader's languages; see `Library.Configuration.languages`.
  var languages: [String] = []

  /// The entries, best first, without duplicates and without the story itself.
  func all() throws -> [Related] {
    var seen: Set<StoryID> = [story.id]
    var named: Set<String> = []
    var entries: [Related] = []
    var later: [Related] = []
    func add(_ related: Related, to list: inout [Related]) {
      if let id = related.listing?.id {
        guard seen.insert(id).inserted else { return }
      } else if !named.insert(SearchText.fold(related.title) + "\n" + (related.target ?? "")).inserted {
        return
      }
      list.append(related)
    }
    for (other, language) in try Translations(db: db, wanted: languages).all(of: story) {
      add(
        Related(
          reason: .translation, title: other.headline, text: other.teaser, listing: other,
          language: language),
        to: &entries)
    }
    let marked = story.references.indices.sorted { rank($0) < rank($1) }
    for index in marked where story.references[index].label != nil {
      add(try entry(for: index, reason: .readMore), to: &entries)
    }
    for teaser in story.teasers { add(try entry(for: teaser), to: &entries) }
    for index in story.references.indices where story.references[index].label == nil {
      let entry = try entry(for: index, reason: .linkedHere)
      add(entry, to: &later)
    }
    entries += later
    for id in try ReferenceResolver(db: db).stories(linkingTo: story, limit: Self.maximumLinking) {
      guard let listing = try WindowRows.listing(of: id, in: db) else { continue }
      add(
        Related(reason: .linksHere, title: listing.headline, text: listing.teaser, listing: listing),
        to: &entries)
    }
    for edition in try versions() {
      add(
        Related(reason: .version, title: edition.headline, text: edition.teaser, listing: edition),
        to: &entries)
    }
    let sorted = entries.enumerated().sorted {
      ($0.element.reason, $0.element.isProbable ? 1 : 0, $0.offset)
        < ($1.element.reason, $1.element.isProbable ? 1 : 0, $1.offset)
    }
    return Array(sorted.map(\.element).prefix(Self.maximum))
  }

  /// The other versions of the story with different words, newest first.
  private func versions() throws -> [Listing] {
    let all = try Versions(db: db).all(of: story.id)
    var seen = Set(all.first { $0.listing.id == story.id }.map { [$0.print] } ?? [])
    return all.filter { $0.listing.id != story.id && seen.insert($0.print).inserted }.map(\.listing)
  }

  /// The stories that it announces or links to, and those that link to it; one may be both.
  func linked() throws -> [(listing: Listing, isTarget: Bool)] {
    let named =
      story.references.prefix(Self.maximum).compactMap(\.story)
      + story.teasers.prefix(Self.maximum).compactMap(\.story)
    let linking = try ReferenceResolver(db: db).stories(linkingTo: story, limit: Self.maximumLinking)
    return try Set(named).map { ($0, true) }.compactMap(listed)
      + linking.map { ($0, false) }.compactMap(listed)
  }

  private func listed(_ id: StoryID, isTarget: Bool) throws -> (listing: Listing, isTarget: Bool)? {
    try WindowRows.listing(of: id, in: db).map { ($0, isTarget) }
  }

  private func rank(_ index: Int) -> Int {
    (story.references[index].position ?? 0) * 10_000 + min(index, 9_999)
  }

  private func entry(for index: Int, reason: Related.Reason) throws -> Related {
    let reference = story.references[index]
    if let id = reference.story ?? reference.probably, let listing = try WindowRows.listing(of: id, in: db) {
      return Related(
        reason: reason, title: listing.headline, text: listing.teaser, listing: listing, reference: index,
        isProbable: reference.story == nil)
    }
    return Related(
      reason: reference.kind == .outside ? .outside : .notHere, title: reference.text,
      target: reference.target,
      reference: index)
  }

  private func entry(for teaser: Teaser) throws -> Related {
    if let id = teaser.story ?? teaser.probably, let listing = try WindowRows.listing(of: id, in: db) {
      // A teaser must not show the words of a story that must not be shown.
      let isQuiet = listing.status != .usable || listing.isEarly(at: WallClock.seconds)
      let text = teaser.text.isEmpty || isQuiet ? listing.teaser : teaser.text
      return Related(
        reason: .readMore, title: listing.headline, text: text, listing: listing,
        isProbable: teaser.story == nil)
    }
    return Related(reason: .notHere, title: teaser.title, text: teaser.text, target: teaser.target)
  }
}
