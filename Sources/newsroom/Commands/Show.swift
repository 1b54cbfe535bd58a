internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats

/// `newsroom show STORY`: a story for a terminal, a pipe or a script.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a story.",
    discussion: """
      STORY is a file's path, a story's id (or its first digits), or a headline. A file outside the \
      library can be printed too; - is standard input.
      """)

  @Argument(help: "A path, an id, a headline, or - for standard input.", completion: .file())
  var story: String

  @Argument(help: "The library: a directory of stories.", completion: .directory)
  var directory: String?

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Flag(help: "Print the whole story as a JSON object; mytags are your own tags.")
  var json = false

  @Flag(help: "Print the file itself, made safe for a terminal.")
  var raw = false

  @Flag(help: "Say what each part of the file was read as, and why.")
  var explain = false

  @Flag(help: "Print every story in the file STORY; with --json, one object per line.")
  var every = false

  @Flag(
    help: "List the story's versions and copies, newest first; with --json, one object per line.")
  var versions = false

  @Option(
    help: ArgumentHelp(
      "Show, word by word, how STORY differs from OTHER.", valueName: "other"),
    completion: .file())
  var diff: String?

  @Option(help: ArgumentHelp("Read the file as this format (see `newsroom formats`).", valueName: "name"))
  var format: String?

  @Option(help: ArgumentHelp("Wrap the text at this many columns.", valueName: "columns"))
  var width: Int?

  @Option(help: ArgumentHelp("The colours on a terminal (see `newsroom read --help`).", valueName: "name"))
  var theme: String?

  func validate() throws {
    if [json, raw, explain].filter({ $0 }).count > 1 {
      throw ValidationError("--json, --raw and --explain can't be combined.")
    }
    if diff != nil || versions, raw || explain || every {
      throw ValidationError("--diff and --versions can't be combined with --raw, --explain or --every.")
    }
    if diff != nil, versions || json {
      throw ValidationError("--diff can't be combined with --versions or --json.")
    }
    if every, raw || explain { throw ValidationError("--every can't be combined with --raw or --explain.") }
    if let width, !(1...1000).contains(width) {
      throw ValidationError("--width must be from 1 to 1000.")
    }
  }

  func run() throws {
    let asked = try format.map(Self.format(named:))
    if every { return try printEvery(asked) }
    let found = try StoryFinder(options: options, freshness: freshness, directory: directory, format: asked)
      .find(story)
    if let diff {
      let other = try StoryFinder(options: options, freshness: freshness, directory: directory, format: asked)
        .find(diff)
      try StoryPrinter(width: width, theme: theme)
        .print(Difference(from: other.story, to: found.story))
    } else if versions {
      try printVersions(found)
    } else if raw || explain, found.story.wire.isHeld {
      throw Failure(
        "\(found.story.path) is \(found.story.wire.status == .canceled ? "killed" : "withheld"): "
          + "its text is not shown."
      )
    } else if raw {
      Output.write(Output.safe(found.text))
    } else if explain {
      for line in found.explanation { Output.say(line) }
    } else if json {
      let tags = JSON.strings(found.ownTags)
      Output.write(found.story.json(withBody: true).adding([("mytags", tags)]).pretty + "\n")
    } else {
      try StoryPrinter(width: width, theme: theme).print(found.story, related: found.related)
    }
  }

  /// Prints a story of an open library, which alone is looked in.
  func answer(in library: Library) throws {
    let meant = try StoryFinder.story(story, in: library)
    if versions {
      for version in try library.versions(of: meant.id) { try version.print(asJSON: json, of: library) }
      return
    }
    var opened = try library.open(meant.id)
    opened.put(alike: try library.alike(meant.id, limit: 5) ?? [])
    if json { return Output.write(opened.story.json(withBody: true).pretty + "\n") }
    try StoryPrinter(width: width, theme: theme).print(opened.story, related: opened.related)
  }

  private func printVersions(_ found: StoryFinder.Found) throws {
    guard !found.versions.isEmpty else {
      throw Failure("\(story) is not in the library, so its versions are unknown.")
    }
    let library = json ? try options.open(directory.map { [$0] } ?? []) : nil
    for version in found.versions {
      if let library {
        try version.print(asJSON: true, of: library)
      } else {
        let date = version.published.map { String($0.iso8601.prefix(10)) } ?? "-"
        let fields = [version.id.description, date, version.path, version.headline]
        Output.write(fields.map(Output.field).joined(separator: "\t") + "\n")
      }
    }
  }

  private func printEvery(_ asked: (any StoryFormat)?) throws {
    let reading = try StoryFinder.reading(ofFile: story, format: asked)
    try StoryPrinter(width: width, theme: theme).print(reading, asJSON: json)
  }

  static func format(named name: String) throws -> any StoryFormat {
    guard let format = Formats.named(name) else {
      let names = Formats.all.map(\.name).joined(separator: ", ")
      throw Failure("no format “\(name)”; the formats are \(names).", status: Failure.misuse)
    }
    return format
  }
}
