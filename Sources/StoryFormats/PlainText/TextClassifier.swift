/// Decides what each unit of a file is, by the rules listed at `PlainText`.
struct TextClassifier {
  private let units: [TextUnit]
  private let header: TextHeader
  private var pieces: [TextPiece] = []
  private var lists = TextLists()
  /// Units that are part of teasers.
  private var teasers: [Int: TeaserRun.Entry] = [:]
  private var hasHeadline: Bool
  private var hasStandfirst: Bool
  private var foundHeadline = false
  private var bodyBegan = false
  /// The number of blank lines between most units of the file.
  private let usualGap: Int
  /// How many times a unit was examined.
  private(set) var steps = 0
  /// From this unit on, there are only teasers and promotions.
  private var tail: Int

  init(units: [TextUnit], header: TextHeader) {
    self.units = units
    self.header = header
    hasHeadline = header[.title] != nil
    hasStandfirst = header[.standfirst] != nil
    let gaps = units.dropFirst().map(\.gapBefore).sorted()
    usualGap = gaps.isEmpty ? 1 : gaps[gaps.count / 2]
    tail = units.count
  }

  /// Every part of the file, in order.
  mutating func run() -> [TextPiece] {
    findTeasers()
    var index = 0
    while index < units.count {
      if let entry = teasers[index] {
        let unit = units[index]
        var piece = TextPiece(
          .teaser(title: entry.title), unit, text: entry.text, entry.confidence, entry.reason)
        piece.lines = unit.lines.lowerBound...units[entry.units.upperBound].lines.upperBound
        pieces.append(piece)
        index = entry.units.upperBound + 1
      } else {
        index += take(index)
      }
      steps += 1
    }
    steps += lists.steps
    return pieces
  }

  private mutating func findTeasers() {
    var inTeasers = Set<Int>()
    var run = TeaserRun(units)
    run.find()
    steps += run.steps
    for entry in run.entries {
      teasers[entry.units.lowerBound] = entry
      inTeasers.formUnion(entry.units)
    }
    while tail > 0, inTeasers.contains(tail - 1) || isAlikePromotion(tail - 1) {
      tail -= 1
      steps += 1
    }
  }

  /// Decides about a unit, and perhaps the next ones.
  ///
  /// - Returns: how many were taken.
  private mutating func take(_ index: Int) -> Int {
    let unit = units[index]
    // A line of this length can only be text.
    if unit.text.utf8.count > 20_000 {
      (hasHeadline, bodyBegan) = (true, true)
      return add(.paragraph, unit, 0.9, "running text")
    }
    if let count = takeSet(index) { return count }
    if let count = takeLabelled(index) { return count }
    if TextCues.isSurelyPromotion(unit.plain) {
      return add(.aside, unit, 0.95, "a line of the site, not of the story")
    }
    if TextCues.invitesOutside(unit.plain) {
      return add(.outside, unit, 0.9, "an invitation that ends in “here”, without an address")
    }
    if !bodyBegan, let count = takeHead(index) { return count }
    if isPromotion(index) {
      return add(
        .aside, unit, unit.gapBefore > 1 ? 0.85 : 0.7,
        "promotional words, \(unit.gapBefore > 1 ? "set apart" : "at the end")")
    }
    bodyBegan = true
    if TextCues.isCaption(unit.text) { return add(.caption, unit, 0.85, "begins like a caption") }
    if TextMarks.isRule(unit.text) { return add(.rule, unit, 0.95, "a line without letters") }
    if let count = takeList(index) { return count }
    if let count = takeRun(index) { return count }
    if let (confidence, reason) = subheading(index) { return add(.subheading, unit, confidence, reason) }
    if let reason = quotation(unit) { return add(.quote, unit, 0.85, reason) }
    return add(.paragraph, unit, 0.9, "running text")
  }

  private mutating func add(_ role: TextPiece.Role, _ unit: TextUnit, _ confidence: Double, _ reason: String)
    -> Int
  {
    if case .headline = role { foundHeadline = true }
    pieces.append(TextPiece(role, unit, confidence, reason))
    return 1
  }

  // MARK: Preformatted text

  /// Takes columns, boxes and code unchanged.
  private mutating func takeSet(_ index: Int) -> Int? {
    let unit = units[index]
    let (role, reason): (TextPiece.Role, String)
    switch unit.setting {
    case .flowing, .underlined: return nil
    case .preformatted(let why): (role, reason) = (.preformatted, why)
    case .table(let rows): (role, reason) = (.table(rows), "cells between tabs")
    }
    (hasHeadline, bodyBegan) = (true, true)
    return add(role, unit, 0.9, reason)
  }

