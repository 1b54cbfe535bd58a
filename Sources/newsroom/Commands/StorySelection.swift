internal import ContentLibrary
internal import Stories
internal import StoryFormats

/// The stories that the words of a query mean.
struct StorySelection {
  private var query = Query()
  private var format: String?
  private var language: String?
  private var after: Timestamp?
  private var before: Timestamp?
  private var isReadWanted = false
  private var words: [String] = []

  /// Takes the words of a query.
  ///
  /// - Throws: `Failure` with status 2 for a field or a value that there is none of.
  init(_ terms: [String]) throws {
    for term in terms where term != "all" {
      guard let colon = term.firstIndex(of: ":") else {
        words.append(term)
        continue
      }
      let value = String(term[term.index(after: colon)...])
      switch term[..<colon] {
      case "desk": query.facet = Facet(.desk, value)
      case "format": format = value
      case "lang": language = value
      case "after": after = try Self.date(value)
      case "before": before = try Self.date(value)
      case "is": try mark(value)
      default: words.append(term)
      }
    }
  }

  private mutating func mark(_ value: String) throws {
    switch value {
    case "unread": query.marked = .unread
    case "saved": query.marked = .saved
    case "read": isReadWanted = true
    default: throw Failure("is: takes read, unread or saved, not \(value).", status: Failure.misuse)
    }
  }

  private static func date(_ text: String) throws -> Timestamp {
    guard let date = DateReading.read(text) else {
      throw Failure("“\(text)” is no date; write 2026-03-02.", status: Failure.misuse)
    }
    return date
  }

  /// The rows that fit, newest first, until `each` says no.
  func stories(of library: Library, _ each: (Listing) throws -> Bool) throws {
    guard !words.isEmpty else {
      return try library.stories(query) { try fits($0) ? each($0) : true }
    }
    let found = try library.find(words.joined(separator: " "))
    for listing in found where fits(listing) && isMarked(listing) {
      guard try each(listing) else { return }
    }
  }

  private func fits(_ listing: Listing) -> Bool {
    if isReadWanted, !listing.isRead { return false }
    if let after, listing.published.map({ $0.seconds < after.seconds }) ?? true { return false }
    if let before, listing.published.map({ $0.seconds >= before.seconds }) ?? true { return false }
    return true
  }

  private func isMarked(_ listing: Listing) -> Bool {
    if let facet = query.facet, listing.section != facet.value { return false }
    switch query.marked {
    case .all: return true
    case .unread: return !listing.isRead
    case .saved: return listing.isSaved
    }
  }

  /// Whether a story fits in what its row does not say.
  func takes(_ story: Story) -> Bool {
    if let format, story.format != format { return false }
    if let language, story.language?.lowercased().hasPrefix(language.lowercased()) != true { return false }
    return true
  }
}
