internal import Glibc
internal import Stories

/// Walks through a directory and tells its regular files apart by name, size and time, opening none of them.
struct Scanner {
  /// How deep folders are followed.
  static let maximumDepth = 64
  /// The longest path that is kept, in bytes: PATH_MAX.
  static let maximumPath = 4096

  /// A file as the walk saw it.
  struct Entry {
    var path: String
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  /// A folder on the way.
  struct Folder {
    /// Its path as stories have it.
    var path = ""
    /// Where it lies: another place where a link leads to it.
    var place = ""
    var depth = 0
    /// What the folders above it say is passed over.
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
  /// Whether the directory itself could be read; one that can't is not an empty one.
  private(set) var isRootReadable = true
  /// What was not read.
  var passedOver = PassedOver()
  /// Links on the way, to be followed in the end.
  private var links: [(name: String, folder: Folder)] = []
  /// Where the walk has been, and the files that were reached by links: kept only where links are followed.
  private var seen: (folders: Set<String>, files: Set<String>) = ([], [])

  init(root: Root) {
    self.root = root
  }

  /// Walks, and puts the files in the order of their paths; `goesOn` is asked for every folder, with the number of files found so far.
  ///
  /// - Returns: whether the walk came to its end.
  mutating func walk(goesOn: (Int) -> Bool) -> Bool {
    guard walk(from: Folder(rules: root.rules), goesOn: goesOn) else { return false }
    files.sortByPath()
    guard !links.isEmpty else { return true }
    guard follow(goesOn: goesOn) else { return false }
    files.sortByPath()
    return true
  }

  private mutating func walk(from start: Folder, goesOn: (Int) -> Bool) -> Bool {
    var waiting = [start]
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

  /// Follows the links that stay in the directory, in the order of their paths; what is listed already is not listed again.
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
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
          var target = folder.folder(name)
          target.place = place
          guard !isPassedOver(path, rules: folder.rules, isFolder: true) else { continue }
          guard walk(from: target, goesOn: goesOn) else { return false }
        case S_IFREG:
          guard !listed.contains(place), seen.files.insert(place).inserted else {
            passedOver.note(.listedElsewhere, path)
            continue
          }
          files.append(path, size: Int(status.st_size), modified: status.modified)
        case let kind: passedOver.note(PassedOver.Kind(ofMode: kind), path)
        }
      }
    }
    return true
  }

  private func status(of place: String) -> stat? {
    var status = stat()
    guard !place.isEmpty else { return fstat(root.descriptor, &status) == 0 ? status : nil }
    let end = place.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = SafeFile.folder(end.map { String(place[..<$0]) } ?? "", below: root.descriptor)
    guard folder >= 0 else { return nil }
    defer { close(folder) }
    let name = end.map { String(place[place.utf8.index(after: $0)...]) } ?? place
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// Whether the rules pass over a file or folder; notes it then.
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

  /// Notes the files of one folder, and gives the folders in it.
  private mutating func read(_ folder: Folder) -> [Folder] {
    let descriptor = SafeFile.folder(folder.place, below: root.descriptor)
    guard descriptor >= 0, let stream = fdopendir(descriptor) else {
      problems.append(
        Problem(path: folder.path, reason: "the folder can't be read: \(String(cString: strerror(errno)))"))
      if descriptor >= 0 { close(descriptor) }
      if folder.path.isEmpty { isRootReadable = false }
      return []
    }
    defer { closedir(stream) }
    var folder = folder
    folder.rules = folder.rules.adding(fileIn: descriptor, folder: folder.path, problems: &problems)
    var folders: [Folder] = []
    while let entry = Self.next(in: stream) {
      guard let name = name(of: entry, in: folder.path) else { continue }
      let path = folder.path(of: name)
      guard path.utf8.count < Self.maximumPath else {
        problems.append(
          Problem(path: folder.path, reason: "a path longer than \(Self.maximumPath) bytes is not read"))
        continue
      }
      take(name, of: Self.mode(of: entry), descriptor, in: folder, folders: &folders)
    }
    if errno != 0 {
      problems.append(
        Problem(
          path: folder.path,
          reason: "only a part of the folder can be read: \(String(cString: strerror(errno)))"))
    }
    if let unfinished = Self.unfinishedMail(folders) {
      passedOver.note(.usual, folders.remove(at: unfinished).path + "/")
    }
    return folders
  }

  private mutating func take(
    _ name: String, of mode: mode_t?, _ descriptor: Int32, in folder: Folder, folders: inout [Folder]
  ) {
    let path = folder.path(of: name)
    var status = stat()
    var mode = mode
    if mode == nil {
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
      mode = status.st_mode & S_IFMT
    }
    guard !isPassedOver(path, rules: folder.rules, isFolder: mode == S_IFDIR) else { return }
    switch mode {
    case S_IFDIR: folders.append(folder.folder(name))
    case S_IFLNK where root.links == .inside: links.append((name, folder))
    case S_IFREG:
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG
      else { return }
      if root.links == .inside, folder.path != folder.place,
        !seen.files.insert(folder.place(of: name)).inserted
      {
        passedOver.note(.listedElsewhere, path)
        return
      }
      files.append(path, size: Int(status.st_size), modified: status.modified)
    default: passedOver.note(PassedOver.Kind(ofMode: mode ?? 0), path)
    }
  }

  /// In a folder of mail, where messages lie that are being written (maildir(5)): beside `cur` and `new`, `tmp`.
  private static func unfinishedMail(_ folders: [Folder]) -> Int? {
    func index(_ name: String) -> Int? {
      folders.firstIndex {
        $0.path == name || $0.path.utf8.reversed().starts(with: ("/" + name).utf8.reversed())
      }
    }
    guard folders.count >= 3, index("cur") != nil, index("new") != nil else { return nil }
    return index("tmp")
  }

  /// The next entry of a folder but itself and the one above; nil with `errno` 0 at its end, and with another `errno`
  /// where reading failed.
  private static func next(in stream: OpaquePointer) -> UnsafeMutablePointer<dirent>? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else { return nil }
      let isSelf = withUnsafeBytes(of: &entry.pointee.d_name) { name in
        name[0] == UInt8(ascii: ".")
          && (name[1] == 0 || name[1] == UInt8(ascii: ".") && name[2] == 0)
      }
      if !isSelf { return entry }
    }
  }

  /// What an entry is, where the folder says so.
  private static func mode(of entry: UnsafeMutablePointer<dirent>) -> mode_t? {
    switch Int32(entry.pointee.d_type) {
    case Int32(DT_DIR): S_IFDIR
    case Int32(DT_REG): S_IFREG
    case Int32(DT_LNK): S_IFLNK
    case Int32(DT_FIFO): S_IFIFO
    case Int32(DT_SOCK): S_IFSOCK
    case Int32(DT_CHR): S_IFCHR
    case Int32(DT_BLK): S_IFBLK
    default: nil
    }
  }

  private mutating func name(of entry: UnsafeMutablePointer<dirent>, in path: String) -> String? {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      let used = bytes.prefix { $0 != 0 }
      return (strict: String(validating: used, as: UTF8.self), lenient: String(decoding: used, as: UTF8.self))
    }
    if name.strict == IgnoreRules.fileName { return nil }
    if name.strict == nil {
      let full = path.isEmpty ? name.lenient : path + "/" + name.lenient
      guard name.lenient.utf8.first != UInt8(ascii: ".") else {
        passedOver.note(.hidden, full)
        return nil
      }
      problems.append(
        Problem(path: full, reason: "the file's name is not valid UTF-8; rename it to have it read"))
    }
    return name.strict
  }
}

