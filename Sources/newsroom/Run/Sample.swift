internal import System

/// The stories that come with the program, for whoever has not said which to read.
enum Sample {
  /// Where they are: `../share/newsroom/Content` from the program's own folder; nil where the program was not
  /// installed with them.
  static var directory: String? {
    guard let program = Paths.real("/proc/self/exe") else { return nil }
    return directory(of: program)
  }

  /// The story of the sample that a first visit opens with.
  static let guide = "guide/welcome.md"

  /// The same for a program at a path.
  static func directory(of program: String) -> String? {
    let path = Paths.folder(of: Paths.folder(of: program)) + "/share/newsroom/Content"
    return Paths.isReadable(path) ? path : nil
  }
}
