public import Stories
internal import Words

/// Where a reader was when a visit ended.
public struct Resumption: Hashable, Sendable {
  /// The list.
  public var query: Query
  /// The row of the story that was open, else the selected one; nil where it is not there any more.
  public var row: Listing?
  /// Whether that story was being read.
  public var isReading: Bool

  /// Makes a place to begin at.
  public init(query: Query, row: Listing?, isReading: Bool) {
    (self.query, self.row, self.isReading) = (query, row, isReading)
  }
}

// Leaving a story, the reader, and coming back to it.
extension State {
  /// Where the reader is, for the next visit.
  public var placeLeft: Resumption {
    let isReading = focus != .list && reading != nil
    let row = isReading ? article?.opened.listing ?? list.selected : list.selected
    return Resumption(query: list.query, row: row, isReading: isReading && row != nil)
  }

  /// Begins where the last visit ended.
  mutating func resume(_ place: Resumption) -> [Effect] {
    list.query = place.query
    noteNarrowings()
    let effects = [list.show(place.query, place.row.map(ArticleList.Aim.row) ?? .top, reach: reach)]
    guard place.isReading, let row = place.row else { return effects }
    return effects + read(row.id)
  }

  /// Whether `q` leads back to the list: from a story that fills the screen.
  var quitLeadsBack: Bool { focus != .list && plan.list == nil && !quitsAtOnce }

  /// Back to the list from a story that fills the screen; else it ends.
  mutating func leaveOrQuit() -> [Effect] {
    quitLeadsBack ? enter(.list) : quit()
  }
}
