internal import Words

extension HeadLines {
  /// Words of bylines and date lines that are neither names nor dates.
  private static let sayings: Set<String> = [
    "by", "and", "published", "posted", "updated", "last", "first", "on", "at", "written", "view", "all",
    "posts", "min", "mins",
    "minute", "minutes", "read", "reading", "time", "ago", "views", "comments", "comment", "share", "edited",
    "date", "author",
    "af", "av", "von", "par", "por", "door", "di", "publiceret", "opdateret", "publicerad", "uppdaterad",
    "publisert", "oppdatert",
    "veröffentlicht", "aktualisiert", "publié", "mis", "jour", "publicado", "actualizado", "gepubliceerd",
    "bijgewerkt", "kl",
    "klokken", "uhr", "and", "og", "och", "und", "et", "pm", "am", "m", "p", "created", "modified", "hour",
    "hours", "day", "days", "week", "weeks", "yesterday", "today", "siden", "sedan", "timer", "dage", "vor",
    "stunden", "senast",
    "senest", "sist",
    "zuletzt", "hrs", "edt", "est", "gmt", "bst", "et", "ist",
  ]
  private static let mostStrange = 3
  private static let longestConsumed = 200

  /// The nodes of lines that say only who wrote the story and when, and so are not part of its text.
  ///
  /// - Parameter names: the story's authors, as found.
  func nodes(saying names: [String], stamps: [PageFacts.Stamp], _ tree: MarkupTree) -> [MarkupTree.Index] {
    let known = Set(names.flatMap(Self.words))
    return lines.flatMap { line -> [MarkupTree.Index] in
      let pieces = line.pieces.filter { tree[$0.node].isText }
      guard line.text.utf8.count <= Self.longestConsumed, isConsumed(line, known, stamps, tree)
      else { return [] }
      return pieces.map(\.node)
    }
  }

  private func isConsumed(_ line: Line, _ names: Set<String>, _ stamps: [PageFacts.Stamp], _ tree: MarkupTree)
    -> Bool
  {
    // The element gives the date; its shown text may be "last summer".
    let timed = stamps.filter { $0.value != nil && $0.node >= line.block }.map {
      $0.node...tree.end(of: $0.node)
    }
    let rest = line.pieces.filter { piece in !timed.contains { $0.contains(piece.node) } }
    let text = MarkupTree.collapsed(rest.map(\.text).joined(separator: " "))
    let dates = DateSearch.dates(in: text, order: .dayFirst)
    let isTimed = rest.count < line.pieces.count || !dates.isEmpty || line.words.contains("time")
    var strange = 0
    var isNamed = false
    let isHinted = !line.words.isDisjoint(with: PageDates.words.union(["author", "authors", "writer"]))
    for word in Self.words(Self.without(dates, text)) {
      if names.contains(word) {
        isNamed = true
      } else if !Self.sayings.contains(word), !word.allSatisfy(\.isNumber), DateWords.months[word] == nil,
        !DateWords.weekdays.contains(word), !DateWords.fillers.contains(word), !BylineWords.isTrade(word),
        !BylineWords.qualities.contains(word), !BylineWords.joiners.contains(word)
      {
        strange += 1
      }
    }
    let isCredit = isHinted && BylineWords.others.contains { text.lowercased().hasPrefix($0) }
    if isCredit, text.utf8.count < 80, !TextMarks.endsSentence(text) { return true }
    guard isNamed || isTimed else { return false }
    // An hour alone says when something happened: the entry of a live page.
    if !line.text.contains(where: \.isLetter), DateSearch.dates(in: line.text, order: .dayFirst).isEmpty {
      return false
    }
    if line.isAbove { return strange == 0 }
    return strange == 0
      || (strange <= Self.mostStrange && !TextMarks.endsSentence(text)
        && (isHinted || BylineNames.opens(text)))
  }

  /// The words before, between and after the dates in a text.
  private static func without(_ dates: [DateSearch.Found], _ text: String) -> String {
    guard let last = dates.last else { return text }
    return dates.map(\.before).joined(separator: " ") + " " + text[last.end...]
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
