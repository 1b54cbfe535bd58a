internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats

/// `newsroom clippings`: the words that the reader keeps, for other programs.
struct ClippingsCommand: ParsableCommand {
  /// The forms in which clippings are printed.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json, bibtex, csl
  }

  static let configuration = CommandConfiguration(
    commandName: "clippings",
    abstract: "Print the clippings: words that you keep of stories, with your notes.",
    discussion: """
      Without QUERY, all clippings of the library are printed, the latest first; with it, those of the \
      stories that it finds. Status 1: there are none. \(FieldHelp.text)
      """)

  @Argument(help: "Only clippings of the stories that this search finds.")
  var query: [String] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Option(
    name: .customLong("to"),
    help: "Print them as text, as Markdown, as JSON (one object per line), for BibTeX, or as CSL-JSON.")
  var form = Form.text

  func run() throws {
    try ShellQuery.check(query)
    let (library, _) = try options.openAndRefresh(quiet: true, freshness)
    var clippings: [Clipping]
    do {
      clippings = try library.allClippings() ?? []
      if !query.isEmpty {
        let asked = try ShellQuery(query, in: library)
        let found = try library.stories(asked.query, among: clippings.compactMap(\.listing?.id))
        clippings.removeAll { clipping in clipping.listing.map { !found.contains($0.id) } ?? true }
      }
    } catch let error as LibraryError {
      throw Failure("\(error)")
    }
    guard !clippings.isEmpty else {
      Output.complain(query.isEmpty ? "there are no clippings yet" : "no story that this finds has clippings")
      throw ExitCode(1)
    }
    switch form {
    case .text: for clipping in clippings { Output.write(clipping.line + "\n") }
    case .markdown: Output.write(Output.safe(Citations(clippings).markdown))
    case .json: for clipping in clippings { Output.write(clipping.json.line + "\n") }
    case .bibtex: Output.write(Output.safe(Citations(clippings).bibTeX))
    case .csl: Output.write(Citations(clippings).csl.pretty + "\n")
    }
  }
}

extension Clipping {
  /// Story, state, words and note, parted by tabs.
  fileprivate var line: String {
    let state = listing == nil ? "gone" : isInStory ? "-" : "changed"
    return [source.id.description, state, source.headline, clip.words, clip.note].map(Output.field)
      .joined(separator: "\t")
  }

  fileprivate var json: JSON {
    .object([
      ("story", .string(source.id.description)), ("path", .string(source.path)),
      ("headline", .string(source.headline)), ("authors", .strings(source.authors)),
      ("source", .optional(source.source)), ("published", .optional(source.published)),
      ("version", .optional(source.version)), ("url", .optional(source.url)), ("words", .string(clip.words)),
      ("note", .string(clip.note)), ("kept", .optional(clip.kept.map { Timestamp(seconds: $0).iso8601 })),
      ("place", .real(clip.share)), ("in_library", .bool(listing != nil)), ("in_story", .bool(isInStory)),
    ])
  }
}

extension Citations {
  /// The clippings in Markdown, by story, each with its source.
  fileprivate var markdown: String {
    entries.map { entry in
      let source = entry.source
      let facts = [
        source.authors.isEmpty ? nil : source.authors.joined(separator: ", "), source.source,
        source.published,
        source.version.map { "version \($0)" }, source.url.map { "<\($0)>" },
      ].compactMap(\.self)
      let clips = entry.clips.map { clip in
        let words = clip.words.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? ">" : "> " + Writers.markdown(String($0)) }.joined(separator: "\n")
        return words + (clip.note.isEmpty ? "" : "\n\n" + clip.note)
      }
      return "## \(Writers.markdown(source.headline))\n\n\(facts.joined(separator: ", "))\n\n"
        + clips.joined(separator: "\n\n")
    }
    .joined(separator: "\n\n") + "\n"
  }
}
