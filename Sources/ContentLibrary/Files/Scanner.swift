internal import Stories
internal import System

/// Walks a directory and lists its regular files with size and time, without opening them.
struct Scanner {
  /// The deepest level of folders that is read.
  static let maximumDepth = 64
  /// The longest path, in bytes: PATH_MAX.
  static let maximumPath = 4096

  /// A file found by the walk.
  struct Entry {
    var path: String
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  /// A folder to be read.
  struct Folder {
    /// Its path in the library.
    var path = ""
    /// Its real path, which differs if a link leads to it.
    var place = ""
    var depth = 0
    /// The rules of the folders above it.
    var rules: IgnoreRules

    func path(of name: String) -> String { path.isEmpty ? name : path + "/" + name }
    func place(of name: String) -> String { place.isEmpty ? name : place + "/" + name }

    func folder(_ name: String) -> Folder {
      Folder(path: path(of: name), place: place(of: name), depth: depth + 1, rules: rules)
    }
  }

  let root: Root
  private(set) var files = FileList()
  private(set) var problems: [Problem] = []
  /// A directory of the library that can't be read, which must not be taken for an empty one.
  private(set) var unreadable: String?
  /// The files that were skipped.
  var passedOver = PassedOver()
  /// Links to be followed at the end.
  private var links: [(name: String, folder: Folder)] = []
  /// Folders visited and files reached by links; recorded only if links are followed.
  private var seen: (folders: Set<String>, files: Set<String>) = ([], [])

  init(root: Root) {
    self.root = root
  }

  /// Walks the directory, and sorts the files by path.
  ///
  /// - Parameter goesOn: called for every folder with the number of files found so far; false stops the walk.
  /// - Returns: whether the walk was completed.
  mutating func walk(goesOn: (Int) -> Bool) -> Bool {
    guard walk(from: root.tops, goesOn: goesOn) else { return false }
    files.sortByPath()
    guard !links.isEmpty else { return true }
    guard follow(goesOn: goesOn) else { return false }
    files.sortByPath()
    return true
  }

  private mutating func walk(from start: [Folder], goesOn: (Int) -> Bool) -> Bool {
    var waiting = start
    while let folder = waiting.popLast() {
      guard goesOn(files.count) else { return false }
      if root.links == .inside, !seen.folders.insert(folder.place).inserted {
        passedOver.note(.listedElsewhere, folder.path)
        continue
      }
      for next in read(folder) {
        if next.depth > Self.maximumDepth {
          problems.append(
            Problem(path: next.path, reason: "folders deeper than \(Self.maximumDepth) levels are not read"))
        } else {
          waiting.append(next)
        }
      }
    }
    return true
  }

  /// Follows the links that stay inside the directory, in order of path, without listing any file twice.
  private mutating func follow(goesOn: (Int) -> Bool) -> Bool {
    let listed = files
    while !links.isEmpty {
      let found = links.sorted { $0.folder.path(of: $0.name) < $1.folder.path(of: $1.name) }
      links = []
      for (name, folder) in found {
        let path = folder.path(of: name)
        guard case .inside(let place) = root.target(of: folder.place(of: name)) else {
          passedOver.note(
            root.target(of: folder.place(of: name)) == .outside ? .leadsOut : .leadsNowhere, path)
          continue
        }
        guard let status = status(of: place) else {
          passedOver.note(.leadsNowhere, path)
          continue
        }
        switch status.kind {
        case .folder:
          var target = folder.folder(name)
          target.place = place
          guard !isPassedOver(path, rules: folder.rules, isFolder: true) else { continue }
          guard walk(from: [target], goesOn: goesOn) else { return false }
        case .file:
          guard !listed.contains(place), seen.files.insert(place).inserted else {
            passedOver.note(.listedElsewhere, path)
            continue
          }
          files.append(path, size: status.size, modified: status.modified)
        case let kind: passedOver.note(PassedOver.Kind(kind), path)
        }
      }
    }
    return true
  }

