internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats

/// `newsroom resolve REFERENCE…`: the stories that references mean.
struct Resolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Find the story that a reference means.",
    discussion: """
      A REFERENCE is a path, a web address, a slug, a wiki link or a headline, even a slightly misquoted \
      one. Without arguments, each line of standard input is a reference. Prints one line per reference: \
      certain, probable or none; how it was found; id; headline; separated by tabs. The exit status is 1 \
      if any reference finds no story.
      """)

  @Argument(help: "The references to find.")
  var references: [String] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Option(
    help: ArgumentHelp(
      "Match misquoted headlines only with stories in this language.", valueName: "tag"))
  var language: String?

  @Flag(help: "Print one JSON object per reference, one per line.")
  var json = false

  func run() throws {
    let (library, _) = try options.openAndRefresh([], freshness)
    var isComplete = true
    func answer(_ reference: String) throws {
      let found: Resolution?
      do {
        found = try library.resolve(reference, language: language)
      } catch {
        throw Failure("\(error)")
      }
      isComplete = isComplete && found != nil
      let outcome = found.map { $0.isCertain ? "certain" : "probable" } ?? "none"
      if json {
        Output.write(Self.object(reference, outcome, found).line + "\n")
      } else {
        let fields = [
          outcome, found?.manner.rawValue ?? "-", found?.listing.id.description ?? "-",
          found?.listing.headline ?? reference,
        ]
        Output.say(fields.map(Output.field).joined(separator: "\t"))
        if let part = found?.missingPart {
          Output.complain("“\(found?.listing.headline ?? "")” has no part “\(part)”.")
        }
      }
    }
    for reference in references { try answer(reference) }
    if references.isEmpty { try StandardInput.eachLine(answer) }
    if !isComplete { throw ExitCode(1) }
  }

  private static func object(_ reference: String, _ outcome: String, _ found: Resolution?) -> JSON {
    .object([
      ("reference", .string(reference)), ("outcome", .string(outcome)),
      ("by", .optional(found?.manner.rawValue)), ("id", .optional(found?.listing.id.description)),
      ("headline", .optional(found?.listing.headline)), ("path", .optional(found?.listing.path)),
      ("missing_part", .optional(found?.missingPart)),
    ])
  }
}
