internal import Database
internal import Stories
internal import System

/// The folder of journals, one a machine: files that are only appended to, and carried by other programs.
///
/// A copy may be cut, doubled or old, and copies of conflicts may lie beside it; all of them are read.
struct SyncJournal {
  let folder: String
  let machine: String

  /// The most files, the largest one, and how much is read at once, in bytes.
  private static let (mostFiles, largest, block) = (500, 1 << 30, 1 << 20)
  /// How much before the end of what was read tells whether a file only grew, in bytes.
  private static let tail = 4_096

  /// The name of this machine's journal.
  var ownName: String { "newsroom-\(machine).jsonl" }
  private var ownPath: String { folder + "/" + ownName }

  /// The names of all journals and copies of journals, in order.
  func names() throws(SystemError) -> [String] {
    let reader = try FolderReader(try Descriptor.open(folder, .read, .folder))
    var names: [String] = []
    while let entry = try reader.next() {
      // Names of copies: "newsroom-x.sync-conflict-….jsonl", "newsroom-x.jsonl.orig".
      guard entry.isNamedInUTF8, entry.name.hasPrefix("newsroom-"), entry.name.contains(".jsonl"),
        entry.kind == .file || entry.kind == nil
      else { continue }
      names.append(entry.name)
    }
    return Array(names.sorted().prefix(Self.mostFiles))
  }

  // MARK: Reading

  /// How far a file has been read.
  struct Place: Hashable {
    var size = 0
    var modified: Int64 = 0
    var number: Int64 = 0
    /// After the last whole line.
    var place = 0
    /// The fingerprint of the bytes before it.
    var tail: Int64 = 0
    var lines = 0
    /// Lines that say nothing.
    var strange = 0
    /// Whether the file still begins with what was read of it before.
    var isContinued = false
  }

  /// Reads the lines of a file that are new.
  ///
  /// - Parameters:
  ///   - known: how far it has been read; nil for not at all.
  ///   - readsAll: whether it is read from its beginning all the same.
  ///   - take: takes the entries of some lines.
  /// - Returns: how far it is read now; nil if it is no file that can be read.
  func read(
    _ name: String, from known: Place?, readsAll: Bool = false, _ take: ([SyncEntry]) throws -> Void
  ) throws -> Place? {
    guard let file = try? Descriptor.open(folder + "/" + name, .read, [.noWaiting]),
      let status = try? file.status(), status.kind == .file, status.size <= Self.largest
    else { return nil }
    var place = Place()
    if let known, known.place <= status.size, try fingerprint(file, before: known.place) == known.tail {
      if !readsAll { place = known }
      place.isContinued = true
    }
    let number = Int64(bitPattern: status.identity.number)
    if place.place > 0, place.size == status.size, place.modified == status.modified, place.number == number {
      return place
    }
    (place.size, place.modified, place.number) = (status.size, status.modified, number)
    var rest: [UInt8] = []
    /// Whether the beginning of a line that is too long was dropped.
    var isTooLong = false
    var bytes = [UInt8](repeating: 0, count: Self.block)
    var offset = place.place
    while case let count = try file.read(into: &bytes, at: offset), count > 0 {
      offset += count
      rest += bytes[..<count]
      var entries: [SyncEntry] = []
      var start = rest.startIndex
      while let end = rest[start...].firstIndex(of: 0x0A) {
        place.lines += 1
        if isTooLong {
          place.strange += 1
        } else if let found = SyncLine.entries(of: rest[start..<end]) {
          entries += found
        } else {
          place.strange += 1
        }
        isTooLong = false
        start = end + 1
      }
      try take(entries)
      rest.removeFirst(start)
      if rest.count > SyncLine.longest {
        isTooLong = true
        rest = []
      }
      // The last line may still be on its way.
      if !isTooLong { place.place = offset - rest.count }
    }
    place.tail = try fingerprint(file, before: place.place)
    return place
  }

  private func fingerprint(_ file: Descriptor, before end: Int) throws -> Int64 {
    var bytes = [UInt8](repeating: 0, count: min(Self.tail, end))
    var filled = 0
    while filled < bytes.count {
      var part = [UInt8](repeating: 0, count: bytes.count - filled)
      let count = try file.read(into: &part, at: end - bytes.count + filled)
      guard count > 0 else { return 0 }
      bytes.replaceSubrange(filled..<filled + count, with: part[..<count])
      filled += count
    }
    return Int64(bitPattern: Fingerprint(of: bytes).folded)
  }

  // MARK: Writing

  /// Appends entries to this machine's journal, after the end of a line, and waits until they are on the disk.
  func append(_ entries: [SyncEntry]) throws {
    guard !entries.isEmpty else { return }
    let file = try Descriptor.open(ownPath, .readAndWrite, [.create, .appending])
    let size = try file.status().size
    var last: [UInt8] = [0]
    let isCut = try size > 0 && file.read(into: &last, at: size - 1) == 1 && last[0] != 0x0A
    let text = (isCut ? "\n" : "") + SyncLine.lines(of: entries).map { $0 + "\n" }.joined()
    try file.write(text.utf8)
    try file.sync()
  }

  /// Writes this machine's journal anew: its last change of every key, also of those that others have changed
  /// since, and whatever else stands in it.
  ///
  /// - Parameter own: the registers that this machine set last.
  func rewrite(_ own: [SyncEntry]) throws {
    /// By key and machine.
    var last: [SyncKey: [String: SyncEntry]] = [:]
    func take(_ entry: SyncEntry) {
      let known = last[entry.key]?[entry.stamp.machine]
      let isLater =
        known.map { ($0.stamp, $0.value ?? "") < (entry.stamp, entry.value ?? "") } ?? true
      if isLater { last[entry.key, default: [:]][entry.stamp.machine] = entry }
    }
    _ = try read(ownName, from: nil) { $0.forEach(take) }
    own.forEach(take)
    let entries = last.values.flatMap(\.values).sorted { one, other in
      if one.stamp != other.stamp { return one.stamp < other.stamp }
      if one.key.kind != other.key.kind { return one.key.kind.rawValue < other.key.kind.rawValue }
      return (one.key.name, one.value ?? "", one.key.story) < (
        other.key.name, other.value ?? "", other.key.story
      )
    }
    let new = folder + "/.newsroom-\(machine).new"
    Paths.remove(new)
    do {
      let file = try Descriptor.open(new, .write, [.createNew, .noLink])
      for line in SyncLine.lines(of: entries) { try file.write((line + "\n").utf8) }
      try file.sync()
      try Paths.move(new, to: ownPath)
    } catch {
      Paths.remove(new)
      throw error
    }
  }
}
