internal import ContentLibrary
internal import NewsroomUI
internal import Stories
internal import StoryFormats
internal import System

/// Writes the stories of a list to a file, in its order and in the format that the name ends with.
struct ListExport {
  /// The most stories, and the most bytes after which no further story is written.
  static let (most, longest) = (10_000, 256 << 20)

  let library: Library
  let query: Query

  /// Writes the file, whole or not at all.
  ///
  /// - Parameter replacing: whether a file of that name may be replaced.
  /// - Returns: what became of it; nil if cancelled.
  /// - Throws: `Failure` if it can't be written, or is to be in the library: its stories would be listed twice.
  func write(to name: String, replacing: Bool, _ cancellation: Cancellation = Cancellation()) throws
    -> ExportOutcome?
  {
    let path = SettingKey.expandingHome(name)
    let lower = path.lowercased()
    guard let writer = Writers.all.first(where: { lower.hasSuffix("." + $0.fileExtension) }) else {
      let endings = Writers.all.map { "." + $0.fileExtension }.joined(separator: ", ")
      throw Failure("no format for \(name); names may end with \(endings)")
    }
    guard let folder = Paths.real(Paths.folder(of: path)) else {
      throw Failure("there is no folder \(Paths.folder(of: path))")
    }
    guard !library.holds(folder: folder) else {
      throw Failure("\(name) would be in the library itself; choose another folder")
    }
    let target = folder + "/" + Paths.name(of: path)
    if let status = FileStatus(of: target) {
      guard status.kind == .file else { throw Failure("\(name) is not a regular file") }
      guard replacing else { return .exists(name) }
    }
    let made = replacing ? target + ".new" : target
    if replacing { Paths.remove(made) }
    do {
      let file: Descriptor
      do throws(SystemError) {
        file = try Descriptor.open(made, .write, [.createNew, .noLink], mode: 0o666)
      } catch {
        return try error == .exists && !replacing ? .exists(name) : { throw Self.failure(name, error) }()
      }
      do {
        guard let count = try fill(file, writer, cancellation) else {
          Paths.remove(made)
          return nil
        }
        try file.sync()
        if replacing { try Paths.move(made, to: target) }
        return .written(count.written, path: name, isAll: count.isAll)
      } catch {
        Paths.remove(made)
        throw Self.failure(name, error)
      }
    }
  }

  private static func failure(_ name: String, _ error: any Error) -> any Error {
    error is LibraryError || error is Failure ? error : Failure("can't write \(name): \(error)")
  }

  private func fill(_ file: Descriptor, _ writer: any StoryWriter, _ cancellation: Cancellation) throws
    -> (written: Int, isAll: Bool)?
  {
    var bytes = 0
    var buffer: [UInt8] = []
    var document = StoryDocument(writer: writer, title: library.name) { text in
      buffer += text.utf8
      guard buffer.count >= 1 << 16 else { return }
      bytes += buffer.count
      try file.write(buffer)
      buffer = []
    }
    var isAll = true
    try library.stories(query) { listing in
      guard !cancellation.isCancelled else { return false }
      guard document.count < Self.most, bytes < Self.longest else {
        isAll = false
        return false
      }
      // A story that has just gone is not in the list either.
      if let story = try? library.story(listing.id) { try document.take(story) }
      return true
    }
    guard !cancellation.isCancelled else { return nil }
    try document.finish()
    try file.write(buffer)
    return (document.count, isAll)
  }
}
