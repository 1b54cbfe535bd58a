public import Stories
internal import Words

/// Where a reader was when a visit ended.
public struct Resumption: Hashable, Sendable {
  /// The list that was shown.
  public var query: Query
  /// The row of the open story, or the selected row; nil if it no longer exists.
  public var row: Listing?
  /// Whether the reader was in that story, not in the list.
  public var isReading: Bool

  /// A place to begin at.
  public init(query: Query, row: Listing?, isReading: Bool) {
    (self.query, self.row, self.isReading) = (query, row, isReading)
  }
}

// Leaving the story or the program, and coming back.
extension State {
  /// Where the reader is, for the next visit.
  public var placeLeft: Resumption {
    let isReading = focus != .list && reading != nil
    let row = isReading ? article?.opened.listing ?? list.selected : list.selected
    return Resumption(query: list.query, row: row, isReading: isReading && row != nil)
  }

  /// Returns to where the last visit ended.
  mutating func resume(_ place: Resumption) -> [Effect] {
    var query = place.query
    query.isDetailed = list.query.isDetailed
    list.query = query
    noteNarrowings()
    let effects = [list.show(query, place.row.map(ArticleList.Aim.row) ?? .top, reach: reach)]
    guard place.isReading, let row = place.row else { return effects }
    return effects + read(row.id)
  }

  /// Whether `q` goes back to the list instead of quitting.
  var quitLeadsBack: Bool { focus != .list && plan.list == nil && !quitsAtOnce }

  /// Goes back to the list from a story that fills the screen; otherwise quits.
  mutating func leaveOrQuit() -> [Effect] {
    quitLeadsBack ? enter(.list) : quit()
  }
}
