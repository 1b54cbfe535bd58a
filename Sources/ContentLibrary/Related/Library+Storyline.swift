internal import GRDB
public import Stories

extension Library {
  /// The thread that a story belongs to, oldest first and itself among them.
  ///
  /// A story joins where two kinds of evidence agree: it is linked with a story of the thread and shares
  /// telling words with it, or two stories of the thread know it. What links to everything brings nothing
  /// with it, and a story of the guide joins the threads of its like alone.
  ///
  /// - Parameter cancellation: asked between steps; the search is given up when it was cancelled.
  /// - Returns: at most twenty stories; the story alone where there is no thread; nil when it is not wanted
  ///   any more.
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
      // A story that can't be opened any more is none that leads on.
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
      // What is here by a link is known by that link.
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

/// The stories of a thread as they are found, the surest first.
private struct Thread {
  /// The most stories it has, and of how many the neighbours are looked for.
  private static let most = (stories: 20, steps: 14)
  /// A story with more links is a list of everything, and links nothing.
  static let mostLinks = 8
  /// What likeness makes a link sure, counts beside another by itself, and is enough alone.
  static let (shared, strong, alone): (Float, Float, Float) = (0.06, 0.14, 0.4)

  /// What stories of the thread know of another.
  private struct Evidence {
    var listing: Listing
    var links: Set<StoryID> = []
    var likes: [StoryID: Float] = [:]

    /// How sure it is that it belongs to the thread; 0 where that is not.
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

  /// The story to go on from.
  mutating func next() -> StoryID? {
    guard steps < Self.most.steps, members.count < Self.most.stories, !waiting.isEmpty else { return nil }
    steps += 1
    return waiting.removeFirst()
  }

  /// Takes what a story of the thread knows of another.
  mutating func add(_ listing: Listing, by member: StoryID, isLinked: Bool = false, likeness: Float? = nil) {
    guard members[listing.id] == nil else { return }
    var evidence = known[listing.id] ?? Evidence(listing: listing)
    if isLinked { evidence.links.insert(member) }
    if let likeness { evidence.likes[member] = max(likeness, evidence.likes[member] ?? 0) }
    known[listing.id] = evidence
  }

  /// Takes in whoever is sure enough, the surest first.
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
