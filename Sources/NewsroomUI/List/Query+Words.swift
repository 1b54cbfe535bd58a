public import Stories
internal import Words

extension Query {
  /// Whether it leaves stories out.
  var isNarrowed: Bool { marked != .all || !facets.isEmpty || search != nil }

  /// All stories in the same order, where that is one for all stories.
  var everything: Query { Query(order: usualOrder) }

  /// "“ferry strike” · By Anna Berg · unread · longest first".
  var sentence: String {
    let found = search?.title
    let shared = facets.isEmpty && found == nil ? ["All desks"] : facets.map(\.sentence)
    let mark = marked == .all ? nil : marked.rawValue
    let order = order == .bestFirst ? search?.orderWords ?? order.words : order.words
    return ([found].compactMap(\.self) + shared + [mark].compactMap(\.self) + [order])
      .joined(separator: " · ")
  }
}

extension Query {
  /// What a search is made among, as it follows "among": "unread stories by Anna Berg"; nil for all.
  var amongWords: String? {
    guard marked != .all || !facets.isEmpty else { return nil }
    return ([marked == .all ? "stories" : "\(marked.rawValue) stories"] + facets.map(\.afterStories))
      .joined(separator: " ")
  }
}

extension Query.Order {
  /// As settings and the shell name it: "newest".
  public var settingName: String {
    switch self {
    case .newestFirst: "newest"
    case .oldestFirst: "oldest"
    case .headline: "headline"
    case .longestFirst: "longest"
    case .shortestFirst: "shortest"
    case .bestFirst: "best"
    }
  }

  /// As the top line says it: "newest first".
  var words: String {
    switch self {
    case .newestFirst: "newest first"
    case .oldestFirst: "oldest first"
    case .headline: "by headline"
    case .longestFirst: "longest first"
    case .shortestFirst: "shortest first"
    case .bestFirst: "best first"
    }
  }

  /// As it is chosen; each begins with a letter of its own.
  var title: String {
    switch self {
    case .newestFirst: "Newest first"
    case .oldestFirst: "Oldest first"
    case .headline: "Headlines from A to Z"
    case .longestFirst: "Longest first"
    case .shortestFirst: "Shortest first"
    case .bestFirst: "Best match first"
    }
  }

  /// The same order from its other end; nil where there is none.
  var reversed: Query.Order? {
    switch self {
    case .newestFirst: .oldestFirst
    case .oldestFirst: .newestFirst
    case .longestFirst: .shortestFirst
    case .shortestFirst: .longestFirst
    case .headline, .bestFirst: nil
    }
  }
}

extension Facet {
  /// Its name by itself: "Anna Berg", "Swedish", "No desk".
  var title: String {
    guard value.isEmpty else {
      return switch kind {
      case .language: Languages.name(of: value)
      case .part: value.prefix(1).uppercased() + value.dropFirst() + "s"
      case .urgency: "Urgency \(value)"
      default: value
      }
    }
    return kind == .language ? "Language unknown" : "No \(kind.rawValue)"
  }

  /// As the top line says it: "By Anna Berg", "Tagged ferries", "In Swedish".
  var sentence: String {
    guard !value.isEmpty else { return title }
    return switch kind {
    case .author: "By \(title)"
    case .tag: "Tagged \(title)"
    case .person, .place, .organisation: "About \(title)"
    case .language: "In \(title)"
    case .format: "Format \(title)"
    case .source: "From \(title)"
    case .part: "With \(value)s"
    case .desk, .slug, .state, .urgency, .version, .length, .folder: title
    }
  }

  /// As it follows the word "stories": "by Anna Berg", "without a tag".
  var afterStories: String {
    if value.isEmpty {
      return kind == .language
        ? "without a language" : kind == .author ? "without an author" : "without a \(kind.rawValue)"
    }
    return switch kind {
    case .desk: "on the desk \(title)"
    case .author: "by \(title)"
    case .tag: "tagged \(title)"
    case .language: "in \(title)"
    case .format: "in the format \(title)"
    case .part: "with \(value)s"
    case .person, .place, .organisation: "about \(title)"
    case .source: "from \(title)"
    case .slug: "with the slug \(title)"
    case .state, .urgency, .version, .length, .folder: title
    }
  }
}

extension Facet.Kind {
  /// "desks", "authors".
  var plural: String { self == .person ? "people" : rawValue + "s" }

  /// "Desks", "Authors"; "With" for what stories have.
  var title: String { self == .part ? "With" : plural.prefix(1).uppercased() + plural.dropFirst() }
}
