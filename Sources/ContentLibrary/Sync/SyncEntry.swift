internal import Stories
internal import StoryFormats

/// What a change is about: one mark of one story, one tag of it, one clipping, one kept search.
struct SyncKey: Hashable {
  enum Kind: Int64, CaseIterable {
    case read, saved, tag, clip, search

    /// The word for it in a journal.
    var word: String {
      switch self {
      case .read: "read"
      case .saved: "saved"
      case .tag: "tag"
      case .clip: "clip"
      case .search: "search"
      }
    }
  }

  var kind: Kind
  /// The story, as the database writes it; 0 for searches.
  var story: Int64
  /// The folded tag, the fingerprint of the clipping's words, or the library and the search's name.
  var name = ""

  /// What stands between the library and the name of a search.
  static let parting = "\u{1F}"
}

/// One change: what something is from a moment on.
struct SyncEntry {
  var key: SyncKey
  var stamp: SyncStamp
  /// "1" or "0" for marks; a tag's name as it is shown, a clipping in JSON, the words of a search; nil if it was
  /// taken away.
  var value: String?
}

/// One line of a journal: JSON, with the entries of one change.
enum SyncLine {
  /// The version of the lines.
  static let version = 1
  /// The most stories of one line, as written and as read; the longest line that is read, in bytes.
  static let (mostWritten, mostRead, longest) = (500, 20_000, 1 << 20)
  /// The longest names of machines, libraries and searches, in bytes.
  static let (longestMachine, longestName, longestSearch) = (80, 400, 4_000)

  /// The lines of entries in the order of their stamps; those that differ only in their story share a line.
  static func lines(of entries: [SyncEntry]) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < entries.count {
      let first = entries[start]
      var end = start + 1
      let isShared = [.read, .saved, .tag].contains(first.key.kind)
      while isShared, end < entries.count, end - start < mostWritten, entries[end].key.kind == first.key.kind,
        entries[end].key.name == first.key.name, entries[end].stamp == first.stamp,
        entries[end].value == first.value
      { end += 1 }
      lines.append(line(entries[start..<end]))
      start = end
    }
    return lines
  }

  private static func line(_ entries: ArraySlice<SyncEntry>) -> String {
    guard let first = entries.first else { return "" }
    var members: [(String, JSON)] = [
      ("newsroom", .number(version)), ("at", .string(first.stamp.text)), ("by", .string(first.stamp.machine)),
      ("set", .string(first.key.kind.word)),
    ]
    let stories = JSON.array(entries.map { .string(StoryID(databaseValue: $0.key.story).description) })
    switch first.key.kind {
    case .read, .saved: members += [("value", .bool(first.value == "1")), ("stories", stories)]
    case .tag:
      members += [
        ("name", .string(first.value ?? first.key.name)), ("value", .bool(first.value != nil)),
        ("stories", stories),
      ]
    case .clip:
      members += [
        ("story", .string(StoryID(databaseValue: first.key.story).description)),
        ("clip", .string(first.key.name)), ("value", .optional(first.value)),
      ]
    case .search:
      let parts = first.key.name.split(
        separator: SyncKey.parting, maxSplits: 1, omittingEmptySubsequences: false)
      members += [
        ("library", .string(String(parts.first ?? ""))), ("name", .string(String(parts.last ?? ""))),
        ("value", .optional(first.value)),
      ]
    }
    return JSON.object(members).line
  }

  /// What a line says; nil if it is none, or of a later version.
  static func entries(of bytes: ArraySlice<UInt8>) -> [SyncEntry]? {
    guard bytes.count <= longest, let text = String(validating: bytes, as: UTF8.self),
      let line = JSONReader.value(of: text), line["newsroom"] == .number(Double(version)),
      let machine = string(line["by"]), MachineName.isName(machine),
      let stamp = string(line["at"]).flatMap({ SyncStamp($0, machine: machine) }),
      let word = string(line["set"]), let kind = SyncKey.Kind.allCases.first(where: { $0.word == word }),
      let value = line["value"]
    else { return nil }
    switch kind {
    case .read, .saved:
      guard case .bool(let isSet) = value else { return nil }
      return stories(line)?.map {
        SyncEntry(key: SyncKey(kind: kind, story: $0), stamp: stamp, value: isSet ? "1" : "0")
      }
    case .tag:
      guard case .bool(let isSet) = value, let name = string(line["name"]).flatMap({ TagName($0) }) else {
        return nil
      }
      let key = FacetKey.key(of: name.text)
      return stories(line)?.map {
        SyncEntry(
          key: SyncKey(kind: kind, story: $0, name: key), stamp: stamp, value: isSet ? name.text : nil)
      }
    case .clip:
      guard let story = string(line["story"]).flatMap({ StoryID($0) }),
        let name = string(line["clip"]), StoryID(name) != nil
      else { return nil }
      let clip = string(value)
      guard value == .null || clip.flatMap(SyncedClip.init(text:)) != nil else { return nil }
      let key = SyncKey(kind: kind, story: story.databaseValue, name: name)
      return [SyncEntry(key: key, stamp: stamp, value: clip)]
    case .search:
      guard let library = string(line["library"]), let name = string(line["name"]), !name.isEmpty,
        library.utf8.count <= longestName, name.utf8.count <= longestName,
        !library.contains(SyncKey.parting), !name.contains(SyncKey.parting)
      else { return nil }
      let words = string(value)
      guard value == .null || words?.isEmpty == false, words?.utf8.count ?? 0 <= longestSearch else {
        return nil
      }
      let key = SyncKey(kind: kind, story: 0, name: library + SyncKey.parting + name)
      return [SyncEntry(key: key, stamp: stamp, value: words)]
    }
  }

  private static func string(_ value: JSONValue?) -> String? {
    if case .string(let text) = value { text } else { nil }
  }

  private static func stories(_ line: JSONValue) -> [Int64]? {
    guard case .array(let values) = line["stories"], values.count <= mostRead else { return nil }
    let stories = values.compactMap { string($0).flatMap { StoryID($0) }?.databaseValue }
    return stories.count == values.count ? stories : nil
  }
}
