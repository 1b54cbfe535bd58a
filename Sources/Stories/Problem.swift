/// Something wrong with one file: what could not be read, and why.
public struct Problem: Hashable, Sendable, Codable {
  /// The file, relative to the library's directory.
  public var path: String
  /// The line, from 1; nil if no line can be named.
  public var line: Int?
  /// What is wrong and, if it helps, what to do: one sentence without the path.
  public var reason: String

  /// Notes `reason` against a place in a file.
  public init(path: String, line: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }
}

/// The result of reading one file: its stories, and its problems.
///
/// Reading never fails; a broken file gives fewer stories and more problems.
public struct Reading: Hashable, Sendable, Codable {
  /// The stories, in the order of the file.
  public var stories: [Story]
  /// Problems of the file as a whole; those of one story are in `Story.problems`.
  public var problems: [Problem]

  /// Makes a reading.
  public init(stories: [Story] = [], problems: [Problem] = []) {
    self.stories = stories
    self.problems = problems
  }
}
