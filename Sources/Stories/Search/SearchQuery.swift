/// What somebody looks for, as typed in the search line or given to the shell's `search`.
///
/// Words must all be there; `"a phrase"`, `pre*`, `-not`, `a OR b` and parentheses do what they do elsewhere, and OR binds
/// its neighbours before the others are joined: `ferry harbour OR port` is `ferry (harbour OR port)`. Fields are listed by
/// `SearchField`. Everything typed is a query: what can't be understood is searched as words, and `notice` says so.
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
    /// A desk, author, tag, language or format, where it is one of several choices; the others are in `filters`.
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
  /// Why something is not searched as it was meant, in words for the reader; nil when everything was understood.
  public var notice: String?
  /// Whether the last word is still being typed, and is searched as the beginning of one.
  ///
  /// Set it to false where a query
  /// is complete, as in the shell.
  public var lastWordIsPrefix: Bool

  /// Makes a query.
  public init(
    root: Node? = nil, filters: [Filter] = [], notice: String? = nil, lastWordIsPrefix: Bool = false
  ) {
    (self.root, self.filters, self.notice) = (root, filters, notice)
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

/// The fields of the query language: `name:value`.
public enum SearchField: String, Hashable, Sendable, CaseIterable {
  case title, by, desk, tag, lang, format, `is`, has, date, before, after, near, like

  /// Takes a name as typed, in any case; some have a second one.
  public init?(name: String) {
    switch name.lowercased() {
    case "author", "byline": self = .by
    case "section": self = .desk
    case "language": self = .lang
    case "headline": self = .title
    case let name: self.init(rawValue: name)
    }
  }

  /// The kind of facet it narrows by.
  public var facet: Facet.Kind? {
    switch self {
    case .by: .author
    case .desk: .desk
    case .tag: .tag
    case .lang: .language
    case .format: .format
    default: nil
    }
  }

  /// An example and what it finds, for the help of the search line.
  public var help: (example: String, meaning: String) {
    switch self {
    case .title: ("title:ferry", "in the headline")
    case .by: ("by:\"Anna Berg\"", "by an author")
    case .desk: ("desk:culture", "of a desk")
    case .tag: ("tag:harbour", "with a tag")
    case .lang: ("lang:da", "in a language")
    case .format: ("format:markdown", "from files of a format")
    case .is: ("is:unread", "unread, read, saved, or new since the last visit")
    case .has: ("has:image", "with an image or a link")
    case .date: ("date:2016-03..2016-05", "published then; date:<7d in the last week")
    case .before: ("before:2016-03", "published before it began")
    case .after: ("after:2016-03", "published after it ended")
    case .near: ("near:\"ferry strike\"", "words close together; near:(ferry strike, 5) at most 5 between")
    case .like: ("like:slug-of-a-story", "like another story")
    }
  }
}
