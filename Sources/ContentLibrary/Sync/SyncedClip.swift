internal import Stories
internal import StoryFormats
internal import System

/// A clipping as journals carry it: its words, its note, and what it says of its story.
struct SyncedClip {
  var clip: Clip
  /// The library in it is a name alone: directories differ from machine to machine.
  var source: ClipSource

  init(_ clip: Clip, of source: ClipSource) {
    (self.clip, self.source) = (clip, source)
    self.source.library = Paths.name(of: source.library)
    self.source.path = ""
  }

  /// What it is known by: its story, and its words, however they are broken into lines.
  var key: SyncKey { SyncKey(kind: .clip, story: source.id.databaseValue, name: Self.name(of: clip)) }

  /// The fingerprint of the words.
  static func name(of clip: Clip) -> String { StoryID(content: Clip.letters(of: clip.words)).description }

  /// Its JSON, the same for the same clipping.
  var text: String {
    var members: [(String, JSON)] = [("words", .string(clip.words)), ("note", .string(clip.note))]
    if let kept = clip.kept { members.append(("kept", .number(Int(kept)))) }
    members += [
      ("place", .string("\(clip.share)")), ("story", .string(source.id.description)),
      ("headline", .string(source.headline.squeezed)), ("authors", .strings(source.authors)),
      ("library", .string(source.library)),
    ]
    for (name, value) in [("source", source.source), ("published", source.published), ("url", source.url)] {
      if let value, !value.isEmpty { members.append((name, .string(value))) }
    }
    if let version = source.version { members.append(("version", .number(version))) }
    return JSON.object(members).line
  }

  /// Reads its JSON; nil if it can't be one.
  init?(text: String) {
    guard text.utf8.count <= SyncLine.longest, let value = JSONReader.value(of: text),
      let id = value["story"]?.text.flatMap({ StoryID($0) }), case .string(let words) = value["words"],
      !words.isEmpty
    else { return nil }
    func field(_ name: String) -> String? { value[name]?.text.map { String($0.prefix(2_000)).squeezed } }
    clip = Clip(words: words)
    if case .string(let note) = value["note"] { clip.note = String(note.prefix(Clip.longestNote)) }
    if case .number(let kept) = value["kept"] { clip.kept = Int64(exactly: kept) }
    if let share = value["place"]?.text.flatMap({ Double($0) }), (0...1).contains(share) {
      clip.share = share
    }
    source = ClipSource(id: id, headline: field("headline") ?? "")
    source.authors = value["authors"]?.list.prefix(50).compactMap(\.text).map(\.squeezed) ?? []
    source.library = field("library").map { Paths.name(of: $0) } ?? ""
    (source.source, source.published, source.url) = (field("source"), field("published"), field("url"))
    if case .number(let version) = value["version"] { source.version = Int(exactly: version) }
  }
}

extension ClippingFolder {
  /// All clippings, by what they are known by, and when their files were last written, in milliseconds.
  ///
  /// - Returns: nil if the folder, or one of its files, can't be read: nothing can be said of what is missing.
  func all() -> (clips: [SyncKey: SyncedClip], written: [Int64: Int64])? {
    guard Paths.exists(path) else { return nil }
    var clips: [SyncKey: SyncedClip] = [:]
    var written: [Int64: Int64] = [:]
    for name in files() {
      guard let file = read(name) else { return nil }
      for clip in file.clips {
        let synced = SyncedClip(clip, of: file.source)
        clips[synced.key] = synced
      }
      let modified = FileStatus(of: name)?.modified ?? 0
      written[file.source.id.databaseValue] = modified / 1_000_000
    }
    return (clips, written)
  }

  /// Writes a clipping that another machine has kept or changed, or takes it away.
  ///
  /// - Parameters:
  ///   - place: the directory and the path of its story here; nil if it is not known here.
  func put(_ key: SyncKey, _ synced: SyncedClip?, at place: (directory: String, path: String)?) throws {
    let id = StoryID(databaseValue: key.story)
    let known = known(id).flatMap(read)
    // What the file says of its story stays.
    guard var source = known?.source ?? synced?.source else { return }
    if let place { (source.library, source.path) = place }
    try update(source) { clips in
      let index = clips.firstIndex { SyncedClip.name(of: $0) == key.name }
      switch (index, synced?.clip) {
      case (let index?, let clip?): clips[index] = clip
      case (let index?, nil): clips.remove(at: index)
      case (nil, let clip?): clips.append(clip)
      case (nil, nil): break
      }
    }
  }
}
