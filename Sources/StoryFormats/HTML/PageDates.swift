internal import Stories

/// When a page's story was published and changed, by its head, its time elements, and the lines around the
/// headline.
struct PageDates {
  /// As written, most reliable first.
  private(set) var published: [String] = []
  private(set) var updated: [String] = []
  /// How "03/04/2016" is meant on this page, if that is known.
  let order: NumericOrder?

  /// A date in the page.
  private struct Seen {
    let text: String
    let date: Timestamp?
    /// Lower is better.
    let rank: Int
    let isUpdate: Bool
  }

  /// Class words of dates, or of the lines that contain them.
  static let words: Set<String> = [
    "date", "dates", "pubdate", "published", "publish", "time", "timestamp", "datetime", "posted", "dateline",
    "byline",
    "datepublished", "datecreated", "datemodified", "updated", "modified", "created", "postdate", "pubtime",
    "publishdate",
    "articledate", "dato", "datum", "fecha", "data", "publiceret", "publicerad", "publisert", "publie",
    "publicado", "meta",
    "postmeta", "stamp", "tid", "tidspunkt", "dtreviewed", "dtpublished",
  ]
  private static let updateWords: Set<String> = [
    "updated", "update", "modified", "datemodified", "revised", "opdateret", "uppdaterad", "oppdatert",
    "aktualisiert",
    "lastmod", "modification",
  ]
  private static let publishWords: Set<String> = [
    "published", "publish", "publication", "pubdate", "datepublished", "posted", "created", "datecreated",
    "publiceret",
    "publicerad", "publisert", "entry", "issued",
  ]

  private static let updates = [
    "updated", "update", "modified", "revised", "edited on", "corrected", "opdateret", "ændret", "uppdaterad",
    "uppdaterat",
    "ändrad", "oppdatert", "endret", "aktualisiert", "geändert", "letzte änderung", "stand:", "mis à jour",
    "modifié",
    "actualizado", "actualizada", "modificado", "bijgewerkt", "gewijzigd", "aggiornato", "modificato",
    "atualizado",
    "atualizada", "päivitetty", "aktualizováno", "zaktualizowano", "aktualizacja", "обновлено", "更新",
  ]
  private static let publications = [
    "published", "posted", "publiceret", "offentliggjort", "udgivet", "publicerad", "publicerat", "publisert",
    "veröffentlicht",
    "erschienen", "publié", "publiée", "publicado", "publicada", "gepubliceerd", "geplaatst", "pubblicato",
    "pubblicata",
    "julkaistu", "vydáno", "opublikowano", "опубликовано", "created", "issued", "oprettet", "skrevet", "发布",
    "掲載", "公開",
  ]

  /// The dates in the head, most reliable first: of the article, and of the page in a way that may mean
  /// another day.
  struct Said {
    var article: [String] = []
    var page: [String] = []
    var updated: [String] = []
  }

