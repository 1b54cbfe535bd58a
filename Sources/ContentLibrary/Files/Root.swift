internal import System

/// Which symbolic links to follow in a library.
public enum LinkPolicy: String, CaseIterable, Sendable {
  /// None.
  case never
  /// Those whose target is inside the directory.
  case inside
}

/// A library's open directory, and the rules for what to read in it.
struct Root: Sendable {
  let descriptor: Descriptor
  /// Its real path.
  let directory: String
  var links = LinkPolicy.never
  /// What to skip, apart from the rules in its folders.
  var rules = IgnoreRules.usual

  /// Where a path leads.
  enum Target: Hashable {
    /// To a place in the directory: its path without links.
    case inside(String)
    case outside
    /// To nothing, or from link to link without end.
    case nowhere
  }

  /// The most links on the way to a target, as in Linux (path_resolution(7)).
  private static let mostLinks = 40

  /// Follows the links in a path below the directory, without ever looking outside it.
  ///
  /// The result is only a path. It is then opened step by step without following links, so a link that is
  /// swapped in meanwhile leads nowhere. `openat2` does the same with `RESOLVE_BENEATH`.
  func target(of path: String) -> Target {
    let home = Self.parts(directory[...])
    var done = home
    var waiting = Array(Self.parts(path[...]).reversed())
    var links = 0
    while let part = waiting.popLast() {
      if part == ".." {
        if !done.isEmpty { done.removeLast() }
        continue
      }
      guard done.count >= home.count else {
        // The path of the directory itself contains no links.
        guard part.utf8.elementsEqual(home[done.count].utf8) else { return .outside }
        done.append(part)
        continue
      }
      switch step(part, in: done[home.count...].joined(separator: "/")) {
      case .nowhere: return .nowhere
      case .folder: done.append(part)
      case .file:
        guard waiting.isEmpty else { return .nowhere }
        done.append(part)
      case .link(let text):
        links += 1
        guard links <= Self.mostLinks, waiting.count < 4_096 else { return .nowhere }
        if text.utf8.first == UInt8(ascii: "/") { done = [] }
        waiting += Self.parts(text[...]).reversed()
      }
    }
    guard done.count >= home.count else { return .outside }
    return .inside(done[home.count...].joined(separator: "/"))
  }

  private enum Step {
    case folder
    case file
    case link(String)
    case nowhere
  }

  private func step(_ name: Substring, in folder: String) -> Step {
    let name = String(name)
    guard let parent = try? SafeFile.folder(folder, below: descriptor),
      let status = try? parent.status(of: name)
    else { return .nowhere }
    switch status.kind {
    case .folder: return .folder
    case .link: return parent.target(ofLink: name).map(Step.link) ?? .nowhere
    default: return .file
    }
  }

  private static func parts(_ path: Substring) -> [Substring] {
    // Compare bytes: to Swift, "/" with a combining accent is a different character; to the kernel it is "/".
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init).filter { $0 != "." }
  }
}
