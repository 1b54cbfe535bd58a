internal import ArgumentParser
internal import NewsroomUI
internal import Stories
internal import StoryFormats
internal import Words

/// Options for the most common fields of queries: `--desk Culture` is `desk:Culture`.
struct Narrowing: ParsableArguments {
  @OptionGroup var others: NarrowingWithoutTags

  @Option(help: ArgumentHelp("Only stories with this tag (tag:NAME).", valueName: "name"))
  var tag: String?

  /// The options as fields of a query.
  var fields: [String] { others.fields + (tag.map { [ShellQuery.field(.tag, $0)] } ?? []) }
}

/// The same for a command whose `--tag` says what to do.
struct NarrowingWithoutTags: ParsableArguments {
  @Option(help: ArgumentHelp("Only stories on this desk (desk:NAME).", valueName: "name"))
  var desk: String?

  @Option(help: ArgumentHelp("Only stories by this author (by:NAME).", valueName: "name"))
  var author: String?

  @Option(
    help: ArgumentHelp(
      "Only stories in this language, by its code or English name (lang:NAME).", valueName: "language"))
  var language: String?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("Only stories in this file format (format:NAME).", valueName: "name"),
    completion: .list(Formats.all.map(\.name)))
  var format: String?

  @Option(
    help: ArgumentHelp("Only stories that have a link or an image (has:PART).", valueName: "part"),
    completion: .list(SearchField.has.choices))
  var has: String?

  @Option(
    help: ArgumentHelp(
      "Only stories from this feed, wire, mailbox or folder (source:NAME).", valueName: "name"))
  var source: String?

  /// The options as fields of a query.
  var fields: [String] {
    let said: [(SearchField, String?)] = [
      (.desk, desk), (.by, author), (.lang, language), (.format, format), (.has, has), (.source, source),
    ]
    return said.compactMap { field, value in value.map { ShellQuery.field(field, $0) } }
  }
}

/// The values of `--order`.
enum ListOrder: String, CaseIterable, ExpressibleByArgument {
  case newest, oldest, headline, longest, shortest

  /// The order of a query.
  var order: Query.Order {
    Query.Order.allCases.first { $0.settingName == rawValue } ?? .newestFirst
  }
}
