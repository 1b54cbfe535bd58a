public import Stories

/// Electronic books: EPUB 2 and 3, a story a chapter.
///
/// The book's title is the desk of its chapters, its publisher their source. Pictures are not unpacked.
public struct EPUB: StoryFormat {
  /// "epub".
  public let name = "epub"
  /// The line for `newsroom formats`.
  public let summary = "books in EPUB 2 and 3: a story per chapter, unless the book is locked (DRM)"
  /// The extension of books.
  public let fileExtensions = ["epub"]
  /// How the words are written: between tags, in the files of an archive.
  public let writing = SourceWriting.book
  /// Chapters are read one after the other.
  public let isReadInOrder = true

  /// Makes the format.
  public init() {}

  /// The beginning of every book (EPUB 3.3, OCF, section 4.3): an archive whose first file is named `mimetype`.
  private static let beginning = Array("mimetypeapplication/epub+zip".utf8)

  /// Whether the bytes begin as every book does.
  public func recognises(_ source: Source) -> Bool {
    source.bytes.starts(with: ZipMending.localHeader)
      && source.bytes.dropFirst(30).starts(with: Self.beginning)
  }

  /// The same: no other file begins so.
  public func isCertain(_ source: Source) -> Bool { recognises(source) }

  /// Reads the chapters.
  public func read(_ source: Source) -> Reading {
    guard var reader = BookReader(source) else {
      return Reading(problems: [
        Problem(path: source.path, reason: "it is not an EPUB book, or nothing of it is left; get it again")
      ])
    }
    return reader.reading()
  }

  /// The texts of the chapters as they are written, for comparing them with what was read.
  static func texts(of source: Source) -> [String] {
    guard var files = BookFiles(source) else { return [] }
    return BookPackage(&files).spine.compactMap { files.text($0) }
  }
}
