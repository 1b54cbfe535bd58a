/// The rows around one place in a list; the list itself is never loaded whole.
public struct Window: Hashable, Sendable {
  /// The place to show.
  public enum Anchor: Hashable, Sendable {
    /// The list's first row, and the rows after it.
    case first
    /// The list's last row, and the rows before it.
    case last
    /// This row, or else its nearest neighbour.
    case row(Listing)
    /// The newest story at or before a moment, in seconds since 1970; the list must be ordered by time.
    case moment(Int64)
    /// The row of this number, from 0, or the last row if the list is shorter.
    case number(Int)
  }

  /// The query it answers.
  public var query: Query
  /// The rows, in the query's order.
  public var rows: [Listing]
  /// Whether the first row is the first of the list.
  public var reachesFirst: Bool
  /// Whether the last row is the last of the list.
  public var reachesLast: Bool
  /// How many rows of the list come before these; nil if counting them would take too long, as in the
  /// middle of a large list that is narrowed and not ordered by time.
  public var rowsBefore: Int?
  /// How many stories match the query; nil in the first answer to a search.
  public var total: Int?
  /// How many of them are unread; nil if that is not known.
  public var unread: Int?
  /// How many stories of the list each search hides, by its name; without those that hide none.
  public var hidden: [String: Int] = [:]
  /// What only a search reports.
  public var findings = Findings()

  /// What a search reports besides its rows.
  public struct Findings: Hashable, Sendable {
    /// Whether these are the newest rows, sent before the ranking is known; the ranked rows follow.
    public var isFirstAnswer = false
    /// Whether there are more stories than `total`.
    public var isMore = false
    /// What was searched in the text, with the forms of words that the library has.
    public var compiled = CompiledQuery()
    /// What could not be searched as meant, in words for the reader.
    public var notice: String?
    /// A better spelling, if nothing was found.
    public var respelling: Respelling?

    /// Starts without findings.
    public init() {}
  }

  /// A word that no story has, and the most likely correction.
  public struct Respelling: Hashable, Sendable {
    /// The word as it was searched.
    public var word: String
    /// The correction.
    public var instead: String

    /// Makes a correction.
    public init(of word: String, instead: String) {
      (self.word, self.instead) = (word, instead)
    }
  }

  /// Makes a window.
  public init(
    query: Query, rows: [Listing], reachesFirst: Bool, reachesLast: Bool, rowsBefore: Int?, total: Int?,
    unread: Int?
  ) {
    self.query = query
    self.rows = rows
    self.reachesFirst = reachesFirst
    self.reachesLast = reachesLast
    self.rowsBefore = rowsBefore
    self.total = total
    self.unread = unread
  }
}
