internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import Stories
internal import StoryFormats

/// `newsroom stats`: counts of the library.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count the library's stories, words, formats, desks, sources, folders, languages and years.")

  @Argument(
    help: ArgumentHelp(
      "The library: a directory of stories. Several are read as one library.", valueName: "directory"),
    completion: .directory)
  var directories: [String] = []

  @OptionGroup var options: LibraryOptions

  @Flag(help: "Print the numbers as a JSON object.")
  var json = false

  /// How many rows of a table are printed; JSON has all.
  private static let most = 12

  func run() throws {
    let (library, _) = try options.openAndRefresh(directories)
    let statistics: LibraryStatistics
    do {
      statistics = try library.statistics()
    } catch {
      throw Failure("\(error)")
    }
    if json {
      Output.write(statistics.json(of: library).pretty + "\n")
    } else {
      for line in lines(statistics) { Output.say(line) }
    }
  }

  private func lines(_ statistics: LibraryStatistics) -> [String] {
    let catalogue = Output.catalogue
    var facts = [
      (catalogue["stories"], "\(statistics.stories)"), (catalogue["words"], "\(statistics.words)"),
      (catalogue["files"], "\(statistics.files)"), (catalogue["read", as: "many"], "\(statistics.read)"),
      (catalogue["saved"], "\(statistics.saved)"),
    ]
    if statistics.editions > 0 { facts.append((catalogue["other versions"], "\(statistics.editions)")) }
    facts.append((catalogue["index"], Self.size(statistics.indexBytes)))
    if let refreshed = statistics.refreshed {
      let local = Timestamp(seconds: refreshed.seconds, offset: Clock.now.offset)
      facts.append((catalogue["last refresh"], String(local.iso8601.prefix(16)).replacing("T", with: " ")))
    }
    let width = max(16, 2 + (facts.map(\.0.count).max() ?? 0))
    var lines = facts.map { Self.padded($0, width) + $1 }
    for (title, counts, isCut) in [
      ("Formats", statistics.formats, true), ("Desks", statistics.desks, true),
      ("Sources", statistics.sources, true), ("Folders", statistics.folders, true),
      ("Languages", statistics.languages, true), ("Years", statistics.years, false),
    ] where !counts.isEmpty {
      lines += ["", catalogue[title]] + Self.table(counts, most: isCut ? Self.most : .max, catalogue)
    }
    return lines
  }

  /// A table of names and numbers, with bars.
  private static func table(
    _ counts: [LibraryStatistics.Count], most: Int, _ catalogue: Catalogue
  ) -> [String] {
    let shown = counts.prefix(most)
    let largest = max(shown.map(\.stories).max() ?? 1, 1)
    let digits = String(largest).count
    var lines = shown.map { count in
      let length = count.stories * 32 / largest
      let bar = String(repeating: "█", count: max(length, 0)) + (length == 0 && count.stories > 0 ? "▏" : "")
      let number =
        String(repeating: " ", count: max(0, digits - String(count.stories).count)) + "\(count.stories)"
      let name = count.name.isEmpty ? catalogue["(none)"] : count.name
      return "  " + padded(String(Output.field(name).prefix(24)), 26) + number + "  " + bar
    }
    if counts.count > shown.count { lines.append("  " + catalogue("and \(counts.count - shown.count) more")) }
    return lines
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 10 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) kB"
  }
}

extension LibraryStatistics {
  fileprivate func json(of library: Library) -> JSON {
    func object(_ counts: [Count]) -> JSON {
      .object(counts.map { ($0.name, .number($0.stories)) })
    }
    return .object([
      ("library", .string(library.identity)), ("index", .string(library.indexPath)),
      ("stories", .number(stories)),
      ("words", .number(words)), ("files", .number(files)), ("read", .number(read)),
      ("saved", .number(saved)),
      ("editions", .number(editions)), ("indexBytes", .number(indexBytes)),
      ("refreshed", .optional(refreshed?.iso8601)), ("formats", object(formats)), ("desks", object(desks)),
      ("sources", object(sources)), ("folders", object(folders)),
      ("languages", object(languages)), ("years", object(years)),
    ])
  }
}
