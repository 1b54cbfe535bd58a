/// Decides what each unit of a file is; first that applies, in this order: teasers, labelled lines, date and byline,
/// headline and standfirst, promotion, subheading, quote, paragraph.
struct TextClassifier {
  private let units: [TextUnit]
  private let header: TextHeader
  private var pieces: [TextPiece] = []
  /// Units that teasers took.
  private var teasers: [Int: TeaserRun.Entry] = [:]
  private var hasHeadline: Bool
  private var hasStandfirst: Bool
  private var bodyBegan = false
  /// The first unit after which only teasers and promotions follow.
  private var closing = 0

  init(units: [TextUnit], header: TextHeader) {
    self.units = units
    self.header = header
    hasHeadline = header[.title] != nil
    hasStandfirst = header[.standfirst] != nil
  }

  /// Every part of the file, in order.
  mutating func run() -> [TextPiece] {
    for entry in TeaserRun.find(in: units) { teasers[entry.units.lowerBound] = entry }
    closing = beginOfClosing()
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
    }
    return pieces
  }

  /// Decides about the unit, and maybe the next; how many were taken.
  private mutating func take(_ index: Int) -> Int {
    let unit = units[index]
    if let count = takeLabelled(index) { return count }
    if TextCues.isSurelyPromotion(unit.plain) {
      return add(.aside, unit, 0.95, "a line that sites put into their pages")
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
    if TextMarks.isRule(unit.text) { return add(.rule, unit, 0.95, "a line of signs only") }
    if let count = takeList(index) { return count }
    if let (confidence, reason) = subheading(index) { return add(.subheading, unit, confidence, reason) }
    if let reason = quotation(unit) { return add(.quote, unit, 0.85, reason) }
    return add(.paragraph, unit, 0.9, "running text")
  }

  private mutating func add(_ role: TextPiece.Role, _ unit: TextUnit, _ confidence: Double, _ reason: String)
    -> Int
  {
    pieces.append(TextPiece(role, unit, confidence, reason))
    return 1
  }

  // MARK: Labelled lines

  private mutating func takeLabelled(_ index: Int) -> Int? {
    let unit = units[index]
    guard let (label, target) = TextCues.label(unit.text), unit.text.count <= 400 else { return nil }
    if !target.isEmpty {
      return add(
        .reference(label: label, target: target), unit, 0.95, "begins with “\(label)” and a separator")
    }
    var count = 1
    while index + count < units.count, count <= 20, teasers[index + count] == nil {
      let next = units[index + count]
      let bullet = TextMarks.bullet(next.text)
      guard bullet != nil || (count == 1 && next.gapBefore == 0), next.text.count <= 200 else { break }
      let target = bullet?.text ?? next.text
      pieces.append(
        TextPiece(
          .reference(label: label, target: target), next, text: target, 0.85, "stands under “\(label)”"))
      count += 1
      if bullet == nil { break }
    }
    return count > 1 ? count : nil
  }

  // MARK: The head

  private mutating func takeHead(_ index: Int) -> Int? {
    let unit = units[index]
    if !hasHeadline {
      hasHeadline = true
      if let line = TextBylines.line(unit.plain) { return add(line.role, unit, 0.8, line.reason) }
      if unit.text.count <= 140, !TextMarks.endsWithStop(unit.text) {
        return add(.headline, unit, 0.9, "the first lines, short and without a full stop")
      }
      if unit.text.count <= 140, unit.gapAfter > 0, unit.gapAfter != Int.max, index + 1 < units.count {
        return add(.headline, unit, 0.6, "the first lines, short and by themselves")
      }
      return nil
    }
    if let line = TextBylines.line(unit.plain) {
      return add(line.role, unit, line.confidence, line.reason)
    }
    guard !hasStandfirst,
      pieces.contains(where: { if case .headline = $0.role { true } else { false } }) || header[.title] != nil
    else { return nil }
    hasStandfirst = true
    return takeStandfirst(index)
  }

  private mutating func takeStandfirst(_ index: Int) -> Int? {
    let unit = units[index]
    guard unit.text.count <= 240, index + 1 < units.count, TextMarks.bullet(unit.text) == nil else {
      return nil
    }
    if isFollowedByBylineOrDate(index) {
      return add(.standfirst, unit, 0.9, "stands between headline and byline or date")
    }
    guard !TextMarks.endsWithStop(unit.text), !TextMarks.opensQuotation(unit.text) else { return nil }
    // A short line on top of a paragraph opens a part, where the headline stands apart from it.
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

  private func isPromotion(_ index: Int) -> Bool {
    let unit = units[index]
    guard bodyBegan, unit.text.utf8.count <= 1_280, unit.text.count <= 320 else { return false }
    let isLast = index + 1 >= closing
    let isApart = unit.gapBefore > 1 || (unit.gapAfter > 1 && unit.gapAfter != Int.max)
    return (isApart && TextCues.hasPromotionWords(unit.plain))
      || ((isLast || isApart) && TextCues.opensAsPromotion(unit.plain))
  }

  /// Where the end of the file begins that is nothing but teasers and promotions.
  private func beginOfClosing() -> Int {
    var taken = Set<Int>()
    for entry in teasers.values { taken.formUnion(entry.units) }
    var index = units.count
    while index > 0, taken.contains(index - 1) || isAlikePromotion(index - 1) { index -= 1 }
    return index
  }

  private func isAlikePromotion(_ index: Int) -> Bool {
    TextCues.isSurelyPromotion(units[index].plain) || TextCues.opensAsPromotion(units[index].plain)
  }

  private mutating func takeList(_ index: Int) -> Int? {
    guard let first = TextMarks.bullet(units[index].text) else { return nil }
    // A dash before one line, or before lines set apart, is how the north writes speech.
    let mayBeSpeech = first.number == nil && !TextMarks.isPlainBullet(units[index].text)
    var items = [(unit: units[index], bullet: first)]
    while index + items.count < units.count {
      let unit = units[index + items.count]
      guard teasers[index + items.count] == nil, unit.gapBefore <= (mayBeSpeech && items.count == 1 ? 0 : 1),
        let bullet = TextMarks.bullet(unit.text), (bullet.number == nil) == (first.number == nil)
      else { break }
      items.append((unit, bullet))
    }
    if mayBeSpeech || first.number != nil, items.count < 2 { return nil }
    for item in items {
      pieces.append(
        TextPiece(
          .listItem(number: item.bullet.number), item.unit, text: item.bullet.text, 0.9,
          "lines that begin with a bullet or number"))
    }
    return items.count
  }

  private func subheading(_ index: Int) -> (Double, String)? {
    let unit = units[index]
    guard unit.lines.count == 1, unit.words <= 10, unit.text.count <= 90, index + 1 < units.count,
      !TextMarks.endsSentence(unit.text) || unit.text.hasSuffix("?"), !unit.text.hasSuffix(","),
      !TextMarks.opensQuotation(unit.text), unit.text.contains(where: \.isLetter),
      unit.text.first.map({ $0.isUppercase || $0.isNumber }) ?? false, !unit.text.contains("://")
    else { return nil }
    let next = units[index + 1]
    guard teasers[index + 1] == nil, TextCues.label(next.text) == nil else { return nil }
    if unit.gapAfter == 0 {
      return TextMarks.endsSentence(next.text) || next.words > 12
        ? (0.9, "a short line without a full stop, text follows at once") : nil
    }
    guard unit.gapAfter == 1, next.words >= 12, TextMarks.endsSentence(next.text) else { return nil }
    return (0.7, "a short line without a full stop before a paragraph")
  }

  private func quotation(_ unit: TextUnit) -> String? {
    let share = TextMarks.quotedShare(unit.text)
    if share >= 0.5 { return "opens with a quotation mark, and most of it is quoted" }
    if share >= 0.2, Speaker.mentionsSpeech(unit.text) {
      return "opens with a quotation mark, and says who speaks"
    }
    let isDash = unit.text.first.map { "–—-".contains($0) } ?? false
    if isDash, TextMarks.bullet(unit.text) != nil { return "opens with the dash of speech" }
    return nil
  }
}
