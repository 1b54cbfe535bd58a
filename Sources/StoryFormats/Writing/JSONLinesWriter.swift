public import Stories

/// JSON Lines that every tool knows and that is read back whole: the object of `StoryFields`, with the text
/// also plain.
public struct JSONLinesWriter: StoryWriter {
  /// "jsonl".
  public let name = "jsonl"
  /// For the help.
  public let summary = "JSON Lines, an object a story"
  /// "jsonl".
  public let fileExtension = "jsonl"

  /// Makes the writer.
  public init() {}

  /// One line.
  public func document(_ story: Story) -> String { part(story) }
  /// Nothing.
  public func opening(title: String) -> String { "" }
  /// Nothing.
  public let closing = ""

  /// One line.
  public func part(_ story: Story) -> String { StoryJSON.object(story).line + "\n" }
}
