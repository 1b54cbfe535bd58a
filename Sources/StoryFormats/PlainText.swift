public import Stories

/// PlainText
public struct PlainText: StoryFormat {
  /// The name.
  public let name = "text"
  public let summary = "PlainText"
  public let fileExtensions: [String] = []
  /// Makes the format.
  public init() {}
  public func recognises(_ source: Source) -> Bool { false }
  public func read(_ source: Source) -> Reading { Reading() }
}
