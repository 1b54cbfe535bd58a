internal import Screen
internal import Stories
internal import Typesetting
internal import Words

/// The words around matches, for the rows that have been on the screen.
struct Snippets: Sendable {
  /// The most rows remembered.
  static let most = 2_000

  /// The search.
  let compiled: CompiledQuery
  /// The rows that have been asked for or need nothing.
  var done: Set<StoryID> = []
  /// The words, by story.
  var texts: [StoryID: String] = [:]
}

extension Snippets {
  /// The words to show in a row, and the text that they are the beginning of: those around the match if it
  /// fits, or else the first words.
  static func words(of listing: Listing, in snippets: Snippets?, found: Highlighter?, columns: Int)
    -> (shown: String, source: String)
  {
    guard listing.status == .usable, let snippet = snippets?.texts[listing.id], let found else {
      return (Lines.wrapped(listing.teaser, columns: columns, limit: 1).first ?? "", listing.teaser)
    }
    var words = snippet
    while let match = found.columns(in: words).first, match.upperBound >= columns, match.lowerBound > 2,
      let blank = words.dropFirst(2).firstIndex(of: " ")
    {
      words = "… " + words[blank...].dropFirst()
    }
    return (Lines.fitted(words, columns: columns), words)
  }
}

extension State {
  /// Asks for the words around the match, for visible rows whose first words don't contain it.
  mutating func askSnippets() -> [Effect] {
    guard let window = list.window, let found = list.found, let pane = plan.list, window.query == list.query,
      !window.findings.isFirstAnswer
    else { return [] }
    let geometry = ListGeometry(list, pane: pane, now: now)
    guard geometry.rowHeight > 2 else { return [] }
    let compiled = window.findings.compiled
    if snippets?.compiled != compiled || snippets?.done.count ?? 0 > Snippets.most {
      snippets = Snippets(compiled: compiled)
    }
    let rows = window.rows.dropFirst(geometry.firstVisible().row).prefix(geometry.rowsOnScreen + 1)
    var missing: [StoryID] = []
    for row in rows where snippets?.done.insert(row.id).inserted == true {
      let line = Lines.wrapped(row.teaser, columns: geometry.textColumns(in: pane), limit: 1).first ?? ""
      if found.columns(in: line, of: row.teaser).isEmpty { missing.append(row.id) }
    }
    return missing.isEmpty ? [] : [.snippets(missing, of: compiled)]
  }

  /// Takes the words that were asked for.
  mutating func note(_ texts: [StoryID: String], of compiled: CompiledQuery) {
    guard snippets?.compiled == compiled else { return }
    snippets?.texts.merge(texts) { $1 }
  }
}
