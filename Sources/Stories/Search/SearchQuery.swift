/// What somebody looks for, as typed in the search line or given to the shell's `search`.
///
/// Words must all be there; `"a phrase"`, `pre*`, `-not`, `a OR b` and parentheses do what they do elsewhere,
/// and OR binds its neighbours before the others are joined: `ferry harbour OR port` is `ferry (harbour OR
/// port)`. Fields are listed by `SearchField`. Everything typed is a query: what can't be understood is
/// searched as words, and `notice` says so.
public struct SearchQuery: Hashable, Sendable {
  /// What the text of a story must have.
  public indirect enum Node: Hashable, Sendable {
    /// A word as typed; several in a row when signs part it, as in `well-known`.
    case word(Word)
    /// Words in a row.
    case phrase(String)
    /// Words with at most so many others between them.
    case near([String], Int)
    /// In the headline.
    case title(Node)
    /// A desk, author, tag, language or format, where it is one of several choices; the others are in
    /// `filters`.
    case facet(Facet)
    case all([Node])
    case any([Node])
    case not(Node)
  }

  /// A word of a query.
  public struct Word: Hashable, Sendable {
    /// As typed, without the sign for a prefix.
    public var text: String
    /// Whether words that begin so are meant.
    public var isPrefix: Bool
    /// Whether it is the one being typed.
    public var isLast: Bool

    /// Makes a word.
    public init(_ text: String, isPrefix: Bool = false, isLast: Bool = false) {
      (self.text, self.isPrefix, self.isLast) = (text, isPrefix, isLast)
    }
  }

  /// A condition beside the text.
  public struct Filter: Hashable, Sendable {
    /// What it asks.
    public var condition: Condition
    /// Whether stories that meet it are left out.
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
    /// Published at or after `from` and before `until`, in seconds since 1970; nil where open.
    case published(from: Int64?, until: Int64?)
    /// Like the story of this name.
    case like(String)
    /// Of so many words, of such an urgency or version: from the first to the last, both among them; nil
    /// where open.
    case number(Measure, from: Int?, to: Int?)
    /// In a folder, or in files whose paths are as a pattern says.
    case path(String)
    /// Under an embargo that ends after this moment, in seconds since 1970.
    case embargoed(after: Int64)
  }

  /// What is counted of a story.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case words, urgency, version
  }

  /// How the reader stands to a story.
  public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// `new`: came since the last visit.
    case unread, read, saved, new
  }

  /// What the text must have; nil when nothing was asked of it.
  public var root: Node?
  /// What else must hold, all of it.
  public var filters: [Filter]
  /// Why something is not searched as it was meant, in words for the reader; nil when everything was
  /// understood.
  public var notice: String?
  /// The first value that a field can't take, and what it takes instead; nil where there is none.
  ///
  /// Whoever is still typing finds it in `notice`; a command of the shell is not run.
  public var mistake: String?
  /// Whether the last word is still being typed, and is searched as the beginning of one.
  ///
  /// Set it to false where a query
  /// is complete, as in the shell.
  public var lastWordIsPrefix: Bool

  /// Makes a query.
  public init(
    root: Node? = nil, filters: [Filter] = [], notice: String? = nil, mistake: String? = nil,
    lastWordIsPrefix: Bool = false
  ) {
    (self.root, self.filters, self.notice, self.mistake) = (root, filters, notice, mistake)
    self.lastWordIsPrefix = lastWordIsPrefix
  }

  /// Whether it asks nothing.
  public var isEmpty: Bool { root == nil && filters.isEmpty }

  /// The time every story must be of: what all dates that aren't negated leave; nil where open.
  ///
  /// Seconds since 1970.
  public var published: (from: Int64?, until: Int64?) {
    var span: (from: Int64?, until: Int64?)
    for filter in filters where !filter.isNegated {
      guard case .published(let from, let until) = filter.condition else { continue }
      span.from = [span.from, from].compactMap(\.self).max()
      span.until = [span.until, until].compactMap(\.self).min()
    }
    return span
  }
}
