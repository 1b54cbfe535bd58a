internal import System

/// What is done about symbolic links in a directory of stories.
public enum LinkPolicy: String, CaseIterable, Sendable {
  /// None is followed.
  case never
  /// Those are followed whose target lies in the directory, too.
  case inside
}

/// A library's directory, open, and the rules for what is read of it.
struct Root: Sendable {
  let descriptor: Descriptor
  /// Its real path.
  let directory: String
  var links = LinkPolicy.never
  /// What is passed over, apart from what its folders say themselves.
  var rules = IgnoreRules.usual

  /// Where a path leads to.
  enum Target: Hashable {
    /// To a place in the directory: its path without links.
    case inside(String)
    case outside
    /// To nothing that is there, or from link to link without an end.
    case nowhere
  }

  /// The most links on the way to one target, as many as Linux follows (path_resolution(7)).
  private static let mostLinks = 40

  /// Follows the links in a path below the directory; nothing outside of it is ever looked at.
  ///
  /// What is found is a name alone: whoever opens it does so a step at a time and follows no link, so that one that is
  /// changed meanwhile leads nowhere. That is what `openat2` does with `RESOLVE_BENEATH`.
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
        // On the way that leads to the directory itself there are no links.
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
    // By bytes: to Swift, "/" with an accent upon it is another letter, to the kernel it is not.
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init).filter { $0 != "." }
  }
}
