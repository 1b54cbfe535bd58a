/// One self-contained piece of a story's text: a paragraph, a subheading, a list.
public struct Block: Hashable, Sendable, Codable {
  /// What the block is, with its content.
  public indirect enum Kind: Hashable, Sendable, Codable {
    /// Running text.
    case paragraph([Inline])
    /// A subheading, from level 1 (broadest) to 6 (narrowest).
    case heading(level: Int, [Inline])
    /// Somebody else's words, and who said them if the text tells.
    case quote([Block], attribution: String?)
    /// A list; `start` is the first number of a numbered list, nil for bullets.
    case list(start: Int?, [Item])
    /// Rows of cells under a row of headings, which may be empty.
    case table(Table)
    /// Text whose spaces and line breaks are kept.
    case code(language: String?, String)
    /// A picture, film or sound that the terminal can't show: its caption and its address.
    case figure(caption: [Inline], source: String?)
    /// A break between two parts.
    case rule
  }

  /// One entry of a list.
  public struct Item: Hashable, Sendable, Codable {
    /// The blocks of the item, usually one paragraph.
    public var blocks: [Block]
    /// Whether a task is done; nil if the item is not a task.
    public var done: Bool?

    /// Makes an item.
    public init(_ blocks: [Block], done: Bool? = nil) {
      self.blocks = blocks
      self.done = done
    }
  }

  /// A table of cells.
  public struct Table: Hashable, Sendable, Codable {
    /// How a column's text is aligned.
    public enum Alignment: Hashable, Sendable, Codable {
      case leading, centre, trailing
    }
    /// The headings, one per column; empty if there are none.
    public var header: [[Inline]]
    /// The rows; each may be shorter or longer than the header.
    public var rows: [[[Inline]]]
    /// One per column; `.leading` unless the table says otherwise.
    public var alignments: [Alignment]

    /// Makes a table.
    public init(header: [[Inline]], rows: [[[Inline]]], alignments: [Alignment] = []) {
      self.header = header
      self.rows = rows
      self.alignments = alignments
    }
  }

  /// Why a reader took a block for what it is, if the format does not say so itself.
  public struct Judgement: Hashable, Sendable, Codable {
    /// How sure the reader is, from 0 to 1.
    public var confidence: Double
    /// The evidence in a few words: "short line without a full stop, text follows at once".
    public var reason: String

    /// Makes a judgement.
    public init(confidence: Double, reason: String) {
      self.confidence = confidence
      self.reason = reason
    }
  }

  /// What the block is.
  public var kind: Kind
  /// The line of the file on which it begins, from 1; nil if the format has no lines.
  public var line: Int?
  /// Why it was taken for that; nil if the format says so itself.
  public var judgement: Judgement?
  /// The names that the story gives it as link targets, besides those made from its words.
  public var anchors: [String]?
  /// Whether a quotation is speech within running text ("…", says X); nil for no.
  public var isSpeech: Bool?

  /// Makes a block.
  public init(_ kind: Kind, line: Int? = nil, judgement: Judgement? = nil, anchors: [String]? = nil) {
    self.kind = kind
    self.line = line
    self.judgement = judgement
    self.anchors = anchors
  }
}

/// A run of text in one style.
public struct Inline: Hashable, Sendable, Codable {
  /// How the text is marked up; marks can be combined.
  public struct Marks: OptionSet, Hashable, Sendable, Codable {
    /// One bit per mark.
    public let rawValue: UInt8
    /// Takes the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Emphasis, in print italics.
    public static let emphasis = Marks(rawValue: 1)
    /// Strong emphasis, in print bold.
    public static let strong = Marks(rawValue: 2)
    /// Code.
    public static let code = Marks(rawValue: 4)
    /// Struck out.
    public static let strike = Marks(rawValue: 8)
    /// The number of a note at the foot of the story.
    public static let note = Marks(rawValue: 16)
  }

  /// The text with entities decoded; "\n" is a forced line break.
  public var text: String
  /// How it is marked.
  public var marks: Marks
  /// The link it is part of: an index into the story's `references`.
  public var reference: Int?

  /// Makes a run of text.
  public init(_ text: String, marks: Marks = [], reference: Int? = nil) {
    self.text = text
    self.marks = marks
    self.reference = reference
  }
}