  private func status(of place: String) -> FileStatus? {
    guard let (directory, inner) = root.place(of: place) else { return nil }
    guard !inner.isEmpty else { return try? directory.descriptor.status() }
    let end = inner.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = try? SafeFile.folder(end.map { String(inner[..<$0]) } ?? "", below: directory.descriptor)
    return try? folder?.status(of: Paths.name(of: inner))
  }

  /// Whether the rules skip a file or folder; records it if so.
  private mutating func isPassedOver(_ path: String, rules: IgnoreRules, isFolder: Bool) -> Bool {
    guard let origin = rules.origin(of: path, isFolder: isFolder) else { return false }
    let kind: PassedOver.Kind =
      switch origin {
      case .hidden: .hidden
      case .usual: .usual
      case .own: .ignored
      }
    passedOver.note(kind, isFolder ? path + "/" : path)
    return true
  }

  /// Records the files of a folder, and returns the folders in it.
  private mutating func read(_ folder: Folder) -> [Folder] {
    let (open, entries): (Descriptor, FolderReader)
    do throws(SystemError) {
      open = try root.folder(folder.place)
      // A deleted directory looks empty through an open descriptor.
      if folder.depth == 0, try open.status().names == 0 { throw .missing }
      entries = try FolderReader(open)
    } catch {
      problems.append(Problem(path: folder.path, reason: "the folder can't be read: \(error)"))
      if folder.depth == 0 { unreadable = root.place(of: folder.path)?.directory.path }
      return []
    }
    var folder = folder
    folder.rules = folder.rules.adding(fileIn: open, folder: folder.path, problems: &problems)
    var folders: [Folder] = []
    while let entry = next(of: entries, in: folder) {
      guard let name = name(of: entry, in: folder.path) else { continue }
      let path = folder.path(of: name)
      guard path.utf8.count < Self.maximumPath else {
        problems.append(
          Problem(path: folder.path, reason: "a path longer than \(Self.maximumPath) bytes is not read"))
        continue
      }
      take(name, of: entry.kind, open, in: folder, folders: &folders)
    }
    if let unfinished = Self.unfinishedMail(folders) {
      passedOver.note(.usual, folders.remove(at: unfinished).path + "/")
    }
    return folders
  }

  private mutating func take(
    _ name: String, of kind: FileStatus.Kind?, _ open: Descriptor, in folder: Folder, folders: inout [Folder]
  ) {
    let path = folder.path(of: name)
    guard let kind = kind ?? (try? open.status(of: name))?.kind,
      !isPassedOver(path, rules: folder.rules, isFolder: kind == .folder)
    else { return }
    switch kind {
    case .folder: folders.append(folder.folder(name))
    case .link where root.links == .inside: links.append((name, folder))
    case .file:
      guard let status = try? open.status(of: name), status.kind == .file else { return }
      if root.links == .inside, folder.path != folder.place,
        !seen.files.insert(folder.place(of: name)).inserted
      {
        passedOver.note(.listedElsewhere, path)
        return
      }
      files.append(path, size: status.size, modified: status.modified)
    default: passedOver.note(PassedOver.Kind(kind), path)
    }
  }

  /// The `tmp` folder of a Maildir, beside `cur` and `new`, which holds unfinished messages (maildir(5)).
  private static func unfinishedMail(_ folders: [Folder]) -> Int? {
    func index(_ name: String) -> Int? {
      folders.firstIndex {
        $0.path == name || $0.path.utf8.reversed().starts(with: ("/" + name).utf8.reversed())
      }
    }
    guard folders.count >= 3, index("cur") != nil, index("new") != nil else { return nil }
    return index("tmp")
  }

  /// The next entry of a folder; nil at its end, or if the rest can't be read.
  private mutating func next(of entries: FolderReader, in folder: Folder) -> FolderReader.Entry? {
    do throws(SystemError) {
      return try entries.next()
    } catch {
      problems.append(
        Problem(path: folder.path, reason: "only part of the folder can be read: \(error)"))
      return nil
    }
  }

