internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// `newsroom export QUERY --to FORMAT`: stories in another format.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write stories as Markdown, HTML, JSON Lines or RSS, or as a book.",
    discussion: """
      QUERY is `all`, a story's path, id or exact headline, or a search. Stories are written newest first, \
      to standard output or, with --output, as one file per story; a book (epub) is one file, with contents \
      by desk and your clippings. \(FieldHelp.text)
      """)

  @Argument(help: "The stories to export.")
  var query: [String] = ["all"]

  @Option(
    help: ArgumentHelp(
      "The format: \(Self.formats).", valueName: "format"))
  var to: String

  /// The names of the formats.
  private static let formats = (Writers.all.map(\.name) + [BookWriter.name]).joined(separator: ", ")

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp(
      "Write one file per story into this folder, or a book to this file.", valueName: "path"),
    completion: .directory)
  var output: String?

  @Option(name: [.long, .customShort("n")], help: "Export at most this many stories.")
  var limit: Int?

  @OptionGroup var options: LibraryOptions

  @OptionGroup var narrowing: Narrowing

  @Option(
    name: [.customLong("kept"), .customLong("saved")],
    help: ArgumentHelp("Only what the search kept under this name finds.", valueName: "name"))
  var kept: String?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more.") }
    if Writers.named(to) == nil, to != BookWriter.name {
      throw ValidationError("no export format \(to); the formats are \(Self.formats).")
    }
    if to == BookWriter.name, output == nil {
      throw ValidationError("a book needs --output and the name of its file, such as -o stories.epub.")
    }
  }

  func run() throws {
    try ShellQuery.check(query, narrowing.fields)
    let (library, _) = try options.openAndRefresh()
    let words = query == ["all"] ? [] : query
    let asked = try ShellQuery(words, fields: narrowing.fields, kept: kept, in: library)
    let found = try FoundStories(asked, words, in: library)
    var sink = try sink(of: library)
    var (count, failures) = (0, 0)
    do {
      try found.each(of: library) { listing in
        guard count < limit ?? .max else { return false }
        count += 1
        do {
          try sink.take(try library.story(listing.id))
        } catch let error as LibraryError {
          Output.complain("\(listing.path): \(error)")
          failures += 1
        }
        return true
      }
    } catch let error as LibraryError {
      throw Failure("\(error)")
    }
    try sink.finish()
    if count == 0, limit != 0 { try asked.failFindingNothing(in: library) }
    if failures > 0 { throw ExitCode(1) }
  }

  private func sink(of library: Library) throws -> any StorySink {
    guard let writer = Writers.named(to) else {
      let title = query == ["all"] ? library.name : "\(library.name): \(query.joined(separator: " "))"
      return try BookSink(output ?? "", title: title, of: library)
    }
    return try output.map { try FolderSink($0, writer: writer) }
      ?? StreamSink(writer: writer, title: library.name)
  }
}

/// Where the stories are written.
private protocol StorySink {
  mutating func take(_ story: Story) throws
  mutating func finish() throws
}

/// Writes one document to standard output.
private struct StreamSink: StorySink {
  private var document: StoryDocument

  init(writer: any StoryWriter, title: String) {
    document = StoryDocument(writer: writer, title: title) { Output.write($0) }
  }

  mutating func take(_ story: Story) throws { try document.take(story) }

  func finish() throws { try document.finish() }
}

/// Writes a book into a file, which must not exist yet.
private struct BookSink: StorySink {
  private let path: String
  private var book: BookWriter
  private var clips: [StoryID: [Clip]] = [:]

  init(_ path: String, title: String, of library: Library) throws {
    (self.path, book) = (path, BookWriter(title: title, now: Clock.now))
    guard !Paths.exists(path) else {
      throw Failure("can't write \(path): it already exists; choose another name, or move it away")
    }
    for clipping in try library.allClippings() ?? [] {
      clips[clipping.source.id, default: []].append(clipping.clip)
    }
  }

  mutating func take(_ story: Story) throws {
    guard book.count < BookWriter.most else {
      throw Failure(
        "a book can have at most \(BookWriter.most) stories; choose fewer with --limit or a query")
    }
    book.add(story, clips: clips[story.id] ?? [])
  }

  mutating func finish() throws {
    guard book.count > 0 else { return }
    guard let bytes = book.bytes() else { throw Failure("can't write \(path): the book could not be made") }
    do throws(SystemError) {
      let file = try Descriptor.open(path, .write, [.createNew, .noLink], mode: 0o666)
      try file.write(bytes)
    } catch {
      throw Failure("can't write \(path): \(error)")
    }
    Output.note("\(Output.counted(book.count, "story", "stories")) written to \(path).")
  }
}

/// Writes one file per story into a folder, which is created if needed.
///
/// Existing files are never overwritten.
private struct FolderSink: StorySink {
  let writer: any StoryWriter
  let folder: String
  private var count = 0

  init(_ folder: String, writer: any StoryWriter) throws {
    (self.folder, self.writer) = (folder, writer)
    do {
      try Paths.makeFolder(folder, mode: 0o777)
    } catch {
      throw Failure("can't create \(folder): \(error)")
    }
  }

  mutating func take(_ story: Story) throws {
    let path = folder + "/" + Self.name(of: story) + "." + writer.fileExtension
    do throws(SystemError) {
      let file = try Descriptor.open(path, .write, [.createNew, .noLink], mode: 0o666)
      Output.write(writer.document(story), to: file)
    } catch {
      let reason =
        error == .exists ? "it already exists; choose an empty folder" : error.description
      throw Failure("can't write \(path): \(reason)")
    }
    count += 1
  }

  mutating func finish() {
    Output.note("\(Output.counted(count, "story", "stories")) written to \(folder).")
  }

  /// `2026-03-02-ferry-line-to-reopen-1f2e3d4c`: the date, the headline and, to make it unique, the id.
  private static func name(of story: Story) -> String {
    let date = story.published.map { String($0.iso8601.prefix(10)) + "-" } ?? ""
    let words = story.headline.lowercased().unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : "-"
    }.joined().split(separator: "-").joined(separator: "-")
    return date + words.prefix(60) + (words.isEmpty ? "" : "-") + String(story.id.description.prefix(8))
  }
}
