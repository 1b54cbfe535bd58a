internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// `newsroom list`: the article list for the shell.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List stories, newest first or in another order.",
    discussion: """
      Prints one line per story: id, date, desk and headline, separated by tabs. QUERY, or the options \
      below, choose the stories. \(FieldHelp.text)
      """)

  @Argument(
    help: ArgumentHelp(
      "The library, then a query that chooses stories in it.", valueName: "directory> <query"),
    completion: .directory)
  var arguments: [String] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Flag(help: "Print one JSON object per story, one per line, without its text.")
  var json = false

  @Flag(help: "Only unread stories (is:unread).")
  var unread = false

  @Flag(help: "Only saved stories (is:saved).")
  var saved = false

  @Flag(help: "Only stories new since the reader was last closed (is:new).")
  var new = false

  @OptionGroup var narrowing: Narrowing

  @Option(
    help: ArgumentHelp("The order of the list.", valueName: "order"),
    completion: .list(ListOrder.allCases.map(\.rawValue)))
  var order: ListOrder?

  @Flag(help: "Oldest first; short for --order oldest.")
  var oldest = false

  @Option(name: [.long, .customShort("n")], help: "Show at most this many stories.")
  var limit: Int?

  func validate() throws {
    if unread, saved { throw ValidationError("--unread and --saved can't be combined.") }
    if oldest, order != nil, order != .oldest {
      throw ValidationError("--oldest and --order can't be combined.")
    }
    if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more.") }
  }

  func run() throws {
    let directory = options.library.isEmpty ? arguments.first.flatMap { Self.isPath($0) ? $0 : nil } : nil
    let marks = [("unread", unread), ("saved", saved), ("new", new)].compactMap { $1 ? "is:\($0)" : nil }
    let (words, fields) = (Array(arguments.dropFirst(directory == nil ? 0 : 1)), narrowing.fields + marks)
    try ShellQuery.check(words, fields)
    try answer(words, marks: marks, in: options.openAndRefresh(directory.map { [$0] } ?? [], freshness).0)
  }

  /// Prints the stories of a query in an open library.
  func answer(_ words: [String], marks: [String] = [], in library: Library) throws {
    let fields = narrowing.fields + marks
    try ShellQuery.check(words, fields)
    let query = try ShellQuery(words, fields: fields, in: library)
    let order = order?.order ?? (oldest ? .oldestFirst : .newestFirst)
    let count = try print(try query.list(order: order, in: library), of: library)
    if count == 0, !query.isEmpty, limit != 0 { try query.failFindingNothing(in: library) }
    if let notice = query.query.notice { Output.complain(notice) }
  }

  /// Whether an argument is a directory, or so looks like one that it must be meant as one.
  private static func isPath(_ text: String) -> Bool {
    if let status = FileStatus(of: text) { return status.kind == .folder || !text.contains(":") }
    let beginning = text.prefix { $0 != "/" }
    return beginning.count < text.count && !beginning.contains(":")
  }

  /// - Returns: the number of stories printed.
  private func print(_ query: Query, of library: Library) throws -> Int {
    let limit = limit ?? .max
    var count = 0
    do {
      try library.stories(query) { listing in
        guard count < limit else { return false }
        count += 1
        try listing.print(asJSON: json, of: library)
        return true
      }
    } catch {
      throw Failure("\(error)")
    }
    if query.search != nil, !query.order.isByTime, count >= Library.mostInOrder {
      Output.note("only the newest \(count) matches are listed in this order.")
    }
    return count
  }
}

extension JSON {
  private var members: [(String, JSON)] {
    if case .object(let members) = self { members } else { [] }
  }

  /// An object with more members.
  func adding(_ more: [(String, JSON)]) -> JSON { .object(members + more) }
}

extension Listing {
  /// Its entry in the JSON of another version.
  fileprivate var asVersion: JSON {
    .object([
      ("id", .string(id.description)), ("path", .string(path)), ("headline", .string(headline)),
      ("published", .optional(published?.iso8601)),
    ])
  }

  /// Prints the row as a line or as a JSON object.
  ///
  /// - Parameter snippet: the words around the match.
  func print(asJSON: Bool, of library: Library, snippet: String? = nil) throws {
    guard asJSON else {
      let date = published.map { String($0.iso8601.prefix(10)) } ?? "-"
      let fields = [id.description, date, section ?? "-", headline]
      let below = snippet.map { "\t" + Output.field($0) + "\n" } ?? ""
      return Output.write(fields.map(Output.field).joined(separator: "\t") + "\n" + below)
    }
    do {
      Output.write(try json(in: library, snippet: snippet).line + "\n")
    } catch {
      Output.complain("\(path): \(error)")
    }
  }
  /// The row as the JSON object of a story.
  ///
  /// - Parameter snippet: the words around the match.
  func json(in library: Library, snippet: String? = nil) throws -> JSON {
    var more: [(String, JSON)] = []
    if let lacks { more.append(("without", .string(lacks))) }
    if let snippet { more.append(("snippet", .string(snippet))) }
    if versions > 0 {
      let others = try library.versions(of: id).filter { $0.id != id }
      more.append(("versions", .array(others.map(\.asVersion))))
    }
    return try library.story(id).json(withBody: false).adding(more)
  }
}
