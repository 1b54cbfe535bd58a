internal import Messages
public import Stories
internal import Words

extension Query {
  /// Whether it leaves stories out.
  var isNarrowed: Bool { marked != .all || !facets.isEmpty || search != nil }

  /// All stories, in the same order if it works without a search.
  var everything: Query { with(Query(order: usualOrder)) }

  /// Another query, shown as this one is.
  func with(_ other: Query) -> Query {
    var query = other
    (query.grouping, query.isDetailed) = (grouping, isDetailed)
    return query
  }

  /// "“ferry strike” · By Anna Berg · unread · longest first".
  var sentence: Phrase {
    let found = search?.title
    let shared = facets.isEmpty && found == nil ? ["All desks"] : facets.map(\.sentence)
    let mark = marked == .all ? nil : Phrase(words: marked.rawValue, as: "list")
    let inTime = order == .bestFirst ? search?.orderWords ?? order.words : order.words
    let order = Phrase(words: groupedBy.map { "by \($0.rawValue)" } ?? inTime)
    return .joined([found].compactMap(\.self) + shared + [mark].compactMap(\.self) + [order])
  }
}

extension Query {
  /// The stories that are searched, as in "unread stories by Anna Berg"; nil for all.
  var amongWords: Phrase? {
    guard marked != .all || !facets.isEmpty else { return nil }
    let stories = marked == .all ? "stories" : "\(marked.rawValue) stories"
    return .joined([Phrase(words: stories)] + facets.map(\.afterStories), " ")
  }
}

extension Query.Order {
  /// The name in settings and on the command line: "newest".
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

  /// The words for the top line: "newest first".
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

  /// The words in the list of orders; each begins with a different letter.
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

  /// The opposite order; nil if there is none.
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
  /// Its name: "Anna Berg", "Swedish", "No desk".
  var title: Phrase {
    guard value.isEmpty else {
      return switch kind {
      case .language: Phrase(language: value)
      case .part: Phrase(words: value.prefix(1).uppercased() + value.dropFirst() + "s")
      case .urgency: "Urgency \(value)"
      default: .verbatim(value)
      }
    }
    return kind == .language ? "Language unknown" : Phrase(words: "No \(kind.rawValue)")
  }

  /// The words for the top line: "By Anna Berg", "Tagged ferries", "In Swedish".
  var sentence: Phrase {
    guard !value.isEmpty else { return title }
    return switch kind {
    case .author: "By \(title)"
    case .tag, .mine: "Tagged \(title)"
    case .person, .place, .organisation: "About \(title)"
    case .language: "In \(title)"
    case .format: "Format \(title)"
    case .source: "From \(title)"
    case .part: Phrase(words: "With \(value)s")
    case .folder: "In \(title)"
    case .desk, .slug, .state, .urgency, .version, .length: title
    }
  }

  /// The words after "stories": "by Anna Berg", "without a tag".
  var afterStories: Phrase {
    if value.isEmpty {
      return kind == .language
        ? "without a language"
        : kind == .author ? "without an author" : Phrase(words: "without a \(kind.rawValue)")
    }
    return switch kind {
    case .desk: "on the desk \(title)"
    case .author: "by \(title)"
    case .tag, .mine: "tagged \(title)"
    case .language: "in \(title)"
    case .format: "in the format \(title)"
    case .part: Phrase(words: "with \(value)s")
    case .person, .place, .organisation: "about \(title)"
    case .source: "from \(title)"
    case .slug: "with the slug \(title)"
    case .folder: "in the folder \(title)"
    case .state, .urgency, .version, .length: title
    }
  }
}

extension Facet.Kind {
  /// "desks", "authors".
  var plural: String {
    switch self {
    case .person: "people"
    case .mine: "tags of yours"
    default: rawValue + "s"
    }
  }

  /// "Desks", "Authors"; "With" for links and images.
  var title: String {
    switch self {
    case .part: "With"
    case .mine: "My tags"
    default: plural.prefix(1).uppercased() + plural.dropFirst()
    }
  }
}
