internal import Stories

/// What has landed while the reader was open, and how much of it the reader knows.
struct Landed: Sendable {
  /// The stories that came this visit and that the reader has not stood on yet.
  var fresh: Set<StoryID> = []
  /// What happened to stories that the reader has not stood on since.
  var changed: [StoryID: News.Kind] = [:]
  /// The changes that `.` has not gone to, the latest last.
  var queue: [News] = []
  /// How many stories came since the last key.
  var arrived = 0
  /// The changes since the last key, each story once.
  var changes: [News] = []

  /// So many changes are gone through at most.
  private static let most = 1_000

  /// Whether there is something to say.
  var isUntold: Bool { arrived > 0 || !changes.isEmpty }

  /// Takes what landed.
  mutating func take(_ landing: Landing) {
    arrived = min(arrived, Int.max / 2) + landing.count
    fresh.formUnion(landing.arrivals)
    for news in landing.changes {
      let id = news.listing.id
      changed[id] = news.kind
      queue.removeAll { $0.listing.id == id }
      changes.removeAll { $0.listing.id == id }
      queue.append(news)
      changes.append(news)
    }
    queue = queue.suffix(Self.most)
  }

  /// The reader has stood on a story, or read it.
  mutating func see(_ id: StoryID) {
    fresh.remove(id)
    changed[id] = nil
    queue.removeAll { $0.listing.id == id }
  }

  /// The word for a row: "new", "updated"; nil for one that is as the reader knows it.
  func word(for listing: Listing) -> String? {
    // The row says so itself.
    guard listing.status == .usable else { return nil }
    if listing.isChanged || changed[listing.id] != nil { return "updated" }
    return fresh.contains(listing.id) ? "new" : nil
  }

  /// What happened since the last key: "Corrected: Ferry line to reopen · 3 new stories".
  ///
  /// One change is told by its headline; of several, their numbers.
  func sentence(columns: Int) -> String {
    let news = arrived > 0 ? Numbers.counted(arrived, "new story", "new stories") : nil
    let way = changes.isEmpty ? ". goes to the newest" : ". goes there"
    var counts: [String] = []
    var named: String?
    for kind in News.Kind.allCases where kind != .arrived {
      let all = changes.filter { $0.kind == kind }
      guard let first = all.first else { continue }
      // A kill is told by its name, whatever else landed.
      if all.count == 1, changes.count == 1 || kind.takesWords && named == nil, counts.isEmpty {
        let title = first.listing.headline.isEmpty ? first.listing.path : first.listing.headline
        named = "\(kind.title): \(title)"
      } else {
        counts.append("\(Numbers.grouped(all.count)) \(kind.rawValue)")
      }
    }
    let rest = [counts.isEmpty ? nil : counts.joined(separator: ", "), news, way].compactMap(\.self)
      .joined(separator: " · ")
    guard let named else { return rest }
    return Lines.fitted(named, columns: max(16, columns - rest.count - 5)) + " · " + rest
  }
}

extension News.Kind {
  /// As it begins a line.
  fileprivate var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
