internal import Stories
internal import System

/// The folder beside the marks with the clippings: one Markdown file a story.
struct ClippingFolder: Sendable {
  let path: String

  /// The most files that are read, and the largest one, in bytes.
  private static let (mostFiles, largest) = (5_000, 1 << 20)

  /// The paths of the files, in the order of their names.
  func files() -> [String] {
    var names: [String] = []
    _ = firstName { name in
      names.append(name)
      return false
    }
    return names.sorted().prefix(Self.mostFiles).map { path + "/" + $0 }
  }

  /// The first name of a file, in no order, that is wanted; nil for none.
  private func firstName(where isWanted: (String) -> Bool) -> String? {
    guard let folder = try? Descriptor.open(path, .read, .folder), let reader = try? FolderReader(folder)
    else { return nil }
    while let entry = try? reader.next() {
      if entry.isNamedInUTF8, entry.name.hasSuffix(".md"), !entry.name.hasPrefix("."), isWanted(entry.name) {
        return entry.name
      }
    }
    return nil
  }

  /// The file of a story; nil if there is none.
  func known(_ id: StoryID) -> String? {
    firstName { $0.hasSuffix(id.fileNameEnding) }.map { path + "/" + $0 }
  }

  /// The file of a story, which need not exist.
  private func file(of id: StoryID, headline: String) -> String {
    known(id) ?? path + "/" + id.fileName(headline: headline, otherwise: "story")
  }

  /// What a file has; nil if it is missing or not one of ours.
  func read(_ file: String) -> ClippingFile? {
    guard let text = try? SmallFile(file, limit: Self.largest).readText() else { return nil }
    return ClippingFile(text)
  }

  /// Changes the clippings of a story, whole or not at all; without clippings the file is removed, unless
  /// somebody has written more in it.
  func update(_ source: ClipSource, _ change: (inout [Clip]) -> Void) throws {
    let name = file(of: source.id, headline: source.headline)
    var isEmpty = false
    try SmallFile(name, limit: Self.largest).update { text in
      var file = ClippingFile(source)
      if let text {
        guard let known = ClippingFile(text) else { throw LibraryError.notClippings(path: name) }
        file = known
        file.source = source
      }
      change(&file.clips)
      guard file.clips.count <= ClippingFile.most else { throw LibraryError.manyClippings(ClippingFile.most) }
      isEmpty = file.clips.isEmpty && file.preface.isEmpty && file.otherFields.isEmpty
      return file.text
    }
    if isEmpty { Paths.remove(name) }
  }

  /// Gives the clippings of a story to the story that it became.
  func carry(from old: StoryID, to new: StoryID) {
    guard let name = known(old), var file = read(name) else { return }
    file.source.id = new
    let other = self.file(of: new, headline: file.source.headline)
    guard !Paths.exists(other), (try? SmallFile(other).replace(with: Array(file.text.utf8))) != nil else {
      return
    }
    Paths.remove(name)
  }
}
