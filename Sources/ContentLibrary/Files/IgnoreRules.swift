internal import Stories
internal import System

/// The files that a library skips: the usual ones, and those named by the settings or by `.newsroomignore`.
///
/// As in gitignore(5), the last matching line decides, the rules of a folder override those of the folders
/// above it, and nothing in a skipped folder can be included again. Hidden and usual files can be included
/// by name (`!.notes/`), not by a wildcard: `!*/` would include the folders of every program.
struct IgnoreRules: Sendable {
  /// The file in a folder that says what to skip there.
  static let fileName = ".newsroomignore"
  /// The largest such file, in bytes, and the most lines it may have.
  private static let (maximumSize, maximumLines) = (1 << 20, 10_000)

  /// The rules by which a file is skipped.
  enum Origin: Sendable {
    /// Names that begin with a dot.
    case hidden
    /// The usual rules of every library.
    case usual
    /// The settings or a `.newsroomignore`.
    case own
  }

  private struct Group {
    var origin: Origin
    /// The length of their folder's path, with "/" at its end, in bytes.
    var folder: Int
    var patterns: [IgnorePattern]
  }

  private var groups: [Group]

  /// Files of other programs: modules, locks, backups, unfinished downloads.
  private static let always = [
    "node_modules/", "bower_components/", "__pycache__/", "lost+found/", "@eaDir/", "$RECYCLE.BIN/",
    "System Volume Information/", "~$*", "*~", "\\#*#", "*.tmp", "*.temp", "*.swp", "*.swo", "*.part",
    "*.partial",
    "*.filepart", "*.crdownload", "*.opdownload", "*.!sync", "Thumbs.db", "desktop.ini",
  ]

  /// The rules of every library.
  static let usual = IgnoreRules(groups: [
    Group(origin: .hidden, folder: 0, patterns: patterns([".*"]).taken),
    Group(origin: .usual, folder: 0, patterns: patterns(always).taken),
  ])

  /// These rules, and more for a folder.
  ///
  /// - Parameters:
  ///   - lines: as in `.newsroomignore`.
  ///   - folder: the folder's path; "" for the library's own.
  ///   - fault: called for each invalid line, with its number from 1.
  func adding(_ lines: [String], for folder: String = "", fault: (Int, String) -> Void = { _, _ in })
    -> IgnoreRules
  {
    let read = Self.patterns(lines)
    for (line, reason) in read.faults { fault(line, reason) }
    guard !read.taken.isEmpty else { return self }
    var rules = self
    rules.groups.append(
      Group(origin: .own, folder: folder.isEmpty ? 0 : folder.utf8.count + 1, patterns: read.taken))
    return rules
  }

  private static func patterns(_ lines: [String]) -> (taken: [IgnorePattern], faults: [(Int, String)]) {
    var (taken, faults): ([IgnorePattern], [(Int, String)]) = ([], [])
    for (index, line) in lines.prefix(maximumLines).enumerated() {
      do throws(IgnorePattern.Fault) {
        if let pattern = try IgnorePattern(line) { taken.append(pattern) }
      } catch {
        faults.append((index + 1, "the pattern “\(line.prefix(80))” is not valid: \(error.reason)"))
      }
    }
    if lines.count > maximumLines {
      faults.append((maximumLines + 1, "lines after line \(maximumLines) are ignored"))
    }
    return (taken, faults)
  }

  /// The rules that skip a file or folder; nil if it is read.
  ///
  /// Folders above it are not considered.
  func origin(of path: String, isFolder: Bool) -> Origin? {
    var (path, steps) = (path, 0)
    return path.withUTF8 { origin(of: $0, isFolder: isFolder, steps: &steps) }
  }

  /// The same for a path in UTF-8, counting steps.
  func origin(of path: UnsafeBufferPointer<UInt8>, isFolder: Bool, steps: inout Int) -> Origin? {
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let name = UnsafeBufferPointer(rebasing: path[start...])
    var isTakenBack = false
    for group in groups.reversed() where group.folder <= path.count {
      let below = UnsafeBufferPointer(rebasing: path[group.folder...])
      for pattern in group.patterns.reversed()
      where pattern.matches(name: name, path: below, isFolder: isFolder, steps: &steps) {
        if pattern.isNegated {
          guard pattern.beginsWithWildcard else { return nil }
          isTakenBack = true
        } else if group.origin != .own || !isTakenBack {
          return group.origin
        }
      }
    }
    return nil
  }
}

extension IgnoreRules {
  /// These rules, and those in an open folder's `.newsroomignore`.
  ///
  /// - Parameters:
  ///   - open: the folder.
  ///   - folder: its path; "" for the library's own.
  func adding(fileIn open: Descriptor, folder: String, problems: inout [Problem]) -> IgnoreRules {
    let path = folder.isEmpty ? Self.fileName : folder + "/" + Self.fileName
    let lines: [String]
    switch Self.lines(in: open) {
    case .none: return self
    case .unreadable(let reason):
      problems.append(Problem(path: path, reason: "its rules are ignored: \(reason)"))
      return self
    case .lines(let found): lines = found
    }
    return adding(lines, for: folder) { line, reason in
      problems.append(Problem(path: path, line: line, reason: reason))
    }
  }

  private enum File {
    case none
    case unreadable(String)
    case lines([String])
  }

  private static func lines(in folder: Descriptor) -> File {
    do throws(SystemError) {
      let file = try folder.open(fileName, .read, [.noLink, .noWaiting])
      guard try file.status().kind == .file else { return .unreadable("it is not a regular file") }
      return lines(of: file)
    } catch {
      if error == .missing { return .none }
      return .unreadable(error.isLink ? "it is a symbolic link" : error.description)
    }
  }

  private static func lines(of file: Descriptor) -> File {
    do throws(WholeFileFailure) {
      return .lines(lines(of: try file.readToEnd(limit: maximumSize)[...]))
    } catch {
      if case .system(let reason) = error { return .unreadable(reason.description) }
      return .unreadable("it is larger than \(maximumSize >> 20) MB")
    }
  }

  /// The lines of a file, without byte order mark and carriage returns.
  static func lines(of bytes: ArraySlice<UInt8>) -> [String] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    return text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }
}