  /// Takes short lines that were set as lines, except lines of the site.
  private mutating func takeRun(_ index: Int) -> Int? {
    var end = index + 1
    while end < index + units[index].run, teasers[end] == nil, !isOthers(end) {
      end += 1
      steps += 1
    }
    guard end - index > 1 else { return nil }
    var piece = TextPiece(.lines, units[index], text: units[index..<end].setLines, 0.8, "several short lines")
    piece.lines = units[index].lines.lowerBound...units[end - 1].lines.upperBound
    pieces.append(piece)
    return end - index
  }

  private func isOthers(_ index: Int) -> Bool {
    let unit = units[index]
    return TextCues.isBareLabel(unit.text) || TextCues.isCaption(unit.text)
      || TextCues.isSurelyPromotion(unit.plain) || TextCues.invitesOutside(unit.plain) || isPromotion(index)
  }

  // MARK: Labelled lines

  private mutating func takeLabelled(_ index: Int) -> Int? {
    let unit = units[index]
    if TextCues.isBareLabel(unit.text) { return takeUnderLabel(index, label: unit.text) }
    guard let (label, target) = TextCues.label(unit.text), unit.text.count <= 400 else { return nil }
    if !target.isEmpty {
      return add(
        .reference(label: label, target: target), unit, 0.95, "begins with “\(label)” and a separator")
    }
    return takeUnderLabel(index, label: label)
  }

  /// Takes the headlines below a label on its own line: one, or those with bullets.
  private mutating func takeUnderLabel(_ index: Int, label: String) -> Int? {
    var count = 1
    while index + count < units.count, count <= 20, teasers[index + count] == nil {
      steps += 1
      let next = units[index + count]
      guard !next.isPreformatted else { break }
      let bullet = TextMarks.bullet(next.text)
      let isHeadline =
        count == 1 && next.gapBefore <= 1 && !TextMarks.endsWithStop(next.text) && next.text.count <= 140
      guard bullet != nil ? next.gapBefore <= 1 : isHeadline, next.text.utf8.count <= 400 else { break }
      let target = bullet?.text ?? next.text
      pieces.append(
        TextPiece(
          .reference(label: label, target: target), next, text: target, 0.85, "follows “\(label)”"))
      count += 1
      if bullet == nil { break }
    }
    return count > 1 ? count : nil
  }

  // MARK: The head

  private mutating func takeHead(_ index: Int) -> Int? {
    let unit = units[index]
    if TextCues.isCaption(unit.text) { return add(.caption, unit, 0.9, "begins like a caption") }
    if !hasHeadline {
      if TextCues.isDesk(unit.text), index + 1 < units.count, units[index + 1].words > 2 {
        return add(.section, unit, 0.85, "names a desk, above the headline")
      }
      if let line = TextBylines.line(unit.plain) { return add(line.role, unit, 0.8, line.reason) }
      hasHeadline = true
      guard unit.text.utf8.count <= 600 else { return nil }
      if unit.text.count <= 140, !TextMarks.endsWithStop(unit.text) {
        return add(.headline, unit, 0.9, "the first lines, short and without a full stop")
      }
      if unit.text.count <= 140, (unit.gapAfter ?? 0) > 0, index + 1 < units.count {
        return add(.headline, unit, 0.6, "the first lines, short and set apart")
      }
      return nil
    }
    if let line = TextBylines.line(unit.plain) { return add(line.role, unit, line.confidence, line.reason) }
    if TextBylines.isMailAddress(unit.text) { return add(.aside, unit, 0.8, "a mail address above the text") }
    guard !hasStandfirst, foundHeadline || header[.title] != nil else { return nil }
    hasStandfirst = true
    return takeStandfirst(index)
  }

  private mutating func takeStandfirst(_ index: Int) -> Int? {
    let unit = units[index]
    guard unit.text.utf8.count <= 960, unit.text.count <= 240, index + 1 < units.count,
      TextMarks.bullet(unit.text) == nil
    else { return nil }
    if isFollowedByBylineOrDate(index) {
      return add(.standfirst, unit, 0.9, "between the headline and a byline or date")
    }
    guard !TextMarks.endsWithStop(unit.text), !TextMarks.opensQuotation(unit.text), unit.run < 3,
      unit.setting != .underlined
    else { return nil }
    // A short line directly on a paragraph opens a section, if the headline is set apart from it.
    if unit.gapAfter == 0, unit.gapBefore > 0, unit.words <= 10, TextMarks.endsSentence(units[index + 1].text)
    {
      return nil
    }
    return add(.standfirst, unit, 0.85, "the second lines, short and without a full stop")
  }

