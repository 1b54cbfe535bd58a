internal import System

/// Which symbolic links to follow in a library.
public enum LinkPolicy: String, CaseIterable, Sendable {
  /// None.
  case never
  /// Those whose target is inside the directory.
  case inside
}

/// A library's open directories, and the rules for what to read in them.
///
/// The paths of a lone directory begin in it. Those of several begin with the name of one of them, as if all
/// were folders of a directory that holds nothing else.
struct Root: Sendable {
  /// One of the directories.
  struct Directory: Sendable {
    /// What its paths begin with; "" for a lone one.
    let name: String
    /// Its real path.
    let path: String
    let descriptor: Descriptor

    /// Its path, to be followed by that of a file in it.
    var prefix: String { path == "/" ? path : path + "/" }
  }

  let directories: [Directory]
  var links = LinkPolicy.never
  /// What to skip besides the usual files: patterns as in gitignore(5), for each directory.
  var ignoring: [String] = []

  /// Opens directories.
  ///
  /// One that is named twice or is in another one counts once.
  ///
  /// - Throws: `LibraryError.noDirectory` if one of them can't be read.
  init(opening paths: [String]) throws(LibraryError) {
    var open: [String: Descriptor] = [:]
    for path in paths {
      guard let real = Paths.real(path), let descriptor = try? Descriptor.open(real, .read, .folder) else {
        throw .noDirectory(path: path)
      }
      open[real] = descriptor
    }
    let outermost = Self.outermost(Set(open.keys))
    let names = outermost.count > 1 ? Self.names(of: outermost) : [""]
    directories = zip(outermost, names).compactMap { path, name in
      open[path].map { Directory(name: name, path: path, descriptor: $0) }
    }
    if directories.isEmpty { throw .noDirectory(path: "") }
  }

  /// What marks, searches and the index of the library are kept by: the real path, or those of several with
  /// "//" between them, which is in no real path.
  var identity: String { Self.identity(of: directories.map(\.path)) }

  /// The same for real paths in order, none in another.
  static func identity(of paths: [String]) -> String { paths.joined(separator: "/") }

  /// The real paths that are in no other, in order.
  static func outermost(_ paths: Set<String>) -> [String] {
    paths.sorted().filter { path in
      !paths.contains { $0 != path && path.utf8.starts(with: ($0 == "/" ? $0 : $0 + "/").utf8) }
    }
  }

  /// The names of directories: the last parts of their paths, as many as tell them apart.
  static func names(of paths: [String]) -> [String] {
    let parts = paths.map { $0.split(separator: "/") }
    var lengths = [Int](repeating: 1, count: paths.count)
    while true {
      let names = zip(parts, lengths).map { $0.suffix($1).joined(separator: "-") }
      let alike = Dictionary(grouping: names.indices) { names[$0] }.values.filter { $0.count > 1 }.joined()
      let short = alike.filter { lengths[$0] < parts[$0].count }
      if short.isEmpty {
        return alike.isEmpty ? names : zip(names, 1...).map { "\($0)-\($1)" }
      }
      for index in short { lengths[index] += 1 }
    }
  }

  /// The directory that a path is in, and the path in there; nil if there is none.
  func place(of path: String) -> (directory: Directory, path: String)? {
    guard directories.count > 1 else { return directories.first.map { ($0, path) } }
    let bytes = path.utf8
    let end = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
    guard let directory = directories.first(where: { $0.name.utf8.elementsEqual(bytes[..<end]) }) else {
      return nil
    }
    return (directory, String(Substring(bytes[end...].drop { $0 == UInt8(ascii: "/") })))
  }

  /// The path in the library of one in a directory.
  func path(_ inner: String, in directory: Directory) -> String {
    directory.name.isEmpty ? inner : inner.isEmpty ? directory.name : directory.name + "/" + inner
  }

  /// Opens a folder; "" is a lone directory itself.
  func folder(_ path: String) throws(SystemError) -> Descriptor {
    guard let place = place(of: path) else { throw .missing }
    return try SafeFile.folder(place.path, below: place.directory.descriptor)
  }

  /// The folders from which the library is walked.
  var tops: [Scanner.Folder] {
    directories.map {
      Scanner.Folder(path: $0.name, place: $0.name, rules: IgnoreRules.usual.adding(ignoring, for: $0.name))
    }
  }

  /// Where a path leads.
  enum Target: Hashable {
    /// To a place in the directory: its path without links.
    case inside(String)
    case outside
    /// To nothing, or from link to link without end.
    case nowhere
  }

  /// Follows the links in a path, without ever looking outside its directory.
  ///
  /// The result is only a path. It is then opened step by step without following links, so a link that is
  /// swapped in meanwhile leads nowhere. `openat2` does the same with `RESOLVE_BENEATH`.
  func target(of path: String) -> Target {
    guard let (directory, inner) = place(of: path) else { return .nowhere }
    let target = directory.target(of: inner)
    if case .inside(let found) = target { return .inside(self.path(found, in: directory)) }
    return target
  }
}

extension Root.Directory {
  /// The most links on the way to a target, as in Linux (path_resolution(7)).
  private static let mostLinks = 40

  fileprivate func target(of path: String) -> Root.Target {
    let home = Self.parts(self.path[...])
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