  private mutating func name(of entry: FolderReader.Entry, in path: String) -> String? {
    guard !entry.isNamedInUTF8 else { return entry.name == IgnoreRules.fileName ? nil : entry.name }
    let full = path.isEmpty ? entry.name : path + "/" + entry.name
    if entry.name.utf8.first == UInt8(ascii: ".") {
      passedOver.note(.hidden, full)
    } else {
      problems.append(
        Problem(
          path: full, reason: "the file's name is not valid UTF-8; rename the file so that it can be read"))
    }
    return nil
  }
}

// MARK: - One file

extension Scanner {
  /// A file as the walk would list it; nil if there is none or it is skipped.
  func entry(at path: String) -> Entry? {
    guard let (directory, inner) = root.place(of: path),
      var folder = root.tops.first(where: { $0.path == directory.name })
    else { return nil }
    let parts = inner.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    var problems: [Problem] = []
    for (index, part) in parts.enumerated() {
      guard let open = try? root.folder(folder.place) else { return nil }
      folder.rules = folder.rules.adding(fileIn: open, folder: folder.path, problems: &problems)
      let isLast = index == parts.count - 1
      guard folder.rules.origin(of: folder.path(of: part), isFolder: !isLast) == nil,
        part != IgnoreRules.fileName
      else { return nil }
      var next = folder.folder(part)
      if root.links == .inside, case .inside(let place) = root.target(of: next.place) { next.place = place }
      folder = next
    }
    guard let status = status(of: folder.place), status.kind == .file else { return nil }
    return Entry(path: path, size: status.size, modified: status.modified)
  }
}

// MARK: - Watching

extension Scanner {
  /// A folder to watch for changes.
  struct Watched {
    var folder: Folder
    /// Whether it is watched only for the targets of links: everything in it may matter, but nothing below
    /// it.
    var isForLinks = false
  }

  /// What to watch because of a folder: the folders in it and the targets of its links.
  ///
  /// The rules in the folder are added to its own.
  func watched(in folder: inout Folder) -> [Watched] {
    guard folder.depth < Self.maximumDepth else { return [] }
    guard let open = try? root.folder(folder.place),
      let entries = try? FolderReader(open)
    else { return [] }
    var problems: [Problem] = []
    folder.rules = folder.rules.adding(fileIn: open, folder: folder.path, problems: &problems)
    var found: [Watched] = []
    while let entry = try? entries.next() {
      guard folder.path.utf8.count + entry.name.utf8.count < Self.maximumPath else { continue }
      if let next = watched(entry.name, entry.kind, open, in: folder) { found.append(next) }
    }
    let folders = found.filter { !$0.isForLinks }.map(\.folder)
    if let unfinished = Self.unfinishedMail(folders) {
      found.removeAll { $0.folder.path == folders[unfinished].path }
    }
    return found
  }

  /// What to watch because of a new link in a folder; nil if it is not a link or is not followed.
  func watched(link name: String, in folder: Folder) -> Watched? {
    guard root.links == .inside, let open = try? root.folder(folder.place) else {
      return nil
    }
    return watched(name, nil, open, in: folder)
  }

  private func watched(
    _ name: String, _ kind: FileStatus.Kind?, _ open: Descriptor, in folder: Folder
  ) -> Watched? {
    guard let kind = kind ?? (try? open.status(of: name))?.kind,
      folder.rules.origin(of: folder.path(of: name), isFolder: kind == .folder) == nil
    else { return nil }
    if kind == .folder { return Watched(folder: folder.folder(name)) }
    guard kind == .link, root.links == .inside,
      case .inside(let place) = root.target(of: folder.place(of: name)), let status = status(of: place)
    else { return nil }
    var target = folder.folder(name)
    if status.kind == .folder {
      target.place = place
      return Watched(folder: target)
    }
    target.place = place.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place[..<$0]) } ?? ""
    return Watched(folder: target, isForLinks: true)
  }
}
