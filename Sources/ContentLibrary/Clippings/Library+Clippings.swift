public import Stories
internal import StoryFormats
internal import System

// Words and notes that the reader keeps of stories.
extension Library {
  /// Keeps words of a story.
  ///
  /// - Throws: `LibraryError` if they can't be kept, or the story must not be shown.
  public func keep(_ clip: Clip, of id: StoryID) throws {
    try update(id) { clips in
      if !clips.contains(where: { $0.words == clip.words }) { clips.append(clip) }
    }
  }

  /// Writes the note to a clip.
  public func note(_ clip: Clip, of id: StoryID, _ note: String) throws {
    try update(id) { clips in
      guard let index = clips.firstIndex(where: { $0.words == clip.words }) else { return }
      clips[index].note = String(note.prefix(Clip.longestNote))
    }
  }

  /// Deletes a clip, also of a story that is gone.
  public func drop(_ clip: Clip, of source: ClipSource) throws {
    try clippings?.update(source) { clips in clips.removeAll { $0.words == clip.words } }
  }

  private func update(_ id: StoryID, _ change: (inout [Clip]) -> Void) throws {
    guard let clippings else { throw LibraryError.noClippings }
    let story = try story(id)
    guard !story.wire.isQuiet(at: WallClock.seconds) else { throw LibraryError.noClippings }
    let place = place(ofStoryAt: story.path)
    var source = ClipSource(of: story, in: place.directory, source: LibraryPaths.name(of: place.directory))
    source.path = place.path
    source.published = story.published?.exact
    try clippings.update(source, change)
  }

  /// The clips of a story.
  func clips(of id: StoryID) -> [Clip] {
    clippings.flatMap { folder in folder.known(id).flatMap(folder.read) }?.clips ?? []
  }

  /// The file with the clips of a story; nil if there are none.
  public func clippingsFile(of id: StoryID) -> String? { clippings?.known(id) }

  /// All clippings of the library, the latest first.
  ///
  /// Words of a story that must not be shown any more are left out.
  ///
  /// - Returns: nil if cancelled.
  public func allClippings(cancellation: Cancellation = Cancellation()) throws -> [Clipping]? {
    guard let clippings else { return [] }
    var all: [Clipping] = []
    for path in clippings.files() {
      if cancellation.isCancelled { return nil }
      guard let file = clippings.read(path), !file.clips.isEmpty else { continue }
      let listing = try listing(of: file.source.id)
      guard listing != nil || directories.contains(file.source.library) else { continue }
      let story = listing.flatMap { try? unresolved($0.id).story }
      if story?.wire.isQuiet(at: WallClock.seconds) == true { continue }
      let letters = story.map { Clip.letters(of: $0.text) }
      all += file.clips.map { clip in
        Clipping(file.source, clip, listing: listing, isInStory: letters.map(clip.isIn(letters:)) ?? false)
      }
    }
    return all.sorted { ($0.clip.kept ?? 0, $1.source.path) > ($1.clip.kept ?? 0, $0.source.path) }
  }
}
