internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import Words

/// The query of a command, from its arguments, a kept search and options such as `--desk`.
///
/// `list`, `search`, `export` and `related` all use it, so that a query means the same in each.
struct ShellQuery {
  /// The query as it would be typed in the reader.
  let text: String
  /// The parsed query; its last word is whole.
  let query: SearchQuery
  private let now: Timestamp

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - words: the arguments. If the shell has removed the quotation marks, as in `desk:North Sea`, they are
  ///     restored for names that the library has.
  ///   - fields: the options, as fields.
  ///   - name: the name of a kept search that must match as well.
  /// - Throws: `Failure` with status 2 for a value that a field can't take, and for an unknown name.
  init(_ words: [String], fields: [String] = [], kept name: String? = nil, in library: Library) throws {
    now = Clock.now
    let kept = try name.map { [try Self.kept($0, in: library)] } ?? []
    text = (kept + fields + words.map { Self.requoted($0, in: library) }).joined(separator: " ")
    query = try Self.read(text, now: now)
  }

  /// Checks a query before any file is read for it.
  static func check(_ words: [String], _ fields: [String] = []) throws {
    _ = try read((fields + words).joined(separator: " "), now: Clock.now)
  }

  private static func read(_ text: String, now: Timestamp) throws -> SearchQuery {
    var query = SearchQuery.parse(text, now: now)
    query.lastWordIsPrefix = false
    if let mistake = query.mistake { throw Failure(mistake + ".", status: Failure.misuse) }
    for case .facet(let facet) in query.filters.map(\.condition) where facet.kind == .format {
      guard Formats.named(facet.value.lowercased()) == nil, !facet.value.hasSuffix("*") else { continue }
      let names = Formats.all.map(\.name).joined(separator: ", ")
      throw Failure("no format “\(facet.value)”; the formats are \(names).", status: Failure.misuse)
    }
    return query
  }

  /// Whether it is empty, so that all stories are meant.
  var isEmpty: Bool { query.isEmpty }

  /// A field and its value, as typed.
  static func field(_ field: SearchField, _ value: String) -> String {
    "\(field.rawValue):" + (value.isEmpty ? "\"\"" : SearchCompletion.written(value))
  }

  /// The query of a list in an order.
  ///
  /// If it consists of facets and marks only, it is a narrowed list, which can be listed in full in any
  /// order.
  func list(order: Query.Order, in library: Library) throws -> Query {
    var list = Query(order: order)
    var isSimple = query.root == nil
    for filter in query.filters where isSimple {
      switch filter.condition {
      case .mark(.unread) where !filter.isNegated && list.marked == .all: list.marked = .unread
      case .mark(.saved) where !filter.isNegated && list.marked == .all: list.marked = .saved
      case .facet(let facet) where !filter.isNegated && Self.exact.contains(facet.kind):
        guard let meant = try? library.facet(meantBy: facet) else {
          isSimple = false
          continue
        }
        if !list.facets.contains(meant) { list.facets.append(meant) }
      default: isSimple = false
      }
    }
    guard !isSimple else { return list }
    return Query(search: TypedSearch(text: text, query: query), order: order)
  }

  /// Kinds of facets whose names must match exactly.
  private static let exact: Set<Facet.Kind> = [.desk, .tag, .language, .format, .part]

  /// Says on standard error why nothing was found, and ends with status 1.
  func failFindingNothing(in library: Library) throws -> Never {
    if let notice = query.notice { Output.complain(notice) }
    do {
      for reason in try library.reasons(for: query, now: now.seconds) { Output.complain(reason) }
    } catch {
      throw Failure("\(error)")
    }
    throw ExitCode(1)
  }

  /// An argument with the quotation marks that the shell removed.
  private static func requoted(_ argument: String, in library: Library) -> String {
    guard let colon = argument.firstIndex(of: ":"), argument.contains(" ") else { return argument }
    let (name, value) = (argument[..<colon].drop { $0 == "-" }, argument[argument.index(after: colon)...])
    guard let field = SearchField(name: String(name)), let kind = field.facet, value.first != " ",
      !value.contains(where: { "\"“”„()|".contains($0) }),
      (try? library.facet(meantBy: Facet(kind, String(value)))) != nil
    else { return argument }
    return argument[...colon] + "\"\(value)\""
  }

  /// The search kept under a name, in parentheses if needed, so that it can be combined with words.
  private static func kept(_ name: String, in library: Library) throws -> String {
    let searches = try Settings.load().searches(of: library.identity)
    guard let search = (searches + [.new]).first(where: { $0.name == name }) else {
      let names = searches.map(\.name).joined(separator: ", ")
      throw Failure(
        "no search is kept as “\(name)”"
          + (names.isEmpty
            ? "; there are none yet (+ in the reader keeps one)." : ". Kept searches: \(names)."),
        status: Failure.misuse)
    }
    return search.text.contains(" OR ") ? "(\(search.text))" : search.text
  }
}

/// The part about queries in the help of commands.
enum FieldHelp {
  /// One paragraph, which the argument parser wraps.
  static let text = """
    All words must match; "a phrase", begin*, -not, OR and parentheses work as in most search engines. \
    Fields: \(SearchField.line). title:(two words) looks for both in the headline. A time is \
    \(DatePeriod.examples); before: means before it begins, after: after it ends. Put -- before a query \
    that begins with -.
    """
}
