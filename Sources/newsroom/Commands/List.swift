internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats

/// `newsroom list`: the article list for a pipe.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the article list, newest first.",
    discussion: "A line a story: id, date, desk and headline, separated by tabs.")

  @Argument(help: "The directory of stories.", completion: .directory)
  var directory: String?

  @OptionGroup var options: LibraryOptions

  @Flag(help: "Print each story as a JSON object on a line of its own, without its text.")
  var json = false

  @Flag(help: "Only stories that have not been read.")
  var unread = false

  @Flag(help: "Only stories that are saved.")
  var saved = false

  @Option(help: ArgumentHelp("Only this desk.", valueName: "name"))
  var desk: String?

  @Flag(help: "Oldest first.")
  var oldest = false

  @Option(name: [.long, .customShort("n")], help: "At most so many stories.")
  var limit: Int?

  func validate() throws {
    if unread, saved { throw ValidationError("--unread and --saved don't go together.") }
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let (library, _) = try options.openAndRefresh(directory)
    let query = Query(
      marked: unread ? .unread : saved ? .saved : .all, section: desk,
      order: oldest ? .oldestFirst : .newestFirst)
    var left = limit ?? Int.max
    do {
      try library.stories(query) { listing in
        guard left > 0 else { return false }
        left -= 1
        try print(listing, of: library)
        return true
      }
    } catch {
      throw Failure("\(error)")
    }
  }

  private func print(_ listing: Listing, of library: Library) throws {
    guard json else {
      let date = listing.published.map { String($0.iso8601.prefix(10)) } ?? "-"
      let fields = [listing.id.description, date, listing.section ?? "-", listing.headline]
      return Output.write(fields.map(Output.field).joined(separator: "\t") + "\n")
    }
    do {
      Output.write(try library.story(listing.id).json(withBody: false).line + "\n")
    } catch {
      Output.complain("\(listing.path): \(error)")
    }
  }
}
