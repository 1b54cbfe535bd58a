public import Stories

/// One way of writing stories back out.
///
/// To add one: a file with a type that conforms, and a line in `Writers.all`.
public protocol StoryWriter: Sendable {
  /// The name that `--to` takes: one lower-case word.
  var name: String { get }
  /// What it is, in a few words.
  var summary: String { get }
  /// The ending of its files, without the dot.
  var fileExtension: String { get }
  /// One story as a whole document.
  func document(_ story: Story) -> String
  /// What stands before several stories in one document.
  func opening(title: String) -> String
  /// One story of several.
  func part(_ story: Story) -> String
  /// What stands after several stories.
  var closing: String { get }
}

/// The list of ways to write.
public enum Writers {
  /// Every one of them.
  public static let all: [any StoryWriter] = [MarkdownWriter(), HTMLWriter(), JSONLinesWriter(), RSSWriter()]

  /// The one of that name.
  public static func named(_ name: String) -> (any StoryWriter)? {
    all.first { $0.name == name }
  }
}
