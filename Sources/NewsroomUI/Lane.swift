internal import Stories

/// What a piece of work stands in a line with.
public enum Lane: Hashable, Sendable, CaseIterable {
  /// The rows of the list.
  case rows
  /// The next unread story beyond them.
  case seeking
  /// The desks, which are kept.
  case desks
  /// What a list to choose from is made of.
  case facets
  /// How much saved searches have.
  case counts
  /// The words around what was found.
  case snippets
  /// The story on its way to the table.
  case story
  /// What is like the story on the table.
  case alike
  /// What is to be laid over the panes.
  case layer
  /// What is written down: marks, places, searches.
  case keeping
  /// The reading of the directory.
  case refreshing

  /// What becomes of work that is under way when more of its lane is asked for.
  public enum Order: Hashable, Sendable {
    /// It is given up: only the newest counts.
    case latest
    /// It is done before the next.
    case inOrder
  }

  /// What becomes of work in this lane when more is asked for.
  public var order: Order {
    switch self {
    case .rows, .seeking, .facets, .counts, .story, .alike, .layer: .latest
    case .desks, .snippets, .keeping, .refreshing: .inOrder
    }
  }
}

extension Effect {
  /// The lane it is done in; nil for what the run loop does itself, at once.
  public var lane: Lane? {
    switch self {
    case .window, .firstRows: .rows
    case .seek: .seeking
    case .facets(let kind, let query): kind == .desk && query == Query() ? .desks : .facets
    case .countSearches: .counts
    case .snippets: .snippets
    case .open: .story
    case .glance, .alike: .alike
    case .storyline, .versions, .compare: .layer
    case .keepSearch, .dropSearch, .remember, .mark, .save, .keepPlace: .keeping
    case .refresh: .refreshing
    case .cancel, .repaint, .suspend, .quit: nil
    }
  }

  /// Whether an answer comes back.
  public var expectsAnswer: Bool {
    switch lane {
    case .keeping, .refreshing, nil: false
    default: true
    }
  }
}
