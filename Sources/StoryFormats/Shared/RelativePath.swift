/// A path as it is written in a story, followed from the story's folder step by step.
package struct RelativePath {
  /// The steps from the top of the library, without "." and "..".
  package private(set) var steps: [String]
  /// How many folders above the top of the library the path leads.
  package private(set) var beyond = 0

  /// Follows a path from a folder; an empty folder is the top of the library.
  package init(_ path: some StringProtocol, from folder: some Sequence<Substring>) {
    steps = folder.map(String.init)
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case ".." where steps.isEmpty: beyond += 1
      case "..": steps.removeLast()
      default: steps.append(String(step))
      }
    }
  }
}
