internal import GRDB
public import Stories
public import StoryFormats
internal import Synchronization
internal import System

/// A directory of stories with its index and its marks: what the reader and the commands ask for everything.
///
/// Safe to use from any thread. Reading goes on while a refresh writes.
public final class Library: Sendable {
  /// Where a library lies and what it reads.
  public struct Configuration: Sendable {
    /// The directory of stories.
    public var directory: String
    /// The index; nil for the directory's own file in the cache.
    public var indexPath: String?
    /// The marks; nil for the file in the state directory.
    public var marksPath: String?
    /// The formats that are read, most telling first.
    public var formats: [any StoryFormat]
    /// What is passed over besides the usual things: patterns as in gitignore(5).
    public var ignoring: [String] = []
    /// What is done about symbolic links.
    public var links = LinkPolicy.never
    var bounds = FileBounds()

    /// Takes a directory, and everything else as usual unless said.
    public init(
      directory: String, indexPath: String? = nil, marksPath: String? = nil,
      formats: [any StoryFormat] = Formats.all
    ) {
      self.directory = directory
      self.indexPath = indexPath
      self.marksPath = marksPath
      self.formats = formats
    }

    /// Why a pattern for `ignoring` can't be understood; nil where it can.
    public static func fault(inPattern pattern: String) -> String? {
      do throws(IgnorePattern.Fault) {
        _ = try IgnorePattern(pattern)
        return nil
      } catch {
        return error.reason
      }
    }
  }

  /// The directory's real path.
  public let directory: String
  /// Where the index lies, and what is around it; nil where none can be kept and it is in memory.
  let location: IndexLocation?
  /// The index file; ":memory:" where none can be kept.
  public var indexPath: String { location?.database ?? Self.inMemory }
  private static let inMemory = ":memory:"
  /// What a person should know about how the library was opened; nil when all is well.
  public let notice: String?

  let formats: [any StoryFormat]
  let bounds: FileBounds
  let root: Root
  private let connection: IndexConnection
  let marks: Marks
  let archive: Archive
  let lastSearch = Mutex<LastSearch?>(nil)
  let lastPieceReader = Mutex<LastPieceReader?>(nil)
  let samples = HeadlineSamples()
  /// What was found to be alike, by story.
  let likes = Mutex<[StoryID: [Related]]>([:])
  /// The same for searches, by the name that was typed.
  let namedLikes = Mutex<[String: [Int64: Float]]>([:])
  /// Stories that were taken in ahead of a refresh, for which marks may wait.
  let cameAhead = Mutex<[StoryTraits]>([])
  /// The end of the last visit, or the beginning of a first one.
  let visit: Visit?
  /// The last news that was told.
  let lastTold: Mutex<Int64>

  /// Opens the library, and makes index and marks where there are none.
  ///
  /// An index that is damaged, or made by a newer version, is put aside and built anew; where none can be
  /// written, one is kept in memory. Both are said in `notice`.
  public init(_ configuration: Configuration) throws(LibraryError) {
    guard let directory = Paths.real(configuration.directory),
      let descriptor = try? Descriptor.open(directory, .read, .folder)
    else { throw .noDirectory(path: configuration.directory) }
    root = Root(
      descriptor: descriptor, directory: directory, links: configuration.links,
      rules: IgnoreRules.usual.adding(configuration.ignoring))
    self.directory = directory
    (formats, bounds) = (configuration.formats, configuration.bounds)
    let place = IndexLocation(database: configuration.indexPath ?? LibraryPaths.index(of: directory))
    try IndexFile.refuseOthers(place)
    let marksPath = configuration.marksPath ?? LibraryPaths.marks
    marks = try Marks(path: marksPath)
    archive = Archive(path: LibraryPaths.archive(beside: marksPath), library: directory)
    let opened = try IndexFile.open(at: place, marks: marks.path)
    (connection, location) = (opened.connection, opened.location)
    let last = marks.lastVisit(
      to: directory, index: Self.identity(ofIndex: opened.location?.database ?? Self.inMemory))
    let visit = last ?? .first()
    self.visit = visit
    lastTold = Mutex(visit.news)
    let notices = [opened.notice, marks.notice].compactMap { $0 }
    notice = notices.isEmpty ? nil : notices.joined(separator: " ")
  }

  /// The database to read, and to write where it is this library's own.
  var index: any DatabaseWriter { connection.current }

  /// The copy of somebody else's index that is read; nil where the index is this user's own.
  var sharedPath: String? { connection.sharedPath }

  /// Whether the index is somebody else's, who keeps it up to date.
  public var isShared: Bool { sharedPath != nil }

  /// The directory's own name, for the top of the screen.
  public var name: String {
    directory.split(separator: "/").last.map(String.init) ?? "/"
  }

  /// Marks a story as read, or as unread.
  public func mark(_ id: StoryID, read: Bool) throws {
    try set(.isRead, to: read ? 1 : 0, of: id)
    forgetSearches()
  }

  /// Saves a story for later, or not any more.
  public func save(_ id: StoryID, saved: Bool) throws {
    try set(.isSaved, to: saved ? 1 : 0, of: id)
    forgetSearches()
  }

  /// Keeps the place in a story's text.
  public func keepPlace(_ id: StoryID, _ place: ReadingPlace) throws {
    try set(.place, to: place.share, words: place.words, of: id)
  }

  private func set(_ kind: Marks.Kind, to value: Double, words: String? = nil, of id: StoryID) throws {
    try marks.set(
      kind, to: value, words: words, story: id, library: directory, path: try listing(of: id)?.path)
  }
}
