internal import GRDB
public import Stories
public import StoryFormats

extension Library {
  /// Opens a story: reads its file again, finds what its references mean, and gathers the stories around it.
  ///
  /// - Throws: `LibraryError` when the story or its file is not there any more.
  public func open(_ id: StoryID) throws(LibraryError) -> OpenedStory {
    let (story, listing) = try resolved(id)
    let (related, place) = try read { db in
      (
        try RelatedStories(db: db, story: story).all(),
        try Double.fetchOne(
          db, sql: "SELECT place FROM marks.mark WHERE story = ?", arguments: [id.databaseValue])
      )
    }
    return OpenedStory(story: story, listing: listing, related: related, place: place ?? 0)
  }

  /// One story with its references resolved, without the stories around it.
  public func story(_ id: StoryID) throws(LibraryError) -> Story {
    try resolved(id).story
  }

  /// The file that a story is in, as it is now.
  public func source(of id: StoryID) throws(LibraryError) -> Source {
    try source(at: try location(of: id).listing.path)
  }

  private func source(at path: String) throws(LibraryError) -> Source {
    let content = try SafeFile(root: root).read(path)
    return Source(
      path: path, bytes: content.bytes, modified: Timestamp(seconds: content.modified / 1_000_000_000))
  }

  private func resolved(_ id: StoryID) throws(LibraryError) -> (story: Story, listing: Listing) {
    let (listing, ordinal, formatName) = try location(of: id)
    let source = try source(at: listing.path)
    guard let format = formats.first(where: { $0.name == formatName }) ?? format(for: source) else {
      throw .storyIsGone(path: listing.path)
    }
    let stories = format.read(source).stories
    guard
      let found = stories.first(where: { $0.id == id })
        ?? (stories.indices.contains(ordinal) ? stories[ordinal] : nil)
    else { throw .storyIsGone(path: listing.path) }
    var story = found
    story.id = id
    if story.section == nil, !story.desk.isEmpty { story.section = story.desk }
    return (try read { db in try ReferenceResolver(db: db).resolved(story) }, listing)
  }

  private func location(of id: StoryID) throws(LibraryError) -> (
    listing: Listing, ordinal: Int, format: String?
  ) {
    let found: (Listing, Int, String?)? = try read { db in
      guard let listing = try WindowRows.listing(of: id, in: db) else { return nil }
      let row = try Row.fetchOne(
        db, sql: "SELECT ordinal, format FROM story JOIN file ON file.id = story.file WHERE story.id = ?",
        arguments: [id.databaseValue])
      return (listing, row?.int(0) ?? 0, row?.text(1))
    }
    guard let found else { throw .noStory(id: id.description) }
    return found
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
      } else if !named.insert(Folding.key(related.title) + "\n" + (related.target ?? "")).inserted {
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
    let sorted = entries.enumerated().sorted {
      ($0.element.reason, $0.offset) < ($1.element.reason, $1.offset)
    }
    return Array(sorted.map(\.element).prefix(Self.maximum))
  }

  private func rank(_ index: Int) -> Int {
    (story.references[index].position ?? 0) * 10_000 + min(index, 9_999)
  }

  private func entry(for index: Int, reason: Related.Reason) throws -> Related {
    let reference = story.references[index]
    if let id = reference.story, let listing = try WindowRows.listing(of: id, in: db) {
      return Related(
        reason: reason, title: listing.headline, text: listing.teaser, listing: listing, reference: index)
    }
    return Related(
      reason: reference.kind == .outside ? .outside : .notHere, title: reference.text,
      target: reference.target,
      reference: index)
  }

  private func entry(for teaser: Teaser) throws -> Related {
    if let id = teaser.story, let listing = try WindowRows.listing(of: id, in: db) {
      let text = teaser.text.isEmpty ? listing.teaser : teaser.text
      return Related(reason: .readMore, title: listing.headline, text: text, listing: listing)
    }
    return Related(reason: .notHere, title: teaser.title, text: teaser.text, target: teaser.target)
  }
}
