public import Stories

/// Writes JSON Lines that any tool can use and that can be read back completely: the object of `StoryFields`,
/// with the text also plain.
public struct JSONLinesWriter: StoryWriter {
  /// "jsonl".
  public let name = "jsonl"
  /// The description for help texts.
  public let summary = "JSON Lines, one object per story"
  /// "jsonl".
  public let fileExtension = "jsonl"

  /// Makes the writer.
  public init() {}

  /// One line.
  public func document(_ story: Story) -> String { part(story) }
  /// Empty.
  public func opening(title: String) -> String { "" }
  /// Empty.
  public let closing = ""

  /// One line.
  public func part(_ story: Story) -> String { StoryJSON.object(story).line + "\n" }
}
