internal import System

/// The stories that come with the program, for whoever has not said which to read.
enum Sample {
  /// Where they are: `../share/newsroom/Content` from the program's own folder; nil where the program was not
  /// installed with them.
  static var directory: String? { Installation.path(name) }

  private static let name = "Content"

  /// The story of the sample that a first visit opens with.
  static let guide = "guide/welcome.md"

  /// The same for a program at a path.
  static func directory(of program: String) -> String? { Installation.path(name, beside: program) }
}
