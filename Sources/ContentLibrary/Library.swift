internal import Database
public import Stories
public import StoryFormats
internal import Synchronization
internal import System

/// A library: one or more directories of stories, with their index and their marks.
///
/// It is safe to use from any thread. Reading continues while a refresh writes.
public final class Library: Sendable {
  /// The paths of a library, and what it reads.
  public struct Configuration: Sendable {
    /// The directories of stories, one or more.
    public var directories: [String]
    /// The index; nil for the library's own file in the cache.
    public var indexPath: String?
    /// The marks; nil for the file in the state directory.
    public var marksPath: String?
    /// Whether marks are kept at all, or only until the program ends.
    public var keepsMarks = true
    /// The archive of feeds; nil for the file beside the marks.
    public var archivePath: String?
    /// Who reads: strangers see only the copy that `publishForAll` made.
    public var audience = Audience.owner
    /// The formats to read, most specific first.
    public var formats: [any StoryFormat]
    /// Files to skip besides the usual ones: patterns as in gitignore(5).
    public var ignoring: [String] = []
    /// Which symbolic links to follow.
    public var links = LinkPolicy.never
    /// The reader's languages, as tags (BCP 47) or names of locales, the most wanted first: translations of a
    /// story are offered in this order.
    public var languages: [String] = []
    var bounds = FileBounds()
    /// Up to so many marks made at once have a row each.
    var mostMarkRows = Marks.mostRows

    /// A configuration for a directory; everything else has its usual value.
    public init(
      directory: String, indexPath: String? = nil, marksPath: String? = nil,
      formats: [any StoryFormat] = Formats.all
    ) {
      self.init(directories: [directory], indexPath: indexPath, marksPath: marksPath, formats: formats)
    }

    /// The same for several directories, which are read as one library.
    public init(
      directories: [String], indexPath: String? = nil, marksPath: String? = nil,
      formats: [any StoryFormat] = Formats.all
    ) {
      self.directories = directories
      self.indexPath = indexPath
      self.marksPath = marksPath
      self.formats = formats
    }

    /// The fault in a pattern for `ignoring`; nil if it is valid.
    public static func fault(inPattern pattern: String) -> String? {
      do throws(IgnorePattern.Fault) {
        _ = try IgnorePattern(pattern)
        return nil
      } catch {
        return error.reason
      }
    }
  }

  /// Who reads a library.
  public enum Audience: Sendable {
    /// Those whose library it is.
    case owner
    /// Anybody: stories that are killed, withheld or under an embargo do not exist.
    case everybody
  }

  /// What marks and searches of this library are kept by: the real path of its directory, or those of
  /// several with "//" between them.
  public let identity: String
  /// The real paths of its directories.
  public var directories: [String] { root.directories.map(\.path) }
  /// The files of the index; nil if it is in memory because none can be written.
  let location: IndexLocation?
  /// The path of the index; ":memory:" if none can be written.
  public var indexPath: String { location?.database ?? Self.inMemory }
  private static let inMemory = ":memory:"
  /// A message for the reader about the opening of the library; nil if all is well.
  public let notice: String?

  let formats: [any StoryFormat]
  let bounds: FileBounds
  /// See `Configuration.languages`.
  let languages: [String]
  /// Up to so many marks made at once have a row each.
  let mostMarkRows: Int
  let audience: Audience
  let root: Root
  private let connection: IndexConnection
  let marks: Marks
  let archive: Archive
  /// The clippings; nil where marks are not kept in files, and for strangers.
  let clippings: ClippingFolder?
  let lastSearch = Mutex<LastSearch?>(nil)
  let lastFile = Mutex<LastFile?>(nil)
  let lastPieceReader = Mutex<LastPieceReader?>(nil)
  let samples = HeadlineSamples()
  let facetTotals = FacetTotals()
  let markedPlaces = MarkedPlaces()
  let hiddenPlaces = HiddenPlaces()
  let markSteps = MarkSteps()
  /// Similar stories found so far, by story.
  let likes = Mutex<[StoryID: [Related]]>([:])
  /// The same for searches, by the name that was typed.
  let namedLikes = Mutex<[String: [Int64: Float]]>([:])
  /// Stories read ahead of a refresh, whose marks may have to be recovered.
  let cameAhead = Mutex<[StoryTraits]>([])
  /// The end of the last visit, or the beginning of a first one.
  let visit: Visit?
  /// The last news that was reported.
  let lastTold: Mutex<Int64>

