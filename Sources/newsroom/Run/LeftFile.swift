internal import ContentLibrary
internal import NewsroomUI
internal import Stories
internal import System
internal import TOMLKit
internal import Words

/// Where the last visit to each library ended: `left.toml` beside the marks, with a table per library, and
/// one for the keys that have been used.
///
/// The reader does without it if it can't be read or written.
struct LeftFile {
  /// The most libraries remembered.
  private static let most = 50

  /// The name of the table of keys; libraries have paths for names.
  private static let keys = "keys used"

  let path: String

  /// The file at its usual place.
  static var usual: LeftFile {
    LeftFile(path: LibraryPaths.folder(variable: "XDG_STATE_HOME", fallback: ".local/state") + "/left.toml")
  }

  /// Where the last visit ended; nil if unknown, or if a story was asked for by name.
  func load(_ opening: Opening) -> Resumption? {
    guard opening.story == nil, opening.loose == nil else { return nil }
    return load(opening.library)
  }

  /// Whether no visit to a library has been kept so far.
  func isFirstVisit(to library: Library) -> Bool {
    table(of: library) == nil
  }

  private func table(of library: Library) -> TOMLTable? {
    guard let text = try? SmallFile(path).readText() else { return nil }
    return (try? TOMLTable(string: text))?[library.identity]?.table
  }

  /// What was changed of panes and lines while a library was read.
  func look(_ opening: Opening) -> Look {
    guard opening.loose == nil, let table = table(of: opening.library) else { return Look() }
    var look = Look()
    (look.measure, look.listColumns) = (table["measure"]?.int, table["list_columns"]?.int)
    look.panelColumns = table["panel_columns"]?.int
    (look.hidesList, look.hidesPanel) = (table["hides_list"]?.bool, table["hides_panel"]?.bool)
    look.isCompact = table["compact"]?.bool
    return look
  }

  /// How often keys have been used.
  func keyUses() -> KeyUses {
    guard let text = try? SmallFile(path).readText() else { return KeyUses() }
    return Self.keyUses(in: try? TOMLTable(string: text))
  }

  private static func keyUses(in file: TOMLTable?) -> KeyUses {
    var counts: [String: Int] = [:]
    for (name, number) in file?[keys]?.table ?? TOMLTable() { counts[name] = number.int }
    return KeyUses(counts)
  }

  /// Stores how often keys have been used, if that is more than the file says.
  ///
  /// - Throws: `SmallFile.Failure` if the file can't be read or replaced.
  func keep(_ uses: KeyUses) throws {
    guard keyUses().joined(with: uses) != keyUses() else { return }
    try SmallFile(path).update { before in
      let all = before.flatMap { try? TOMLTable(string: $0) } ?? TOMLTable()
      let table = TOMLTable()
      for (name, number) in Self.keyUses(in: all).joined(with: uses).counts { table[name] = number }
      all[Self.keys] = table
      return all.convert(to: .toml) + "\n"
    }
  }

  /// Where the last visit to a library ended.
  func load(_ library: Library) -> Resumption? {
    guard let table = table(of: library) else { return nil }
    var query = Query(
      marked: table["show"]?.string.flatMap(Query.Marked.init) ?? .all,
      order: table["order"]?.string.flatMap(Query.Order.init) ?? .newestFirst)
    query.grouping = table["grouping"]?.string.flatMap(Query.Grouping.init) ?? .dates
    for facet in table["facets"]?.array ?? TOMLArray() {
      guard let pair = facet.array, pair.count == 2, let value = pair[1].string,
        let kind = pair[0].string.flatMap(Facet.Kind.init)
      else { continue }
      query.facets.append(Facet(kind, value))
    }
    if let search = table["search"]?.string {
      query.search = TypedSearch(search, now: Clock.now, isTyping: table["typing"]?.bool == true)
      query.search?.name = table["name"]?.string
    } else if query.order == .bestFirst {
      query.order = .newestFirst
    }
    let row = table["story"]?.string.flatMap { StoryID($0) }.flatMap { try? library.listing(of: $0) }
    return Resumption(query: query, row: row, isReading: table["reading"]?.bool == true && row != nil)
  }

  /// Stores where a visit ended.
  ///
  /// - Throws: `SmallFile.Failure` if the file can't be read or replaced.
  func keep(_ place: Resumption, _ look: Look, of opening: Opening) throws {
    guard opening.loose == nil else { return }
    try keep(place, look, in: opening.library.identity)
  }

  /// Stores where a visit to a library ended.
  func keep(_ place: Resumption, _ look: Look = Look(), in library: String) throws {
    let table = TOMLTable()
    if let measure = look.measure { table["measure"] = measure }
    if let columns = look.listColumns { table["list_columns"] = columns }
    if let columns = look.panelColumns { table["panel_columns"] = columns }
    if let hides = look.hidesList { table["hides_list"] = hides }
    if let hides = look.hidesPanel { table["hides_panel"] = hides }
    if let isCompact = look.isCompact { table["compact"] = isCompact }
    if let row = place.row { table["story"] = row.id.description }
    if place.isReading { table["reading"] = true }
    if place.query.marked != .all { table["show"] = place.query.marked.rawValue }
    if place.query.order != .newestFirst { table["order"] = place.query.order.rawValue }
    if place.query.grouping != .dates { table["grouping"] = place.query.grouping.rawValue }
    if !place.query.facets.isEmpty {
      let facets: [any TOMLValueConvertible] = place.query.facets.map { facet in
        let pair: [any TOMLValueConvertible] = [facet.kind.rawValue, facet.value]
        return TOMLArray(pair)
      }
      table["facets"] = TOMLArray(facets)
    }
    if let search = place.query.search {
      table["search"] = search.text
      if search.query.lastWordIsPrefix { table["typing"] = true }
      if let name = search.name { table["name"] = name }
    }
    try SmallFile(path).update { before in
      let all = before.flatMap { try? TOMLTable(string: $0) } ?? TOMLTable()
      let others = all.keys.filter { $0 != Self.keys }
      if all[library] == nil, others.count >= Self.most, let other = others.first {
        all.remove(at: other)
      }
      all[library] = table
      return all.convert(to: .toml) + "\n"
    }
  }
}