// MARK: - One file

extension Scanner {
  /// A file as the walk would see it; nil where there is none or it is passed over.
  func entry(at path: String) -> Entry? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    var folder = Folder(rules: root.rules)
    var problems: [Problem] = []
    for (index, part) in parts.enumerated() {
      let descriptor = SafeFile.folder(folder.place, below: root.descriptor)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      folder.rules = folder.rules.adding(fileIn: descriptor, folder: folder.path, problems: &problems)
      let isLast = index == parts.count - 1
      guard folder.rules.origin(of: folder.path(of: part), isFolder: !isLast) == nil,
        part != IgnoreRules.fileName
      else { return nil }
      var next = folder.folder(part)
      if root.links == .inside, case .inside(let place) = root.target(of: next.place) { next.place = place }
      folder = next
    }
    guard let status = status(of: folder.place), status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Entry(path: path, size: Int(status.st_size), modified: status.modified)
  }
}

// MARK: - For those who watch

extension Scanner {
  /// A folder of which changes are to be told.
  struct Watched {
    var folder: Folder
    /// Whether it is watched only for files that links lead to: all that happens in it may matter, and nothing below it.
    var isForLinks = false
  }

  /// What is to be watched because of a folder: the folders in it, and where its links lead to.
  ///
  /// The folder's own rules are
  /// taken up into it.
  func watched(in folder: inout Folder) -> [Watched] {
    guard folder.depth < Self.maximumDepth else { return [] }
    let descriptor = SafeFile.folder(folder.place, below: root.descriptor)
    guard descriptor >= 0, let stream = fdopendir(descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      return []
    }
    defer { closedir(stream) }
    var problems: [Problem] = []
    folder.rules = folder.rules.adding(fileIn: descriptor, folder: folder.path, problems: &problems)
    var found: [Watched] = []
    while let entry = Self.next(in: stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard folder.path.utf8.count + name.utf8.count < Self.maximumPath else { continue }
      if let next = watched(name, Self.mode(of: entry), descriptor, in: folder) { found.append(next) }
    }
    let folders = found.filter { !$0.isForLinks }.map(\.folder)
    if let unfinished = Self.unfinishedMail(folders) {
      found.removeAll { $0.folder.path == folders[unfinished].path }
    }
    return found
  }

  /// What is to be watched because a link has come into a folder; nil for what is none, or is not followed.
  func watched(link name: String, in folder: Folder) -> Watched? {
    guard root.links == .inside else { return nil }
    let descriptor = SafeFile.folder(folder.place, below: root.descriptor)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return watched(name, nil, descriptor, in: folder)
  }

  private func watched(_ name: String, _ mode: mode_t?, _ descriptor: Int32, in folder: Folder) -> Watched? {
    var mode = mode
    if mode == nil {
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
      mode = status.st_mode & S_IFMT
    }
    guard folder.rules.origin(of: folder.path(of: name), isFolder: mode == S_IFDIR) == nil else { return nil }
    if mode == S_IFDIR { return Watched(folder: folder.folder(name)) }
    guard mode == S_IFLNK, root.links == .inside,
      case .inside(let place) = root.target(of: folder.place(of: name)), let status = status(of: place)
    else { return nil }
    var target = folder.folder(name)
    if status.st_mode & S_IFMT == S_IFDIR {
      target.place = place
      return Watched(folder: target)
    }
    target.place = place.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place[..<$0]) } ?? ""
    return Watched(folder: target, isForLinks: true)
  }
}
