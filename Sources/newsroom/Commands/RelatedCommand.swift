internal import ArgumentParser
internal import ContentLibrary
internal import NewsroomUI
internal import Stories
internal import StoryFormats

/// `newsroom related STORY`: the READ MORE panel of a story.
struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "List the stories around one, and why each is there.",
    discussion: """
      STORY is a file's path, a story's id (or its first digits), or a headline. First the stories that it announces \
      and links to, then those that link to it, its other versions, and stories about the same. A line a story: id, \
      reason and headline, separated by tabs.
      """)

  @Argument(help: "A path, an id, or a headline.", completion: .file())
  var story: String

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Flag(help: "Only stories about the same, whatever the story itself says.")
  var alike = false

  @Flag(help: "Print each story as a JSON object on a line of its own.")
  var json = false

  @Option(name: [.long, .customShort("n")], help: "At most so many stories.")
  var limit = 20

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let (library, _) = try options.openAndRefresh(nil, quiet: true, freshness)
    let found: [Related]
    let meant = try StoryFinder.story(story, in: library)
    do {
      let likes = try library.alike(meant.id, limit: limit) ?? []
      if alike {
        found = likes
      } else {
        var opened = try library.open(meant.id)
        opened.put(alike: likes)
        found = opened.related
      }
    } catch {
      throw Failure("\(error)")
    }
    for related in found.filter({ $0.listing != nil }).prefix(limit) { print(related) }
    if found.isEmpty { throw ExitCode(1) }
  }

  private func print(_ related: Related) {
    guard let listing = related.listing else { return }
    if json {
      var fields: [(String, JSON)] = [
        ("id", .string(listing.id.description)), ("path", .string(listing.path)),
        ("headline", .string(listing.headline)), ("reason", .string(related.reason.label)),
      ]
      if !related.shares.isEmpty { fields.append(("shares", .strings(related.shares))) }
      Output.write(JSON.object(fields).line + "\n")
    } else {
      Output.say("\(listing.id)\t\(related.label)\t\(Output.safe(listing.headline))")
    }
  }
}
