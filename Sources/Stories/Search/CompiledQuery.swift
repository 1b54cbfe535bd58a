/// What a query means in folded words: what the index looks for, and what is highlighted in the text.
///
/// `Words` makes it from a `SearchQuery`, once. The FTS5 expression and the highlighter both follow from this
/// value alone, so whatever the index finds can be highlighted.
public struct CompiledQuery: Hashable, Sendable {
  /// Consecutive folded words.
  public struct Run: Hashable, Sendable {
    /// Where it comes from.
    public enum Origin: Hashable, Sendable {
      /// From the words as they were typed.
      case typed
      /// A form of the typed words that the library has: `ferries` for `ferry`.
      case form
    }

    /// The words, at least one.
    public var words: [String]
    /// Whether the last word may also be the beginning of a longer one.
    public var isBeginning: Bool
    /// Whether it was typed or is a form.
    public var origin: Origin
    /// The words to look for instead of every word with that beginning; nil for every word.
    public var completions: [String]?

    /// Makes a run.
    public init(
      _ words: [String], isBeginning: Bool = false, origin: Origin = .typed, completions: [String]? = nil
    ) {
      (self.words, self.isBeginning, self.origin) = (words, isBeginning, origin)
      self.completions = completions
    }
  }

  /// Runs of which any one is enough.
  public struct Group: Hashable, Sendable {
    /// The runs; typed ones before other forms.
    public var alternatives: [Run]
    /// Whether stories must have it; otherwise they must not.
    public var isWanted: Bool

    /// Makes a group.
    public init(_ alternatives: [Run], isWanted: Bool = true) {
      (self.alternatives, self.isWanted) = (alternatives, isWanted)
    }
  }

  /// How groups are combined.
  public indirect enum Part: Hashable, Sendable {
    case group(Group)
    /// Groups of one run each, with at most this many words between the first and the last.
    case near([Group], Int)
    /// In the headline.
    case headline(Part)
    /// The index's words for a desk, author, tag, language or format; for authors also the words of the name.
    case facet([String], byline: [String])
    case all([Part])
    case any([Part])
    case not(Part)
  }

  /// A word that counts in the ranking.
  public struct Word: Hashable, Sendable {
    /// Its folded letters.
    public var text: String
    /// Whether it may be the beginning of a longer word.
    public var isBeginning: Bool

    /// Makes a word.
    public init(_ text: String, isBeginning: Bool = false) {
      (self.text, self.isBeginning) = (text, isBeginning)
    }
  }

  /// What to look for; nil if nothing was asked of the text, `.any([])` if only punctuation was.
  public var root: Part?

  /// Makes a compiled query.
  public init(_ root: Part? = nil) {
    self.root = root
  }

  /// The groups that stories must have, in the order in which they were typed.
  public var wanted: [Group] { root?.groups.filter(\.isWanted) ?? [] }

  /// The typed words that stories must have, each once.
  public var typedWords: [Word] {
    var seen = Set<Word>()
    return wanted.flatMap(\.alternatives).filter { $0.origin == .typed }.flatMap { run in
      run.words.enumerated().map { place, word in
        Word(word, isBeginning: run.isBeginning && place == run.words.count - 1)
      }
    }.filter { seen.insert($0).inserted }
  }
}

extension CompiledQuery.Part {
  /// All groups in it.
  public var groups: [CompiledQuery.Group] {
    switch self {
    case .group(let group): [group]
    case .near(let groups, _): groups
    case .facet: []
    case .headline(let part), .not(let part): part.groups
    case .all(let parts), .any(let parts): parts.flatMap(\.groups)
    }
  }
}
