internal import ContentLibrary
internal import Stories
internal import System
internal import Words

/// What kept searches have found among a library's arrivals: noted once, whichever reader sees it first.
///
/// A file beside the marks has a line for each search, with the last arrival that it has been asked about,
/// and one for each alert. It is changed as a whole and under a lock, so that of several readers of a library
/// one tells of an arrival, and no story is told of twice by a search, also after a crash. What arrives while
/// nobody reads is told at the next start.
struct ReaderAlerts: Sendable {
  /// The most alerts remembered, and the most listed.
  private static let (most, mostListed) = (10_000, 300)
  /// How many arrivals are searched at once.
  private static let part = 500

  private let library: Library
  private let file: SmallFile

  init(_ library: Library, folder: String) {
    self.library = library
    file = SmallFile(folder + "/\(StoryID(content: "reader\0\(library.identity)".utf8)).alerts")
  }

  /// A line about an alert.
  private struct Note {
    var story: StoryID
    var moment: Int64
    var isSeen: Bool
    /// The text of the search.
    var search: String

    /// What must not be noted twice.
    var key: String { "\(story) \(search)" }
  }

  /// The content of the file.
  private struct Journal {
    /// The number of the last arrival that each search was asked about, by its text.
    var asked: [String: Int64] = [:]
    /// The earliest first.
    var notes: [Note] = []

    init(_ text: String?) {
      for line in (text ?? "").split(separator: "\n") {
        let words = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false).map(
          String.init)
        if words.count >= 3, words[0] == "asked", let serial = Int64(words[1]) {
          asked[words[2...].joined(separator: " ")] = serial
        } else if words.count == 5, words[0] == "alert", let story = StoryID(words[1]),
          let moment = Int64(words[2])
        {
          notes.append(Note(story: story, moment: moment, isSeen: words[3] == "seen", search: words[4]))
        }
      }
    }

    var text: String {
      let searches = asked.sorted { $0.key < $1.key }.map { "asked \($0.value) \($0.key)\n" }
      let alerts = notes.suffix(ReaderAlerts.most).map {
        "alert \($0.story) \($0.moment) \($0.isSeen ? "seen" : "new") \($0.search)\n"
      }
      return (searches + alerts).joined()
    }
  }

  /// Notes what searches find among the arrivals that they have not been asked about.
  ///
  /// A search that was never asked begins with the next arrival.
  ///
  /// - Returns: what is new since the last call of any reader, and what has not been looked at.
  func look(_ searches: [SavedSearch]) throws -> AlertsFound {
    var found = AlertsFound()
    var latest: (note: Note, name: String)?
    let last = try library.lastArrival()
    try file.update { text in
      var journal = Journal(text)
      let before = journal.asked
      var known = Set(journal.notes.map(\.key))
      for saved in searches {
        let key = saved.journalKey
        guard let from = journal.asked[key] else {
          journal.asked[key] = last
          continue
        }
        guard from < last else { continue }
        for story in try arrivals(after: from, upTo: last, of: saved) {
          let note = Note(story: story, moment: WallClock.seconds, isSeen: false, search: key)
          guard known.insert(note.key).inserted else { continue }
          journal.notes.append(note)
          found.fresh[saved.name, default: 0] += 1
          latest = (note, saved.name)
        }
        journal.asked[key] = last
      }
      found.unseen = Self.unseen(journal, searches)
      return journal.asked == before && latest == nil ? nil : journal.text
    }
    found.latest = try latest.flatMap { note, name in
      try library.listing(of: note.story).map { StoryAlert(search: name, listing: $0, moment: note.moment) }
    }
    return found
  }

  /// The alerts of some searches, the latest first, and notes that they have been looked at.
  func list(_ searches: [SavedSearch]) throws -> [StoryAlert] {
    let names = Dictionary(searches.map { ($0.journalKey, $0.name) }) { first, _ in first }
    var notes: [Note] = []
    try file.update { text in
      var journal = Journal(text)
      notes = journal.notes.suffix(Self.most).filter { names[$0.search] != nil }.reversed()
      guard notes.contains(where: { !$0.isSeen }) else { return nil }
      for index in journal.notes.indices where names[journal.notes[index].search] != nil {
        journal.notes[index].isSeen = true
      }
      return journal.text
    }
    return try notes.prefix(Self.mostListed).compactMap { note in
      try library.listing(of: note.story).map { listing in
        StoryAlert(
          search: names[note.search] ?? "", listing: listing, moment: note.moment, isSeen: note.isSeen)
      }
    }
  }

  private static func unseen(_ journal: Journal, _ searches: [SavedSearch]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for note in journal.notes where !note.isSeen { counts[note.search, default: 0] += 1 }
    var unseen: [String: Int] = [:]
    for saved in searches { unseen[saved.name] = counts[saved.journalKey] }
    return unseen
  }

  /// The stories that arrived between two numbers and that a search finds, the earliest first.
  private func arrivals(after first: Int64, upTo last: Int64, of saved: SavedSearch) throws -> [StoryID] {
    let query = TypedSearch(saved, now: Clock.now).query
    guard !query.isEmpty else { return [] }
    let ids = try library.arrivals(after: first).filter { $0.serial <= last }.map(\.id)
    var found: [StoryID] = []
    for start in stride(from: 0, to: ids.count, by: Self.part) {
      let part = Array(ids[start..<min(ids.count, start + Self.part)])
      let matches = try library.stories(query, among: part)
      found += part.filter(matches.contains)
    }
    return found
  }
}

extension SavedSearch {
  /// Its text on one line, by which the file knows it.
  fileprivate var journalKey: String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
