/// The rows around one place in a list that is never loaded whole.
public struct Window: Hashable, Sendable {
  /// The place that a window is asked for.
  public enum Anchor: Hashable, Sendable {
    /// The list's first row, and the rows after it.
    case first
    /// The list's last row, and the rows before it.
    case last
    /// This row, or else its nearest neighbour.
    case row(Listing)
    /// The newest story at or before a moment, in seconds since 1970; the list has to be ordered by time.
    case moment(Int64)
    /// The row of this number, counted from 0; the last where there are fewer.
    case number(Int)
  }

  /// A count that would have taken too long.
  public static let unknown = -1

  /// What it answers.
  public var query: Query
  /// The rows, in the query's order.
  public var rows: [Listing]
  /// Whether the first row is the list's first.
  public var reachesFirst: Bool
  /// Whether the last row is the list's last.
  public var reachesLast: Bool
  /// How many rows of the list stand before the first of these; `unknown` in the middle of a large list that
  /// is both narrowed and in another order than by time.
  public var rowsBefore: Int
  /// How many stories the query has; `unknown` in the first answer to a search.
  public var total: Int
  /// How many of those are unread.
  public var unread: Int
  /// What only searches know.
  public var findings = Findings()

  /// What a search says beside its rows.
  public struct Findings: Hashable, Sendable {
    /// Whether these are the newest rows, put out before the order is known; the others follow.
    public var isFirstAnswer = false
    /// Whether there are more stories than `total`.
    public var isMore = false
    /// What was looked for in the text, with the forms of words that the library has.
    public var compiled = CompiledQuery()
    /// What could not be searched as it was meant, in words for the reader.
    public var notice: String?
    /// What may have been meant where nothing was found.
    public var respelling: Respelling?

    /// Makes findings of nothing.
    public init() {}
  }

  /// A word that no story has, and the likeliest that may have been meant.
  public struct Respelling: Hashable, Sendable {
    /// The word as it was searched.
    public var word: String
    /// What may have been meant.
    public var instead: String

    /// Names both.
    public init(of word: String, instead: String) {
      (self.word, self.instead) = (word, instead)
    }
  }

  /// Makes a window.
  public init(
    query: Query, rows: [Listing], reachesFirst: Bool, reachesLast: Bool, rowsBefore: Int, total: Int,
    unread: Int
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
