/// What can go wrong with a library, with the place where it did.
public enum LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such directory, or it can't be entered.
  case noDirectory(path: String)
  /// The index can't be opened or written.
  case index(path: String, reason: String)
  /// What is to be the index is something else, and was left as it is.
  case notAnIndex(path: String, reason: String)
  /// The marks can't be opened or written.
  case marks(path: String, reason: String)
  /// The archive of what left its feeds can't be opened or written.
  case archive(path: String)
  /// A file can't be read.
  case unreadable(path: String, reason: String)
  /// The library has no story of that id any more.
  case noStory(id: String)
  /// The file of a story has changed so that the story is not in it any more.
  case storyIsGone(path: String)

  /// One sentence, with what to do where that helps.
  public var description: String {
    switch self {
    case .noDirectory(let path): "\(path) is not a directory that can be read"
    case .index(let path, let reason):
      "the index \(path) can't be used: \(reason). It can be deleted; it is built anew from the stories"
    case .notAnIndex(let path, let reason):
      "\(path) is no index of newsroom: \(reason). Nothing in it was changed; name another file for the index"
    case .marks(let path, let reason):
      "the marks in \(path) can't be used: \(reason). Nothing in them was changed; mend the file, or move it away to begin anew"
    case .archive(let path): "what leaves a feed is not kept, because \(path) can't be written"
    case .unreadable(let path, let reason): "\(path) can't be read: \(reason)"
    case .noStory(let id): "there is no story \(id) in the library any more"
    case .storyIsGone(let path): "the story is not in \(path) any more; press R to read the directory again"
    }
  }
}
