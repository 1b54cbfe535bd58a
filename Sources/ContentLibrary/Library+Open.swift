internal import GRDB
public import Stories
public import StoryFormats
internal import System
internal import Words

extension Library {
  /// Opens a story: reads its file again, finds what its references mean, and gathers the stories around it.
  ///
  /// - Throws: `LibraryError` when the story or its file is not there any more.
  public func open(_ id: StoryID) throws(LibraryError) -> OpenedStory {
    let (story, listing) = try resolved(id)
    let (related, place) = try read { db in
      (
        try RelatedStories(db: db, story: story).all(),
        try Row.fetchOne(
          db, sql: "SELECT place, nearby FROM marks.mark WHERE story = ?", arguments: [id.databaseValue]
        ).map { ReadingPlace(share: $0.double(0) ?? 0, words: $0.text(1) ?? "") }
      )
    }
    return OpenedStory(
      story: naming(related, in: embedding(in: story)), listing: listing, related: related,
      place: place ?? .beginning)
  }

  /// The story with headlines where its front matter names related stories by a path or a slug.
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

  /// One story with its references resolved, without the stories around it.
  public func story(_ id: StoryID) throws(LibraryError) -> Story {
    try resolved(id).story
  }

  /// The words of a story, its standfirst first; none of one whose words are not to be shown, or not yet.
  public func text(of id: StoryID) throws(LibraryError) -> String {
    let story = try unresolved(id).story
    guard !story.wire.isQuiet(at: WallClock.seconds) else { return "" }
    return (story.standfirst.map { $0 + "\n\n" } ?? "") + story.text
  }

