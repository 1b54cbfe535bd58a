/// What a query means in folded words: what the index is asked for, and what is marked where it was found.
///
/// `Words` makes it of a `SearchQuery`, once; the expression for FTS5 and the highlighter follow from this
/// value alone, so that what the index finds can be seen.
public struct CompiledQuery: Hashable, Sendable {
  /// Folded words that stand in a row.
  public struct Run: Hashable, Sendable {
    /// Where it comes from.
    public enum Origin: Hashable, Sendable {
      /// From the words as they were typed.
      case typed
      /// It is another form of them, which the library has: `ferries` for `ferry`.
      case form
    }

    /// The words, at least one.
    public var words: [String]
    /// Whether words that begin like the last one are meant as well.
    public var isBeginning: Bool
    /// Whether it was typed.
    public var origin: Origin
    /// The words that the index is asked for in place of all that begin so; nil for all of them.
    public var completions: [String]?

    /// Makes a run.
    public init(
      _ words: [String], isBeginning: Bool = false, origin: Origin = .typed, completions: [String]? = nil
    ) {
      (self.words, self.isBeginning, self.origin) = (words, isBeginning, origin)
      self.completions = completions
    }
  }

  /// Runs any of which will do.
  public struct Group: Hashable, Sendable {
    /// The runs, those typed before their other forms.
    public var alternatives: [Run]
    /// Whether stories should have it; the others should not.
    public var isWanted: Bool

    /// Makes a group.
    public init(_ alternatives: [Run], isWanted: Bool = true) {
      (self.alternatives, self.isWanted) = (alternatives, isWanted)
    }
  }

  /// How groups are asked for together.
  public indirect enum Part: Hashable, Sendable {
    case group(Group)
    /// Groups of one run each, with at most so many words between the first and the last.
    case near([Group], Int)
    /// In the headline.
    case headline(Part)
    /// The index's words for a desk, author, tag, language or format; of authors also the words of the name.
    case facet([String], byline: [String])
    case all([Part])
    case any([Part])
    case not(Part)
  }

  /// A word to rank by.
  public struct Word: Hashable, Sendable {
    /// Its folded letters.
    public var text: String
    /// Whether words that begin so are meant.
    public var isBeginning: Bool

    /// Makes a word.
    public init(_ text: String, isBeginning: Bool = false) {
      (self.text, self.isBeginning) = (text, isBeginning)
    }
  }

  /// What is asked for; nil where nothing was asked of the text, and `.any([])` where it was nothing but
  /// signs.
  public var root: Part?

  /// Asks for something.
  public init(_ root: Part? = nil) {
    self.root = root
  }

  /// The groups that stories should have, in the order they were typed.
  public var wanted: [Group] { root?.groups.filter(\.isWanted) ?? [] }

  /// The words that were typed and are wanted, each once.
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