  init(
    _ said: Said, _ facts: PageFacts, _ tree: MarkupTree, lines: HeadLines, address: WebAddress?,
    language: String?
  ) {
    let elements = Self.elements(facts, lines, tree, order: nil)
    var seen = elements.seen + Self.dates(in: lines, beside: elements.nodes, order: nil)
    order =
      Self.order(among: seen.map(\.text)) ?? NumericOrder.usual(language: language, host: address?.authority)
    if let order, seen.contains(where: { $0.date == nil }) {
      let elements = Self.elements(facts, lines, tree, order: order)
      seen = elements.seen + Self.dates(in: lines, beside: elements.nodes, order: order)
    }
    let best = seen.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
      \.element)
    let visible = best.filter { !$0.isUpdate }
    let article = said.article.map(Self.written)
    let inAddress = address.flatMap { DateReading.inPath($0.path) }
    let whole = inAddress.flatMap { $0.precision == .day ? $0.isoDay : nil }
    updated = said.updated.map(Self.written) + best.filter(\.isUpdate).map(\.text)
    published = Self.corrected(
      article, updated, visible.filter { $0.rank == 0 }.map(\.text) + [whole].compactMap { $0 }, order)
    published += visible.filter { $0.rank == 0 }.map(\.text) + said.page.map(Self.written)
    published += visible.filter { $0.rank > 0 && $0.rank < Self.far }.map(\.text)
    published += [whole].compactMap { $0 } + visible.filter { $0.rank >= Self.far }.map(\.text)
    published += [inAddress?.iso8601Prefix].compactMap { $0 }
  }

  /// The head's publication date, unless it equals the last change and the page shows an earlier one.
  private static func corrected(
    _ article: [String], _ updated: [String], _ seen: [String], _ order: NumericOrder?
  )
    -> [String]
  {
    let read = { (text: String) in DateReading.read(text, order: order) }
    guard let said = article.lazy.compactMap(read).first, updated.lazy.compactMap(read).first == said,
      let earlier = seen.first(where: { read($0).map { $0.seconds + 2 * 86_400 < said.seconds } ?? false })
    else { return article }
    return [earlier] + article
  }

  /// A count of seconds or milliseconds since 1970 as a moment; other texts are unchanged.
  static func written(_ text: String) -> String {
    guard text.utf8.count == 10 || text.utf8.count == 13,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(text), text.utf8.first != 0x30
    else { return text }
    return Timestamp(seconds: text.utf8.count == 13 ? number / 1000 : number).iso8601
  }

  /// The order that a date of this page proves: "26/10/2019" can't be American.
  private static func order(among texts: [String]) -> NumericOrder? {
    for text in texts where text.contains("/") {
      let numbers = text.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
      guard numbers.count == 2, text.first?.isNumber == true else { continue }
      if (13...31).contains(numbers[0]), numbers[1] <= 12 { return .dayFirst }
      if (13...31).contains(numbers[1]), numbers[0] <= 12 { return .monthFirst }
    }
    return nil
  }

  // MARK: Elements

  private static let far = 6

  /// The dates of time elements, with the labels before them; of nested ones, the innermost.
  private static func elements(
    _ facts: PageFacts, _ lines: HeadLines, _ tree: MarkupTree, order: NumericOrder?
  ) -> (seen: [Seen], nodes: [ClosedRange<MarkupTree.Index>]) {
    var all: [Seen] = []
    var nodes: [ClosedRange<MarkupTree.Index>] = []
    for (index, stamp) in facts.stamps.enumerated() {
      let range = stamp.node...tree.end(of: stamp.node)
      if stamp.value == nil, index + 1 < facts.stamps.count, range.contains(facts.stamps[index + 1].node) {
        continue
      }
      let line = lines.lines.first { line in
        line.block <= stamp.node && line.pieces.contains { range.contains($0.node) }
      }
      let near = line != nil || lines.range == nil || lines.range?.contains(stamp.node) == true
      let label = line.map { $0.text(before: stamp.node) } ?? ""
      let isUpdate = isUpdate(label, stamp.words)
      let isPublished =
        !isUpdate
        && (stamp.isPublished || isPublication(label) || !stamp.words.isDisjoint(with: publishWords))
      let rank =
        (near ? 0 : far) + (isPublished || isUpdate ? 0 : stamp.isTime ? 1 : 2)
        + (line?.isAbove == true ? 1 : 0)
      if let value = stamp.value, let date = DateReading.read(value, order: order) {
        all.append(Seen(text: value, date: date, rank: rank, isUpdate: isUpdate))
        nodes.append(range)
        continue
      }
      let seen = seen(
        in: stamp.text, words: stamp.words, rank: rank, order: order, isHinted: true,
        label: isUpdate || isPublished ? isUpdate : nil)
      if !seen.isEmpty { nodes.append(range) }
      all += seen
    }
    return (all, nodes)
  }

  // MARK: Lines

  private static let longestLine = 300
  /// How much of a line without a hint may be other text, in characters.
  private static let mostBeside = 40

  private static func dates(
    in lines: HeadLines, beside elements: [ClosedRange<MarkupTree.Index>], order: NumericOrder?
  ) -> [Seen] {
    lines.lines.flatMap { line -> [Seen] in
      var rest = line
      rest.pieces.removeAll { piece in elements.contains { $0.contains(piece.node) } }
      let text = rest.text
      guard text.utf8.count <= longestLine else { return [] }
      let isHinted = !line.words.isDisjoint(with: words)
      return seen(
        in: text, words: line.words, rank: (isHinted ? 2 : 3) + (line.isAbove ? 1 : 0), order: order,
        isHinted: isHinted)
    }
  }

  /// The dates in a text, with the words before each.
  ///
  /// - Parameter label: whether the words before the text mean an update; nil if they don't say.
  private static func seen(
    in text: String, words: Set<String>, rank: Int, order: NumericOrder?, isHinted: Bool, label: Bool? = nil
  ) -> [Seen] {
    let found = DateSearch.dates(in: text, order: order)
    guard !found.isEmpty else { return [] }
    let beside = text.count - found.reduce(0) { $0 + $1.text.count }
    var seen: [Seen] = []
    var wasUpdate = false
    for (index, date) in found.enumerated() {
      let said =
        isUpdate(date.before, found.count == 1 && label == nil ? words : [])
        ? true : isPublication(date.before) ? false : index == 0 ? label : nil
      guard said != nil || isHinted || (beside <= mostBeside && !TextMarks.endsSentence(text)) else {
        continue
      }
      // "Updated 7 March 2023, 7 March 2023": a second date without a label belongs to the first.
      if wasUpdate, said == nil { continue }
      wasUpdate = said == true
      let isLabelled = said != nil && label == nil
      seen.append(
        Seen(
          text: date.text, date: date.date, rank: isLabelled ? rank / far * far : rank, isUpdate: wasUpdate))
    }
    return seen
  }

  private static func isUpdate(_ label: String, _ words: Set<String>) -> Bool {
    let lower = label.suffix(80).lowercased()
    if let place = last(of: updates, in: lower) {
      return last(of: publications, in: lower).map { $0 < place } ?? true
    }
    if last(of: publications, in: lower) != nil { return false }
    return !words.isDisjoint(with: updateWords) && words.isDisjoint(with: publishWords)
  }

  private static func isPublication(_ label: String) -> Bool {
    last(of: publications, in: label.suffix(80).lowercased()) != nil
  }

  private static func last(of labels: [String], in text: String) -> String.Index? {
    labels.compactMap { label in
      var rest = text[...]
      while let range = rest.lastBytes(of: label) {
        guard let before = text[..<range.lowerBound].last, before.isLetter else { return range.lowerBound }
        rest = text[..<range.lowerBound]
      }
      return nil
    }.max()
  }
}

extension Timestamp {
  /// The day alone: 2023-12-20.
  fileprivate var isoDay: String { String(iso8601.prefix(10)) }
  /// As much as is known: 2023, 2023-12, 2023-12-20.
  fileprivate var iso8601Prefix: String {
    String(iso8601.prefix(precision == .year ? 4 : precision == .month ? 7 : 10))
  }
}