  /// The file that a story is in, as it is now; of a file that is read piece by piece, the story's own piece.
  public func source(of id: StoryID) throws(LibraryError) -> Source {
    let place = try location(of: id)
    let path = place.listing.path
    guard let format = pieceFormat(of: place) else { return try source(at: path) }
    // What left a file is nowhere in it.
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

  /// One story as its file has it now, what its references mean not looked up.
  func unresolved(_ id: StoryID) throws(LibraryError) -> (story: Story, listing: Listing) {
    let place = try location(of: id)
    guard var story = try read(place, id: id)?.assumingZone() else {
      throw .storyIsGone(path: place.listing.path)
    }
    story.id = id
    if story.section == nil, !story.desk.isEmpty { story.section = story.desk }
    if let status = place.status, status != .usable {
      (story.wire.status, story.headline) = (status, place.listing.headline)
    }
    if story.wire.isHeld { story.withhold() }
    return (story, place.listing)
  }

  private func read(_ place: Place, id: StoryID) throws(LibraryError) -> Story? {
    let path = place.listing.path
    guard let number = place.number else { return archive.story(place.owner, path: path) }
    // What a feed carried is in the archive, which spares reading the whole feed for one story.
    if format(named: place.format)?.keepsWhatLeaves == true,
      let story = archive.story(place.owner, path: path)
    {
      return story
    }
    if let format = pieceFormat(of: place) { return try story(in: place, at: number, format) }
    let source = try source(at: path)
    guard let format = format(named: place.format) ?? format(for: source) else { return nil }
    let stories = format.read(source).stories
    let isHere = stories.indices.contains(number) && stories[number].id == place.owner
    if isHere { return stories[number] }
    return stories.first { $0.id == place.owner }
      ?? (stories.indices.contains(number) ? stories[number] : nil)
  }

  /// The format of a file whose stories are found by the places of their pieces; nil for all others.
  private func pieceFormat(of place: Place) -> (any PieceFormat)? {
    guard let format = format(named: place.format) as? any PieceFormat else { return nil }
    return place.isInPieces || format.ordinalsArePlaces ? format : nil
  }

  /// The story in a piece of a file.
  private func story(in place: Place, at number: Int, _ format: any PieceFormat) throws(LibraryError)
    -> Story?
  {
    let (bytes, piece, reader) = try piece(at: number, of: place.listing.path, format)
    let stories = reader.read(bytes, of: piece, sharesName: false).stories
    if let story = stories.first(where: { $0.id == place.owner }) { return story }
    let others = format.mayShareNames ? reader.read(bytes, of: piece, sharesName: true).stories : []
    return others.first { $0.id == place.owner } ?? stories.first
  }

  /// Where a story or an earlier edition of one is.
  private struct Place {
    var listing: Listing
    /// Which of the file's stories it is, or the byte it begins at; nil where it has left the file.
    var number: Int?
    var format: String?
    /// Whether its file was read piece by piece.
    var isInPieces: Bool
    /// The identity it carries in its file.
    var owner: StoryID
    /// What a later version says of its use.
    var status: Wire.Status?
  }

  /// The folded words of a story as its file has them now; nil where it can't be read.
  ///
  /// For whoever is at work with the index already.
  func words(of id: StoryID, in db: Database) throws -> IndexEntry.Words? {
    guard let place = try location(of: id, in: db), let story = try? read(place, id: id) else { return nil }
    return IndexEntry(story).foundBy
  }

  private func location(of id: StoryID) throws(LibraryError) -> Place {
    let found = try read { db in try location(of: id, in: db) }
    guard let found else { throw .noStory(id: id.description) }
    return found
  }

  private func location(of id: StoryID, in db: Database) throws -> Place? {
    guard let listing = try WindowRows.listing(of: id, in: db) else { return nil }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT story.ordinal, format, story.id, NULL, lines FROM story JOIN file ON file.id = story.file WHERE story.id = :id
        UNION ALL
        SELECT edition.ordinal, format, edition.story, story.status, lines FROM edition
        JOIN file ON file.id = edition.file LEFT JOIN story ON story.id = edition.story WHERE edition.id = :id
        """,
      arguments: ["id": id.databaseValue])
    return Place(
      listing: listing, number: row?.int(0), format: row?.text(1),
      isInPieces: row?.int(4) != nil,
      owner: row?.integer(2).map(StoryID.init(databaseValue:)) ?? id,
      status: row?.text(3).flatMap(Wire.Status.init))
  }
}

/// Gathers the READ MORE panel of a story: what it says itself first, then what says it.
struct RelatedStories {
  /// The most stories that are named for linking here.
  private static let maximumLinking = 20
  /// The most entries the panel has.
  private static let maximum = 100

  let db: Database
  let story: Story

  /// The entries, best first, no story twice and never the story itself.
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

  /// The other versions of the story, newest first: those with other words.
  private func versions() throws -> [Listing] {
    let all = try Versions(db: db).all(of: story.id)
    var seen = Set(all.first { $0.listing.id == story.id }.map { [$0.print] } ?? [])
    return all.filter { $0.listing.id != story.id && seen.insert($0.print).inserted }.map(\.listing)
  }

  /// The stories that it announces or links to, and those that link to it, with how sure it is that they carry it on: a
  /// READ MORE does more than a link in passing.
  func linked() throws -> [(listing: Listing, sureness: Float)] {
    var named: [(id: StoryID, sureness: Float)] = []
    for reference in story.references.prefix(Self.maximum) {
      if let id = reference.story { named.append((id, reference.label == nil ? 0.45 : 0.7)) }
    }
    named += story.teasers.prefix(Self.maximum).compactMap(\.story).map { ($0, 0.7) }
    named += try ReferenceResolver(db: db).stories(linkingTo: story, limit: Self.maximumLinking).map {
      ($0, 0.6)
    }
    return try named.compactMap { one in
      try WindowRows.listing(of: one.id, in: db).map { ($0, one.sureness) }
    }
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
      // What others say of a story that is not to be shown is no better than what it says itself.
      let isQuiet = listing.status != .usable || listing.isEarly(at: WallClock.seconds)
      let text = teaser.text.isEmpty || isQuiet ? listing.teaser : teaser.text
      return Related(
        reason: .readMore, title: listing.headline, text: text, listing: listing,
        isProbable: teaser.story == nil)
    }
    return Related(reason: .notHere, title: teaser.title, text: teaser.text, target: teaser.target)
  }
}
