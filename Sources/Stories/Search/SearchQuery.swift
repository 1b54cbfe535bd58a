/// A search, as typed in the search line or given to the shell's `search`.
///
/// All words must match. `"a phrase"`, `pre*`, `-not`, `a OR b` and parentheses work as in most search
/// engines; OR binds more tightly than the spaces around it: `ferry harbour OR port` is `ferry (harbour OR
/// port)`. `SearchField` lists the fields. Anything typed is a query: what can't be understood is searched as
/// words, and `notice` says so.
public struct SearchQuery: Hashable, Sendable {
  /// What a story's text must have.
  public indirect enum Node: Hashable, Sendable {
    /// A word as typed; punctuation may split it into several, as in `well-known`.
    case word(Word)
    /// Consecutive words.
    case phrase(String)
    /// Words with at most this many others between them.
    case near([String], Int)
    /// In the headline.
    case title(Node)
    /// A desk, author, tag, language or format among several choices; the others are in `filters`.
    case facet(Facet)
    case all([Node])
    case any([Node])
    case not(Node)
  }

  /// A word of a query.
  public struct Word: Hashable, Sendable {
    /// As typed, without the sign for a prefix.
    public var text: String
    /// Whether it may be the beginning of a longer word.
    public var isPrefix: Bool
    /// Whether it is the word being typed.
    public var isLast: Bool

    /// Makes a word.
    public init(_ text: String, isPrefix: Bool = false, isLast: Bool = false) {
      (self.text, self.isPrefix, self.isLast) = (text, isPrefix, isLast)
    }
  }

  /// A condition on something other than the text.
  public struct Filter: Hashable, Sendable {
    /// The condition.
    public var condition: Condition
    /// Whether to exclude the stories that meet it.
    public var isNegated: Bool

    /// Makes a filter.
    public init(_ condition: Condition, isNegated: Bool = false) {
      (self.condition, self.isNegated) = (condition, isNegated)
    }
  }

  /// What a filter may ask.
  public enum Condition: Hashable, Sendable {
    case facet(Facet)
    case mark(Mark)
    /// Published at or after `from` and before `until`; nil where open.
    ///
    /// A date without an hour is compared with the calendar of their zone.
    case published(from: Timestamp?, until: Timestamp?)
    /// Similar to the story of this name.
    case like(String)
    /// A number of words, an urgency or a version from `from` to `to`, both included; nil if open.
    case number(Measure, from: Int?, to: Int?)
    /// In a folder, or in files whose paths match a pattern.
    case path(String)
    /// Under an embargo that ends after this moment, in seconds since 1970.
    case embargoed(after: Int64)
  }

  /// A number that stories have.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case words, urgency, version
  }

  /// What the reader did with a story.
  public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// `new`: came since the last visit; `changed`: has other words than when it was read.
    case unread, read, saved, new, changed
  }

  /// What the text must have; nil if nothing was asked of it.
  public var root: Node?
  /// What else must be true; all of it.
  public var filters: [Filter]
  /// Why a part is not searched as meant, in words for the reader; nil if everything was understood.
  public var notice: String?
  /// The first value that its field does not accept, and what it accepts; nil if there is none.
  ///
  /// The reader shows it in `notice` while somebody types; a shell command stops with it.
  public var mistake: String?
  /// Whether the last word is still being typed, and so counts as a beginning.
  ///
  /// Set it to false when the query is complete, as in the shell.
  public var lastWordIsPrefix: Bool

  /// Makes a query.
  public init(
    root: Node? = nil, filters: [Filter] = [], notice: String? = nil, mistake: String? = nil,
    lastWordIsPrefix: Bool = false
  ) {
    (self.root, self.filters, self.notice, self.mistake) = (root, filters, notice, mistake)
    self.lastWordIsPrefix = lastWordIsPrefix
  }

  /// Whether it asks for nothing.
  public var isEmpty: Bool { root == nil && filters.isEmpty }

  /// The period that all dates of the query leave, negated ones ignored; nil where open.
  ///
  /// In seconds since 1970.
  public var published: (from: Int64?, until: Int64?) {
    var span: (from: Int64?, until: Int64?)
    for filter in filters where !filter.isNegated {
      guard case .published(let from, let until) = filter.condition else { continue }
      span.from = [span.from, from?.seconds].compactMap(\.self).max()
      span.until = [span.until, until?.seconds].compactMap(\.self).min()
    }
    return span
  }
}
