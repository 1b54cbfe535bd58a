public import Screen
public import Stories

/// A story set for one width: lines of runs, with the places that links lead to.
public struct Page: Hashable, Sendable {
  /// A piece of a line in one role.
  public struct Run: Hashable, Sendable {
    /// Cleaned text.
    public var text: String
    /// What it is for.
    public var role: Role
    /// The link it is part of: an index into the story's `references`.
    public var reference: Int?
    /// Makes a run.
    public init(_ text: String, role: Role, reference: Int? = nil) {
      self.text = text
      self.role = role
      self.reference = reference
    }
  }
  /// One line of the page.
  public struct Line: Hashable, Sendable {
    /// Empty cells before the first run.
    public var indent: Int
    /// The runs, left to right; empty for a blank line.
    public var runs: [Run]
    /// The body block it was set from (index into `body`); nil for the head and the notes.
    public var block: Int?
    /// How many letters and signs of its block are on earlier lines (of head and notes, if `block` is nil).
    ///
    /// It is the same at every width: spaces, markers and drawn hyphens are not counted.
    public var offset: Int
    /// How its text continues on the next line.
    public var flow: Flow
    /// Makes a line.
    public init(indent: Int = 0, runs: [Run] = [], block: Int? = nil, offset: Int = 0, flow: Flow = .ends) {
      self.indent = indent
      self.runs = runs
      self.block = block
      self.offset = offset
      self.flow = flow
    }

    /// How the text of a line continues on the next.
    public enum Flow: Hashable, Sendable {
      /// It doesn't: the paragraph ends here.
      case ends
      /// After a space.
      case spaced
      /// Directly: within an address or an over-long word.
      case joined
      /// Directly, and without the hyphen at the end of this line.
      case hyphenated
    }
  }
  /// A link on the page, in reading order.
  public struct Link: Hashable, Sendable {
    /// The number that the page shows beside it, from 1.
    public var number: Int
    /// An index into the story's `references`.
    public var reference: Int
    /// The line it begins on.
    public var line: Int
    /// The cell it begins at.
    public var column: Int
    /// Makes a link.
    public init(number: Int, reference: Int, line: Int, column: Int) {
      self.number = number
      self.reference = reference
      self.line = line
      self.column = column
    }
  }
  /// The width it was set for, in cells (text and margins).
  public var columns: Int
  /// The lines from the top.
  public var lines: [Line]
  /// The links in reading order.
  public var links: [Link]
  /// The first line of each part that links can lead to.
  public var parts: PartNames

  /// Makes a page.
  public init(columns: Int, lines: [Line], links: [Link] = [], parts: PartNames = PartNames()) {
    self.columns = columns
    self.lines = lines
    self.links = links
    self.parts = parts
  }
}
