public import Stories

/// Markdown
public struct Markdown: StoryFormat {
  /// The name.
  public let name = "markdown"
  public let summary = "Markdown"
  public let fileExtensions: [String] = []
  /// Makes the format.
  public init() {}
  public func recognises(_ source: Source) -> Bool { false }
  public func read(_ source: Source) -> Reading { Reading() }
}
