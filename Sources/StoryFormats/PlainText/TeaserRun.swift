/// Finds the teasers at the end of a scraped page: bullets whose title the next lines repeat.
struct TeaserRun {
  struct Entry {
    var units: ClosedRange<Int>
    var title: String
    var text: String
    var confidence: Double
    var reason: String
  }

  /// All teasers of a file, in order.
  private(set) var entries: [Entry] = []
  /// How many times a unit was examined.
  private(set) var steps = 0
  private let units: [TextUnit]

  init(_ units: [TextUnit]) {
    self.units = units
  }

  /// Finds them.
  mutating func find() {
    var index = 0
    while index < units.count {
      steps += 1
      if let entry = doubled(at: index) ?? undoubled(after: entries.last, at: index) {
        if let last = entries.popLast() { entries.append(widened(last, upTo: entry.units.lowerBound)) }
        addEarlier(before: entry)
        entries.append(entry)
        index = entry.units.upperBound + 1
      } else {
        index += 1
      }
    }
  }

  /// The longest title, in bytes.
  private static let longestTitle = 600
  /// How many lines a title may be broken into.
  private static let titleLines = 3

  private mutating func doubled(at index: Int) -> Entry? {
    guard let bullet = TextMarks.bullet(units[index].text), bullet.number == nil,
      bullet.text.utf8.count <= Self.longestTitle
    else { return nil }
    if let half = TextMarks.halved(bullet.text) { return entry(half, from: index, to: index) }
    var title = bullet.text
    for last in index..<min(index + Self.titleLines, units.count) {
      steps += 1
      if last > index {
        let unit = units[last]
        guard unit.gapBefore == 0, TextMarks.bullet(unit.text) == nil,
          unit.text.utf8.count <= Self.longestTitle
        else { break }
        title += " " + unit.text
      }
      if let end = saysAgain(title, from: last + 1) {
        return entry(title, from: index, to: end)
      }
    }
    return nil
  }

  /// The last of the units from `index` on that together repeat the title; nil if they don't.
  private mutating func saysAgain(_ title: String, from index: Int) -> Int? {
    guard index < units.count, units[index].gapBefore <= 3 else { return nil }
    var again = ""
    for place in index..<min(index + Self.titleLines, units.count) {
      steps += 1
      let unit = units[place]
      guard unit.text.utf8.count <= Self.longestTitle, place == index || unit.gapBefore == 0 else {
        return nil
      }
      again +=
        (again.isEmpty ? "" : " ")
        + (place == index ? TextMarks.bullet(unit.text)?.text ?? unit.text : unit.text)
      if TextMarks.saysTheSame(again, title) { return place }
      if again.utf8.count > title.utf8.count + 20 { return nil }
    }
    return nil
  }

  private mutating func entry(_ title: String, from first: Int, to last: Int) -> Entry {
    guard let text = text(after: last) else {
      return Entry(
        units: first...last, title: title, text: "", confidence: 0.9,
        reason: "a bullet repeated by the next line")
    }
    return Entry(
      units: first...text.last, title: title, text: text.text, confidence: 0.97,
      reason: "a bullet repeated by the next line, and a paragraph")
  }

  /// A bullet directly after a teaser, whose title is not repeated.
  private mutating func undoubled(after last: Entry?, at index: Int) -> Entry? {
    guard let last, last.units.upperBound + 1 == index else { return nil }
    return undoubled(at: index)
  }

  private mutating func undoubled(at index: Int) -> Entry? {
    guard let bullet = TextMarks.bullet(units[index].text), bullet.number == nil,
      bullet.text.utf8.count <= Self.longestTitle,
      bullet.text.count <= 140, !TextMarks.endsWithStop(bullet.text), let text = text(after: index)
    else { return nil }
    return Entry(
      units: index...text.last, title: bullet.text, text: text.text, confidence: 0.75,
      reason: "a bullet and a paragraph among teasers")
  }

  /// Adds bullets with a paragraph directly before the first certain teaser.
  private mutating func addEarlier(before first: Entry) {
    var start = first.units.lowerBound
    let bound = (entries.last?.units.upperBound ?? -1) + 1
    var earlier: [Entry] = []
    while start - 2 >= bound, earlier.count < 100, let entry = undoubled(at: start - 2),
      entry.units.upperBound == start - 1
    {
      steps += 1
      earlier.append(entry)
      start -= 2
    }
    entries += earlier.reversed()
  }

  /// A teaser with the one or two paragraphs between it and the next.
  private func widened(_ entry: Entry, upTo next: Int) -> Entry {
    let between = (entry.units.upperBound + 1)..<max(next, entry.units.upperBound + 1)
    guard (1...2).contains(between.count),
      between.allSatisfy({ continues(units[$0]) && units[$0].gapBefore <= 2 })
    else {
      return entry
    }
    var wider = entry
    wider.units = entry.units.lowerBound...(next - 1)
    wider.text = ([entry.text] + between.map { units[$0].text }).filter { !$0.isEmpty }.joined(separator: " ")
    return wider
  }

  /// The paragraph of a teaser: the next unit and its further lines, unless it is something else.
  private mutating func text(after last: Int) -> (text: String, last: Int)? {
    var end = last + 1
    guard end < units.count, continues(units[end]),
      units[end].gapBefore <= 1 || isFollowedByBullet(end)
    else { return nil }
    var parts = [units[end].text]
    while end + 1 < units.count, units[end + 1].gapBefore == 0, parts.count < 40, continues(units[end + 1]),
      (45...100).contains(units[end].text.utf8.count), !TextMarks.endsSentence(units[end].text)
    {
      end += 1
      steps += 1
      parts.append(units[end].text)
    }
    return (parts.joined(separator: " "), end)
  }

  /// Whether a separate unit still belongs to a teaser: another bullet follows, or only a gap as small as the
  /// one before it.
  private func isFollowedByBullet(_ index: Int) -> Bool {
    guard units[index].gapBefore <= 2 else { return false }
    guard index + 1 < units.count else { return true }
    return TextMarks.bullet(units[index + 1].text) != nil
  }

  /// Whether a unit can be a teaser's text: not a bullet, a label or a line of the site.
  private func continues(_ unit: TextUnit) -> Bool {
    !unit.isPreformatted && TextMarks.bullet(unit.text) == nil && TextCues.label(unit.text) == nil
      && !TextCues.isSurelyPromotion(unit.plain)
      && !TextCues.opensAsPromotion(unit.plain) && !TextMarks.isRule(unit.text)
  }
}
