internal import FoundationEssentials
public import Stories

/// A whole story as text, for keeping it where its file no longer has it.
public enum StoryRecord {
  /// The story as JSON, every field as it is.
  ///
  /// - Throws: what the encoder says; a story of finite numbers, as all are, can be encoded.
  public static func encode(_ story: Story) throws -> String {
    String(decoding: try JSONEncoder().encode(story), as: UTF8.self)
  }

  /// The story again; nil for text that is none.
  public static func decode(_ text: String) -> Story? {
    guard JSONDepth.isBounded(text) else { return nil }
    return try? JSONDecoder().decode(Story.self, from: Data(text.utf8))
  }
}
