internal import Stories

/// A queue of work: within a lane, work is replaced or done in order; lanes don't wait for each other.
public enum Lane: Hashable, Sendable, CaseIterable {
  /// The rows of the list.
  case rows
  /// The next unread story beyond the loaded rows.
  case seeking
  /// The desks, which are kept at hand.
  case desks
  /// The lines of a list to choose from.
  case facets
  /// The counts of kept searches.
  case counts
  /// What kept searches find among arrivals.
  case alerts
  /// What the list leaves out.
  case hiding
  /// The words around matches.
  case snippets
  /// The story being opened.
  case story
  /// The stories similar to the open one.
  case alike
  /// What a layer over the panes will show.
  case layer
  /// The keys that may follow.
  case keys
  /// The marks of a whole list or a part of it.
  case marking
  /// What is written to files.
  case exporting
  /// What is stored: marks, places, searches.
  case keeping
  /// The reading of the directory.
  case refreshing

  /// What happens to unfinished work when more work of its lane is requested.
  public enum Order: Hashable, Sendable {
    /// It is abandoned: only the newest counts.
    case latest
    /// It is finished before the next begins.
    case inOrder
  }

  /// What happens to unfinished work of this lane when more is requested.
  public var order: Order {
    switch self {
    case .rows, .seeking, .facets, .counts, .story, .alike, .layer, .keys: .latest
    case .desks, .alerts, .hiding, .snippets, .marking, .exporting, .keeping, .refreshing: .inOrder
    }
  }
}

extension Effect {
  /// Its lane; nil for what the run loop does itself, at once.
  public var lane: Lane? {
    switch self {
    case .window, .firstRows: .rows
    case .seek: .seeking
    case .facets(let kind, let query): kind == .desk && query == Query() ? .desks : .facets
    case .countSearches: .counts
    case .snippets: .snippets
    case .open: .story
    case .awaitKeys: .keys
    case .glance, .alike: .alike
    case .storyline, .versions, .compare, .sinceRead, .ownTags, .clippings, .alerts: .layer
    case .lookForAlerts: .alerts
    case .hide: .hiding
    case .export: .exporting
    case .markMany, .takeBack, .repeatMarks: .marking
    case .keepSearch, .dropSearch, .remember, .mark, .save, .tag, .keepPlace, .keepClip, .noteClip, .dropClip:
      .keeping
    case .refresh: .refreshing
    case .cancel, .repaint, .suspend, .copy, .ring, .pipe, .browse, .edit, .editClips, .openLibrary, .quit:
      nil
    }
  }

  /// Whether it is answered by an event.
  public var expectsAnswer: Bool {
    switch lane {
    case .keeping, .refreshing, nil: false
    default: true
    }
  }
}
