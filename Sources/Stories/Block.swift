/// One piece of a story's text that stands by itself: a paragraph, a subheading, a list.
public struct Block: Hashable, Sendable, Codable {
  /// What the block is, with its content.
  public indirect enum Kind: Hashable, Sendable, Codable {
    /// Running text.
    case paragraph([Inline])
    /// A subheading; level 1 is the broadest, 6 the narrowest.
    case heading(level: Int, [Inline])
    /// Somebody else's words, with who said them where the text tells.
    case quote([Block], attribution: String?)
    /// Items in order; `start` is the first number of a numbered list and nil for bullets.
    case list(start: Int?, [Item])
    /// Rows of cells under a row of headings (which may be empty).
    case table(Table)
    /// Text to be kept letter by letter and line by line.
    case code(language: String?, String)
    /// A picture, film or sound that the terminal can't show: its caption and where it lies.
    case figure(caption: [Inline], source: String?)
    /// A break between two parts.
    case rule
  }

  /// One entry of a list.
  public struct Item: Hashable, Sendable, Codable {
    /// The blocks of the item, usually one paragraph.
    public var blocks: [Block]
    /// Whether a task is done; nil where the item is no task.
    public var done: Bool?

    /// Makes an item.
    public init(_ blocks: [Block], done: Bool? = nil) {
      self.blocks = blocks
      self.done = done
    }
  }

  /// Cells in rows.
  public struct Table: Hashable, Sendable, Codable {
    /// Where a column's text stands.
    public enum Alignment: Hashable, Sendable, Codable {
      case leading, centre, trailing
    }
    /// The headings, one a column; empty where there are none.
    public var header: [[Inline]]
    /// The rows; each may be shorter or longer than the header.
    public var rows: [[[Inline]]]
    /// One a column, `.leading` where not said.
    public var alignments: [Alignment]

    /// Makes a table.
    public init(header: [[Inline]], rows: [[[Inline]]], alignments: [Alignment] = []) {
      self.header = header
      self.rows = rows
      self.alignments = alignments
    }
  }

  /// Why a block was taken for what it is, where the format does not say so itself.
  public struct Judgement: Hashable, Sendable, Codable {
    /// How sure, from 0 to 1.
    public var confidence: Double
    /// What spoke for it, in a few words: "short line without a full stop, text follows at once".
    public var reason: String

    /// Makes a judgement.
    public init(confidence: Double, reason: String) {
      self.confidence = confidence
      self.reason = reason
    }
  }

  /// What the block is.
  public var kind: Kind
  /// The line of the file it begins on, from 1; nil where the format has no lines.
  public var line: Int?
  /// Why it was taken for that; nil where the format says so itself.
  public var judgement: Judgement?
  /// The names that the story gives it for links to lead to, beside those that its words make; nil for none.
  public var anchors: [String]?
  /// Whether a quotation is speech within running text, its "says" among it; nil for no.
  public var isSpeech: Bool?

  /// Makes a block.
  public init(_ kind: Kind, line: Int? = nil, judgement: Judgement? = nil, anchors: [String]? = nil) {
    self.kind = kind
    self.line = line
    self.judgement = judgement
    self.anchors = anchors
  }
}

/// A stretch of text in one manner of writing.
public struct Inline: Hashable, Sendable, Codable {
  /// How the text is marked; several at once are possible.
  public struct Marks: OptionSet, Hashable, Sendable, Codable {
    /// One bit a mark.
    public let rawValue: UInt8
    /// Takes the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Stress: italics on paper.
    public static let emphasis = Marks(rawValue: 1)
    /// Weight: bold on paper.
    public static let strong = Marks(rawValue: 2)
    /// Letter by letter, as in a program.
    public static let code = Marks(rawValue: 4)
    /// Struck out.
    public static let strike = Marks(rawValue: 8)
    /// The number of a note at the foot of the story.
    public static let note = Marks(rawValue: 16)
  }

  /// The text as the story has it, entities decoded; "\n" is a forced line break.
  public var text: String
  /// How it is marked.
  public var marks: Marks
  /// The link it is part of: an index into the story's `references`.
  public var reference: Int?

  /// Makes a stretch of text.
  public init(_ text: String, marks: Marks = [], reference: Int? = nil) {
    self.text = text
    self.marks = marks
    self.reference = reference
  }
}
