internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import Stories
internal import StoryFormats
internal import System

/// `newsroom import FILE`: what other programs kept.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over what other programs kept: saved, read, tags, dates and marked words.",
    discussion: """
      FILE is an export of Pocket or Instapaper (CSV), of wallabag, Omnivore or Readwise (JSON), the \
      bookmarks of a browser (HTML) or a list of feeds (OPML). Stories of the library are found by their \
      address. For the other pages, stories with the link alone are written into the folder of --into, in \
      the library; what is there already stays as it is. Importing a file twice changes nothing more.
      """)

  @Argument(help: "The file that another program wrote.", completion: .file())
  var file: String

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Flag(help: "Only say what would be done.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("The folder in the library for pages that it does not have.", valueName: "folder"))
  var into = "imported"

  /// The largest file, in bytes.
  private static let limit = 64 << 20

  func validate() throws {
    let parts = into.split(separator: "/", omittingEmptySubsequences: false)
    if into.isEmpty || parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) {
      throw ValidationError("--into takes a folder in the library, such as imported.")
    }
  }

  /// What was done.
  private struct Count {
    var (found, written, read, saved, tagged, clips) = (0, 0, 0, 0, 0, 0)
  }

  func run() throws {
    let bytes: [UInt8]
    do {
      guard let content = try SmallFile(file, limit: Self.limit).read() else {
        throw Failure("there is no file \(file).", status: Failure.misuse)
      }
      bytes = content
    } catch let error as SmallFile.Failure {
      throw Failure("\(error).")
    }
    guard let imported = ImportedFile(bytes) else {
      throw Failure(
        "\(file) is no export that newsroom knows: Pocket, Instapaper, wallabag, Omnivore, Readwise, "
          + "bookmarks or OPML.")
    }
    let (library, _) = try options.openAndRefresh(quiet: true, freshness)
    var count = Count()
    do {
      var missing: [ImportedEntry] = []
      for entry in imported.entries {
        if try library.resolve(entry.url)?.isCertain == true {
          count.found += 1
        } else {
          missing.append(entry)
        }
      }
      for entry in missing where try write(entry, in: library) { count.written += 1 }
      if !dryRun, count.written > 0 { _ = try library.refresh { _ in .goOn } }
      for entry in imported.entries {
        guard let listing = try library.resolve(entry.url)?.listing else { continue }
        try mark(listing, as: entry, in: library, &count)
      }
    } catch let error as LibraryError {
      throw Failure("\(error)")
    }
    let (found, written): (Phrase, Phrase) = (.number(count.found), .number(count.written))
    let marks: Phrase = """
      \(.number(count.read)) marked read, \(.number(count.saved)) saved, \
      \(.counted(count.tagged, "tag", "tags")), \(.counted(count.clips, "clipping", "clippings")).
      """
    Output.tell(
      "\(imported.program): \(.counted(imported.entries.count, "page", "pages")).",
      dryRun
        ? "\(found) in the library, \(written) would be written to \(into)."
        : "\(found) in the library, \(written) written to \(into).",
      dryRun ? "Of those in the library: \(marks)" : marks)
    if !dryRun { SyncCommand.afterMarks(in: library) }
  }

  /// Sets the marks that a story lacks.
  private func mark(_ listing: Listing, as entry: ImportedEntry, in library: Library, _ count: inout Count)
    throws
  {
    if entry.isRead, !listing.isRead {
      count.read += 1
      if !dryRun { try library.mark(listing.id, read: true) }
    }
    if entry.isSaved, !listing.isSaved {
      count.saved += 1
      if !dryRun { try library.save(listing.id, saved: true) }
    }
    for name in entry.tags.compactMap(TagName.init) where try !library.has(name, listing.id) {
      do {
        if !dryRun { try library.tag(listing.id, name, isSet: true) }
        count.tagged += 1
      } catch LibraryError.manyTags(let reason) {
        Output.complain("\(listing.path): \(reason)")
      }
    }
    let known = try library.open(listing.id).clips
    for clip in entry.clips where !known.contains(where: { $0.words == clip.words }) {
      count.clips += 1
      guard !dryRun else { continue }
      try library.keep(clip, of: listing.id)
    }
  }

  /// Writes a story with the link alone; false if there is a file of its name.
  private func write(_ entry: ImportedEntry, in library: Library) throws -> Bool {
    let title = entry.title.squeezed
    var story = Story(id: StoryID(identifier: entry.url), path: "", format: "markdown", headline: title)
    if title.isEmpty { story.headline = entry.url }
    (story.url, story.bylines, story.published) = (entry.url, entry.authors, entry.date)
    story.body = [Block(.paragraph([Inline(entry.url)]))]
    let path = library.folder(into) + "/" + story.id.fileName(headline: title, otherwise: "page")
    guard !Paths.exists(path) else { return false }
    if dryRun { return true }
    let text = Writers.named("markdown")?.document(story) ?? ""
    do {
      try SmallFile(path).replace(with: Array(text.utf8))
    } catch {
      throw Failure("\(error).")
    }
    return true
  }
}
