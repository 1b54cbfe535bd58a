internal import GRDB
public import Stories

extension Library {
  /// The thread of a story, oldest first, including the story.
  ///
  /// A story joins if two pieces of evidence agree: it is linked with a story of the thread and shares
  /// distinctive words with it, or two stories of the thread point to it. Stories that link to everything
  /// don't count, and a story of the guide joins only threads of the guide.
  ///
  /// - Parameter cancellation: checked between steps.
  /// - Returns: at most twenty stories; the story alone if it has no thread; nil if cancelled.
  public func storyline(
    of id: StoryID, cancellation: Cancellation = Cancellation()
  ) throws(LibraryError) -> [Listing]? {
    guard !cancellation.isCancelled else { return nil }
    guard let start = try read({ db in try WindowRows.listing(of: id, in: db) }) else { return [] }
    let guide = try read { db in try Guide(in: db) }
    let isGuide = try read { db in try guide.has(start.position, in: db) }
    var thread = Thread(start: start)
    while let next = thread.next() {
      guard !cancellation.isCancelled else { return nil }
      // A story that can no longer be opened leads no further.
      guard let story = try? story(next) else { continue }
      let found = try read { db in
        (
          said: try RelatedStories(db: db, story: story).linked(),
          alike: try StoriesAlike(db: db, story: story, cancellation: cancellation).likes(limit: 16) ?? []
        )
      }
      let sides = try read { db in
        try (found.said.map(\.listing.position) + found.alike.map(\.listing.position))
          .reduce(into: [Int64: Bool]()) { $0[$1] = try guide.has($1, in: db) == isGuide }
      }
      let isHub = story.references.count + story.teasers.count > Thread.mostLinks
      for link in found.said where sides[link.listing.position] == true {
        let links = try read { db in try StoryLinks(db: db).targets(of: link.listing.position) }
        thread.add(link.listing, by: next, isLinked: !isHub && links <= Thread.mostLinks)
      }
      // A story that is here because of a link is counted by that link.
      for like in found.alike where like.via == nil && sides[like.listing.position] == true {
        thread.add(like.listing, by: next, likeness: like.score)
      }
      thread.settle()
    }
    return thread.listings
  }
}

/// Which stories are of the guide to the paper, by desk or tag: they link to every thread and belong to none.
private struct Guide {
  private let words: [String]

  init(in db: Database) throws {
    let facets = Facets(db: db)
    words = try facets.words(of: Facet(.tag, "guide")) + facets.words(of: Facet(.desk, "guide"))
  }

  /// Whether the story at a place is one.
  func has(_ position: Int64, in db: Database) throws -> Bool {
    for word in words {
      let sql = "SELECT 1 FROM story WHERE position = ? AND instr(facets, ?) LIMIT 1"
      if try Int.fetchOne(db, sql: sql, arguments: [position, " \(word) "]) != nil { return true }
    }
    return false
  }
}

/// The stories of a thread as they are found, surest first.
private struct Thread {
  /// The most stories in a thread, and the most whose neighbours are looked for.
  private static let most = (stories: 20, steps: 14)
  /// A story with more links is an overview, whose links don't count.
  static let mostLinks = 8
  /// The similarity that confirms a link, that counts as evidence by itself, and that is enough alone.
  static let (shared, strong, alone): (Float, Float, Float) = (0.06, 0.14, 0.4)

  /// The evidence of the thread's stories for another.
  private struct Evidence {
    var listing: Listing
    var links: Set<StoryID> = []
    var likes: [StoryID: Float] = [:]

    /// How surely it belongs to the thread; 0 if it does not.
    var sureness: Float {
      let agreeing = links.compactMap { likes[$0] }.filter { $0 >= Thread.shared }
      let strong = likes.filter { $0.value >= Thread.strong }
      let best = likes.values.max() ?? 0
      let members = links.union(strong.keys)
      guard !agreeing.isEmpty || members.count > 1 || best >= Thread.alone else { return 0 }
      return best + 0.2 * Float(members.count)
    }
  }

  private var members: [StoryID: Listing]
  private var known: [StoryID: Evidence] = [:]
  private var waiting: [StoryID]
  private var steps = 0

  init(start: Listing) {
    members = [start.id: start]
    waiting = [start.id]
  }

  /// The next story whose neighbours to look for.
  mutating func next() -> StoryID? {
    guard steps < Self.most.steps, members.count < Self.most.stories, !waiting.isEmpty else { return nil }
    steps += 1
    return waiting.removeFirst()
  }

  /// Adds the evidence of a story of the thread for another.
  mutating func add(_ listing: Listing, by member: StoryID, isLinked: Bool = false, likeness: Float? = nil) {
    guard members[listing.id] == nil else { return }
    var evidence = known[listing.id] ?? Evidence(listing: listing)
    if isLinked { evidence.links.insert(member) }
    if let likeness { evidence.likes[member] = max(likeness, evidence.likes[member] ?? 0) }
    known[listing.id] = evidence
  }

  /// Adds the stories that are sure enough, surest first.
  mutating func settle() {
    let sure = known.filter { $0.value.sureness > 0 }
      .sorted { ($0.value.sureness, $0.key.databaseValue) > ($1.value.sureness, $1.key.databaseValue) }
    for (id, evidence) in sure where members.count < Self.most.stories {
      members[id] = evidence.listing
      known[id] = nil
      waiting.append(id)
    }
  }

  /// The stories, oldest first.
  var listings: [Listing] {
    members.values.sorted {
      ($0.position, $0.id.databaseValue) < ($1.position, $1.id.databaseValue)
    }
  }
}
