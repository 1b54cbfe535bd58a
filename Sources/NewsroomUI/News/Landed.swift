internal import Messages
internal import Stories

/// What arrived or changed while the reader was open, and how much of it has been seen.
struct Landed: Sendable {
  /// The stories that arrived during this visit and have not been selected yet.
  var fresh: Set<StoryID> = []
  /// What happened to stories that have not been selected since.
  var changed: [StoryID: News.Kind] = [:]
  /// The changes that `.` has not gone to yet, the latest last.
  var queue: [News] = []
  /// How many stories arrived since the last key.
  var arrived = 0
  /// The changes since the last key, one per story.
  var changes: [News] = []

  /// The most changes in the queue.
  private static let most = 1_000

  /// Whether there is news to report.
  var isUntold: Bool { arrived > 0 || !changes.isEmpty }

  /// Records news.
  mutating func note(_ landing: Landing) {
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

  /// Records that a story has been selected or read.
  mutating func see(_ id: StoryID) {
    fresh.remove(id)
    changed[id] = nil
    queue.removeAll { $0.listing.id == id }
  }

  /// The word for a row: "new", "updated"; nil if there is no news of it.
  func word(for listing: Listing) -> String? {
    // The row says KILLED or WITHHELD itself.
    guard listing.status == .usable else { return nil }
    if listing.isChanged || changed[listing.id] != nil { return "updated" }
    return fresh.contains(listing.id) ? "new" : nil
  }

  /// What happened since the last key: "Corrected: Ferry line to reopen · 3 new stories".
  ///
  /// A single change is named by its headline; several are counted.
  func sentence(columns: Int, key: String = ".", _ catalogue: Catalogue = .english) -> String {
    let news = arrived > 0 ? catalogue(Numbers.counted(arrived, "new story", "new stories")) : nil
    let way = catalogue(changes.isEmpty ? "\(key) goes to the newest" : "\(key) goes there")
    var counts: [String] = []
    var named: String?
    for kind in News.Kind.allCases where kind != .arrived {
      let all = changes.filter { $0.kind == kind }
      guard let first = all.first else { continue }
      // A kill is always named, whatever else happened.
      if all.count == 1, changes.count == 1 || kind.takesWords && named == nil, counts.isEmpty {
        let title = first.listing.headline.isEmpty ? first.listing.path : first.listing.headline
        named = "\(catalogue[kind.title]): \(title)"
      } else {
        counts.append("\(catalogue.grouped(all.count)) \(catalogue[kind.rawValue, as: "news"])")
      }
    }
    let rest = [counts.isEmpty ? nil : counts.joined(separator: ", "), news, way].compactMap(\.self)
      .joined(separator: " · ")
    guard let named else { return rest }
    return Lines.fitted(named, columns: max(16, columns - rest.count - 5)) + " · " + rest
  }
}

extension News.Kind {
  /// Capitalised, to begin a line.
  fileprivate var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
