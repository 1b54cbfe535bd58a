internal import ContentLibrary
internal import Stories

/// The stories that a command acts on: one by its name, or the results of a query.
enum FoundStories {
  case named([Listing])
  case query(Query)

  /// - Parameter words: the arguments; none for all stories.
  init(_ asked: ShellQuery, _ words: [String], in library: Library) throws {
    if asked.query.filters.isEmpty, !words.isEmpty {
      let named = try library.find(whole: words.joined(separator: " "))
      guard named.isEmpty else {
        self = .named(named)
        return
      }
    }
    self = .query(try asked.list(order: .newestFirst, in: library))
  }

  /// Calls `body` with every row, until it returns false.
  func each(of library: Library, _ body: (Listing) throws -> Bool) throws {
    switch self {
    case .named(let listings): for listing in listings { guard try body(listing) else { return } }
    case .query(let query): try library.stories(query, body)
    }
  }

  /// Whether there is none.
  func isEmpty(in library: Library) throws -> Bool {
    var isEmpty = true
    try each(of: library) { _ in
      isEmpty = false
      return false
    }
    return isEmpty
  }
}