  private func isFollowedByBylineOrDate(_ index: Int) -> Bool {
    for next in (index + 1)..<min(index + 3, units.count) where TextBylines.line(units[next].plain) != nil {
      return true
    }
    return false
  }

  // MARK: The body

  /// Whether a unit is a promotion, which is set apart from the text or last in it; words alone prove
  /// nothing.
  private func isPromotion(_ index: Int) -> Bool {
    let unit = units[index]
    guard bodyBegan, unit.text.utf8.count <= 500 else { return false }
    let apart = max(usualGap, 1)
    let isApart = unit.gapBefore > apart || (unit.gapAfter ?? 0) > apart
    let isLast = index + 1 >= tail
    guard isApart || isLast else { return false }
    if TextCues.opensAsPromotion(unit.plain) { return true }
    // Between text and teasers, with room on both sides, an address to the reader is the site's.
    let isBetween = isLast && tail < units.count && unit.gapBefore > apart && unit.text.count <= 220
    if isBetween, TextCues.addressesReader(unit.plain) || TextCues.opensAsAppeal(unit.plain) { return true }
    return isApart && TextCues.hasPromotionWords(unit.plain) && TextCues.addressesReader(unit.plain)
  }

  private func isAlikePromotion(_ index: Int) -> Bool {
    TextCues.isSurelyPromotion(units[index].plain) || TextCues.opensAsPromotion(units[index].plain)
  }

  private mutating func takeList(_ index: Int) -> Int? {
    guard let list = lists.list(at: index, in: units, isTaken: { teasers[$0] != nil }) else { return nil }
    for item in list.items {
      pieces.append(
        TextPiece(
          .listItem(number: list.start), units[item.unit], text: item.text, 0.9,
          "lines that begin with a bullet or number"))
    }
    return list.end - index
  }

  private func subheading(_ index: Int) -> (Double, String)? {
    let unit = units[index]
    if unit.setting == .underlined { return (0.95, "a line underlined by the next") }
    guard unit.lines.count == 1, unit.text.utf8.count <= 240, unit.text.count <= 90, unit.words <= 10,
      index + 1 < units.count, !TextMarks.endsSentence(unit.text) || unit.text.hasSuffix("?"),
      !unit.text.hasSuffix(","),
      unit.text.contains(where: \.isLetter), !unit.text.contains("://")
    else { return nil }
    let next = units[index + 1]
    guard teasers[index + 1] == nil, TextCues.label(next.text) == nil, !isDated(unit)
    else { return nil }
    if TextMarks.opensQuotation(unit.text) {
      let isHeading = unit.gapAfter == 0 && usualGap > 0 && TextMarks.unquoted(unit.text) != unit.text
      return isHeading && next.words > 12 ? (0.7, "a few quoted words, directly above text") : nil
    }
    guard let first = unit.text.first, first.isUppercase || first.isNumber else { return nil }
    if unit.gapAfter == 0 {
      return TextMarks.endsSentence(next.text) || next.words > 12
        ? (0.9, "a short line without a full stop, directly above text") : nil
    }
    guard let gap = unit.gapAfter, gap <= max(usualGap, 1), next.words >= 8, TextMarks.endsSentence(next.text)
    else {
      return nil
    }
    return (0.7, "a short line without a full stop before a paragraph")
  }

  private func isDated(_ unit: TextUnit) -> Bool {
    unit.text.utf8.contains { (0x30...0x39).contains($0) } && TextBylines.line(unit.plain) != nil
  }

  private func quotation(_ unit: TextUnit) -> String? {
    let share = TextMarks.quotedShare(unit.text)
    if share >= 0.5 { return "opens with a quotation mark, and most of it is quoted" }
    if share >= 0.2, Speaker.mentionsSpeech(unit.text) {
      return "opens with a quotation mark and names the speaker"
    }
    let isDash = unit.text.first.map { "–—-".contains($0) } ?? false
    if isDash, TextMarks.bullet(unit.text) != nil { return "opens with a dash, as speech does" }
    return nil
  }
}