  /// Opens the library, and creates index and marks if needed.
  ///
  /// An index that is damaged, or made by a newer version, is replaced. If none can be written, one is kept
  /// in memory. `notice` reports both.
  ///
  /// - Throws: `LibraryError` if a directory can't be read, or another program's file is in the index's
  ///   place.
  public init(_ configuration: Configuration) throws(LibraryError) {
    var root = try Root(opening: configuration.directories)
    (root.links, root.ignoring) = (configuration.links, configuration.ignoring)
    self.root = root
    identity = root.identity
    (formats, bounds, audience) = (configuration.formats, configuration.bounds, configuration.audience)
    (mostMarkRows, languages) = (configuration.mostMarkRows, configuration.languages)
    let place = IndexLocation(database: configuration.indexPath ?? LibraryPaths.index(of: identity))
    try IndexFile.refuseOthers(place)
    let isPublic = configuration.audience == .everybody
    let marksPath = configuration.marksPath ?? LibraryPaths.marks
    archive =
      isPublic
      ? Archive(path: place.publicCopy, library: identity, isFinal: true)
      : Archive(
        path: configuration.archivePath ?? LibraryPaths.archive(beside: marksPath), library: identity)
    clippings =
      isPublic || !configuration.keepsMarks
      ? nil : ClippingFolder(path: Paths.folder(of: marksPath) + "/clippings")
    let opened: IndexFile
    let last: Visit?
    (marks, opened, last) = try Self.open(
      place, isPublic, to: identity, marks: configuration.keepsMarks ? marksPath : nil)
    (connection, location) = (opened.connection, opened.location)
    let visit = last ?? .first()
    self.visit = visit
    lastTold = Mutex(visit.news)
    let notices = [opened.notice, marks.notice].compactMap { $0 }
    notice = notices.isEmpty ? nil : notices.joined(separator: " ")
  }

  /// Opens the index beside the marks: those that look sound are not opened themselves, unless they are
  /// found to be damaged after all.
  ///
  /// - Parameter marks: the file; nil for marks that are not kept.
  private static func open(
    _ place: IndexLocation, _ isPublic: Bool, to identity: String, marks path: String?, waits: Bool = true
  ) throws(LibraryError) -> (Marks, IndexFile, Visit?) {
    let marks = if let path { try Marks(path: path, waits: waits) } else { try Marks() }
    do {
      let opened =
        try isPublic
        ? IndexFile.open(publicCopyAt: place, marks: marks.path)
        : IndexFile.open(at: place, marks: marks.path)
      let index = Self.identity(ofIndex: opened.location?.database ?? inMemory)
      let (isSound, visit) =
        (try? opened.connection.current.read { db in
          (
            !marks.isWaiting || Marks.areSound(in: db), Marks.lastVisit(to: identity, index: index, in: db)
          )
        }) ?? (true, nil)
      if isSound { return (marks, opened, visit) }
    } catch {
      guard marks.isWaiting, case .marks = error else { throw error }
    }
    return try open(place, isPublic, to: identity, marks: path, waits: false)
  }

  /// The database to read, and to write if it is this user's own.
  var index: any DatabaseWriter { connection.current }

  /// The copy of another user's index; nil if the index is this user's own.
  var sharedPath: String? { connection.sharedPath }

  /// Whether the index belongs to another user, who keeps it up to date.
  public var isShared: Bool { sharedPath != nil }

  /// The identity of the library in some directories, which are not opened; nil if one of them is not there.
  public static func identity(of directories: [String]) -> String? {
    let paths = directories.compactMap { Paths.real($0) }
    return paths.count == directories.count ? Root.identity(of: Root.outermost(Set(paths))) : nil
  }

  /// Gives memory back that only makes the next answers faster, because none is asked for at the moment.
  public func rest() {
    connection.current.rest()
    if !marks.isWaiting { try? marks.queue.rest() }
  }

  /// The names of its directories, for the top of the screen.
  public var name: String {
    let names = root.directories.map(\.name)
    return names.count > 1 ? names.joined(separator: " + ") : LibraryPaths.name(of: identity)
  }

  /// Marks a story as read or unread; of one that is read, the words are kept too.
  public func mark(_ id: StoryID, read: Bool) throws {
    try set(.isRead, to: read ? 1 : 0, of: id)
    // Without its words, a story is marked all the same.
    if read { try? keepReading(id) }
    try noteMark(of: id) { $0.isRead = read }
    forgetMarks()
  }

  /// Saves or unsaves a story.
  public func save(_ id: StoryID, saved: Bool) throws {
    try set(.isSaved, to: saved ? 1 : 0, of: id)
    try noteMark(of: id) { $0.isSaved = saved }
    forgetMarks()
  }

  /// Stores the place in a story's text.
  public func keepPlace(_ id: StoryID, _ place: ReadingPlace) throws {
    try set(.place, to: place.share, words: place.words, of: id)
  }

  private func set(_ kind: Marks.Kind, to value: Double, words: String? = nil, of id: StoryID) throws {
    try marks.set(
      kind, to: value, words: words, story: id, library: identity, path: try listing(of: id)?.path)
  }
}
