/// The errors of a library, with the path they concern.
public enum LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such directory, or it can't be entered.
  case noDirectory(path: String)
  /// The index can't be opened or written.
  case index(path: String, reason: String)
  /// The file in the index's place is something else, and was not changed.
  case notAnIndex(path: String, reason: String)
  /// The marks can't be opened or written.
  case marks(path: String, reason: String)
  /// The archive of feeds can't be opened or written.
  case archive(path: String)
  /// A file can't be read.
  case unreadable(path: String, reason: String)
  /// The library no longer has a story of that id.
  case noStory(id: String)
  /// The file of a story no longer contains it.
  case storyIsGone(path: String)
  /// A tag can't be given, because there are as many as there may be.
  case manyTags(String)
  /// A story has as many clippings as it may have.
  case manyClippings(Int)
  /// The file in the place of a story's clippings is something else, and was not changed.
  case notClippings(path: String)
  /// Marks can't be kept in step with other machines by the journals in a folder.
  case sync(path: String, reason: String)
  /// Clippings are not kept here, or not of this story.
  case noClippings

  /// A sentence without a full stop, with what to do if that helps.
  public var description: String {
    switch self {
    case .noDirectory(let path): "can't read the directory \(path)"
    case .index(let path, let reason):
      "can't use the index \(path): \(reason). You can delete it; newsroom will build it again"
    case .notAnIndex(let path, let reason):
      """
      \(path) is not a newsroom index: \(reason). Nothing in it was changed; choose another file for the \
      index
      """
    case .marks(let path, let reason):
      """
      can't use the marks in \(path): \(reason). Nothing in the file was changed; repair it, or move it \
      away to start afresh
      """
    case .archive(let path): "can't write \(path), so items that drop out of a feed are lost"
    case .unreadable(let path, let reason): "can't read \(path): \(reason)"
    case .noStory(let id): "the story \(id) is no longer in the library"
    case .storyIsGone(let path): "the story is no longer in \(path); press R to look for changes"
    case .manyTags(let reason): reason
    case .manyClippings(let most): "a story can't have more than \(most) clippings"
    case .notClippings(let path):
      "\(path) has no front matter that names a story. Nothing in it was changed; repair it, or move it away"
    case .sync(let path, let reason): "can't keep marks in step by \(path): \(reason)"
    case .noClippings: "no clippings are kept of this story"
    }
  }
}
