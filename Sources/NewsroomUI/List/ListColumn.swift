internal import Messages
internal import Screen
internal import Stories

/// A fact to the right of the headlines in the list.
public enum ListColumn: String, Hashable, Sendable, CaseIterable {
  /// The agency's working title.
  case slug
  /// From 1 (most urgent) to 9.
  case urgency
  case version
  case words
  /// The feed, wire, mailbox or file that brought it.
  case source

  /// The columns that a headline keeps, and those between two facts.
  public static let leastHeadline = 24
  static let gap = 2

  /// Whether it is not in every row, and must be looked up.
  public var isLookedUp: Bool { self == .slug || self == .urgency || self == .source }

  /// Its width in columns.
  var width: Int {
    switch self {
    case .slug: 18
    case .urgency: 2
    case .version: 3
    case .words: 6
    case .source: 14
    }
  }

  /// Those that fit beside a headline, the rightmost first: of several, the first in the settings.
  ///
  /// - Parameter room: the columns for the headline and them.
  static func fitting(_ columns: [ListColumn], besides room: Int) -> [ListColumn] {
    var (left, shown) = (room, [ListColumn]())
    for column in columns where left - column.width - gap >= leastHeadline {
      left -= column.width + gap
      shown.append(column)
    }
    return shown.reversed()
  }

  /// Whether a story has the fact.
  fileprivate func isKnown(of listing: Listing) -> Bool {
    switch self {
    case .slug: listing.slug != nil
    case .urgency: listing.urgency != nil
    case .version: listing.version != nil
    case .words: true
    case .source: listing.source != nil
    }
  }

  /// The fact in its width, numbers to the right; blanks without one.
  func text(of listing: Listing, _ catalogue: Catalogue) -> String {
    let (text, isNumber): (String?, Bool) =
      switch self {
      case .slug: (listing.slug, false)
      case .urgency: (listing.urgency.map { "u\($0)" }, true)
      case .version: (listing.version.map { "v\($0)" }, true)
      case .words: (catalogue.grouped(listing.words), true)
      case .source: (listing.source, false)
      }
    let shown = Lines.fitted(text ?? "", columns: width)
    let blanks = String(repeating: " ", count: max(0, width - CellText.width(of: shown)))
    return isNumber ? blanks + shown : shown + blanks
  }
}

extension State {
  /// The columns of the settings that have something to show: one without a fact in any row leaves its place
  /// to the headlines.
  var listColumns: [ListColumn] { preferences.columns.filter(filledColumns.contains) }

  /// Keeps which columns have had a fact: one that was shown stays, so that nothing moves while rows pass.
  mutating func noteFilledColumns() {
    guard filledColumns.count < preferences.columns.count else { return }
    for column in preferences.columns where !filledColumns.contains(column) {
      if list.rows.contains(where: column.isKnown) { filledColumns.insert(column) }
    }
  }
}
