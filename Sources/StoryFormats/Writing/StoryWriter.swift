public import Stories

/// A way to write stories.
///
/// To add one, write a file with a conforming type, and add a line to `Writers.all`.
public protocol StoryWriter: Sendable {
  /// The name for `--to`: one word in lower case.
  var name: String { get }
  /// A short description.
  var summary: String { get }
  /// The extension of its files, without the dot.
  var fileExtension: String { get }
  /// One story as a complete document.
  func document(_ story: Story) -> String
  /// The beginning of a document with several stories.
  func opening(title: String) -> String
  /// One of several stories.
  func part(_ story: Story) -> String
  /// The end of a document with several stories.
  var closing: String { get }
}

/// The list of all writers.
public enum Writers {
  /// All writers.
  public static let all: [any StoryWriter] = [MarkdownWriter(), HTMLWriter(), JSONLinesWriter(), RSSWriter()]

  /// The writer with this name.
  public static func named(_ name: String) -> (any StoryWriter)? {
    all.first { $0.name == name }
  }

  /// Text for HTML and XML: markup escaped, harmful characters as numbers.
  package static func escaped(_ text: String) -> String { Harmless.markup(text) }

  /// Text for Markdown that people read and edit: a backslash only before signs that may mean something
  /// anywhere in a line.
  package static func markdown(_ text: String) -> String {
    text.map { "\\`*_[]<>#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
