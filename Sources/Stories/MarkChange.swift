/// A mark that is set on stories, or taken from them.
public enum MarkChange: String, Hashable, Sendable, CaseIterable {
  case read, unread, saved, unsaved

  /// The change that takes it back.
  public var opposite: MarkChange {
    switch self {
    case .read: .unread
    case .unread: .read
    case .saved: .unsaved
    case .unsaved: .saved
    }
  }

  /// Whether it sets a mark.
  public var isSet: Bool { self == .read || self == .saved }
}

/// A part of a list, by its rows.
public enum ListSpan: Hashable, Sendable {
  /// Every row.
  case all
  /// The rows before one, without it.
  case above(Listing)
  /// The rows after one, without it.
  case below(Listing)
  /// The rows from one to another, in either order, with both.
  case between(Listing, Listing)
}

/// What became of a request to mark stories.
public struct MarkOutcome: Hashable, Sendable {
  /// The number that the reader gave to the request.
  public var step: Int
  /// What was done.
  public var change: MarkChange
  /// How many stories changed; those that had the mark before are not counted.
  public var count: Int

  /// Reports a change.
  public init(step: Int, change: MarkChange, count: Int) {
    (self.step, self.change, self.count) = (step, change, count)
  }
}
