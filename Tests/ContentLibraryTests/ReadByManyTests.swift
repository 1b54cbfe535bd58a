import Database
import Stories
import TestSupport
import Testing
import Words

@testable import ContentLibrary

/// Stories marked as read by the thousand have no row each, and are read all the same.
@Suite struct ReadByManyTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func write(_ number: Int, _ words: String = "") throws {
    try newsroom.write(
      "\(number).slip",
      "headline: Story \(number)\nguid: \(number)\nseconds: 1459000000\n\n\(text(number))\(words)")
  }

  /// Sentences that no other number has.
  private func text(_ number: Int) -> String {
    (0..<12).map { "Sentence \(number)x\($0) tells that \(number)y\($0) met \(number)z\($0) by the quay." }
      .joined(separator: " ")
  }

  private func open() throws -> Library {
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath,
      formats: [Slip()])
    configuration.mostMarkRows = 0
    return try Library(configuration)
  }

  /// Nine stories, all of them read.
  private func library() throws -> Library {
    for number in 0..<9 { try write(number) }
    let library = try open()
    try library.refreshed()
    #expect(try library.mark(.read, of: Query(), step: 1).count == 9)
    #expect(try rows(library) == 0)
    return library
  }

  /// The number of marks with a row.
  private func rows(_ library: Library) throws -> Int {
    try library.marks.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM mark") ?? 0 }
  }

  private func unread(_ library: Library) throws -> Set<String> {
    Set(try library.rows().filter { !$0.isRead }.map(\.path))
  }

  private func search(_ text: String) -> Query {
    Query(search: TypedSearch(text, now: Timestamp(seconds: 1_459_100_000)))
  }

  /// Every other mark of such a story leaves it read; each way of looking says so.
  @Test func moreIsMarkedOnThem() throws {
    let library = try library()
    let tag = try #require(TagName("Later"))
    try library.save(library.row("0.slip").id, saved: true)
    try library.keepPlace(library.row("1.slip").id, ReadingPlace(share: 0.5, words: "quay"))
    try library.tag(library.row("2.slip").id, tag, isSet: true)
    try library.mark(library.row("3.slip").id, read: false)
    try library.mark(library.row("4.slip").id, read: true)
    #expect(try rows(library) == 5)
    for library in [library, try open()] {
      #expect(try unread(library) == ["3.slip"])
      #expect(try library.rows(search("is:unread")).map(\.path) == ["3.slip"])
      #expect(try library.rows(search("is:read")).count == 8)
      #expect(try library.rows(search("quay")).filter { !$0.isRead }.map(\.path) == ["3.slip"])
      #expect(try library.rows(Query(marked: .unread, order: .headline)).map(\.path) == ["3.slip"])
      #expect(try library.rows(Query(marked: .saved)).map(\.isRead) == [true])
      #expect(try library.facets(.mine).map(\.unread) == [0])
      #expect(try library.statistics().read == 8)
      #expect(try library.window(Query(), around: .first, before: 0, after: 1).unread == 1)
    }
    // The other one was marked since; taking back changes those that are read.
    #expect(try library.takeBack(step: 1)?.count == 9)
    #expect(try unread(library).count == 9)
    #expect(try library.repeatMarks(step: 1)?.count == 9)
    #expect(try unread(library) == [])
  }

  /// One that changes becomes unread, says so, and can be read again.
  @Test func oneOfThemChanges() throws {
    let library = try library()
    try write(5, " The boat sank.")
    try library.refreshed()
    let landing = try library.landed()
    #expect(landing.changes.map(\.listing.isChanged) == [true])
    #expect(try unread(library) == ["5.slip"])
    #expect(try library.rows(search("is:changed")).map(\.path) == ["5.slip"])
    #expect(try library.mark(.read, of: Query(), step: 2).count == 1)
    #expect(try unread(library) == [] && library.rows(search("is:changed")) == [])
    #expect(try library.landed().changes.isEmpty)
    _ = try library.takeBack(step: 2)
    #expect(try library.rows(search("is:changed")).map(\.path) == ["5.slip"])
  }

  /// What arrives later is unread, and what is marked later joins the others.
  @Test func othersArrive() throws {
    let library = try library()
    for number in 9..<12 { try write(number) }
    try library.refreshed()
    #expect(try unread(library) == ["9.slip", "10.slip", "11.slip"])
    #expect(try library.mark(.read, of: search("\"9x0\" OR \"10x0\""), step: 2).count == 2)
    #expect(try unread(library) == ["11.slip"])
    #expect(try library.takeBack(step: 1)?.count == 9)
    #expect(try library.window(Query(), around: .first, before: 0, after: 1).unread == 10)
    #expect(try library.takeBack(step: 2)?.count == 2)
    #expect(try library.marks.queue.read(ReadByMany.isEmpty))
  }

  /// Strangers' marks are in memory, and the copies that they read are made without any.
  @Test func guestsMarkThem() throws {
    let owner = try library()
    try owner.publishForAll()
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, formats: [Slip()])
    (configuration.keepsMarks, configuration.audience, configuration.mostMarkRows) = (false, .everybody, 0)
    let guest = try Library(configuration)
    #expect(try unread(guest).count == 9)
    #expect(try guest.mark(.read, of: Query(), step: 1).count == 9)
    #expect(try unread(guest) == [])
  }

  /// Ids from the lowest to the highest are found, and no others.
  @Test func everyIDIsFoundInItsPart() throws {
    let queue = try library().marks.queue
    var random = SplitMix(seed: 7)
    let edges: [Int64] = [.min, -1, 0, 1, .max, 1 << 52, (1 << 52) - 1, -(1 << 52)]
    let ids = Set(edges + (0..<2_000).map { _ in Int64(bitPattern: random.next()) >> (random.next() % 60) })
    let (some, others) = (ids.sorted().enumerated().filter { $0.offset % 3 > 0 }.map(\.element), ids.sorted())
    try queue.write { db in
      try ReadByMany.register(in: db)
      _ = try ReadByMany.remove(ReadByMany.stories(in: db), in: db)
      try ReadByMany.add(some, in: db)
      #expect(try ReadByMany.stories(in: db) == some)
      for id in others {
        let isThere = try ReadByMany.contains(id, in: db)
        #expect(isThere == some.hasPlace(id))
        let sql = "SELECT has_story(stories, ?1) FROM read_many WHERE part = ?1 >> 52"
        #expect((try Int.fetchOne(db, sql: sql, arguments: [id]) ?? 0 == 1) == isThere)
      }
      #expect(try ReadByMany.remove(others, in: db) == others.without(some))
      #expect(try ReadByMany.isEmpty(in: db))
    }
  }
}
