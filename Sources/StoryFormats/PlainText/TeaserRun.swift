/// The teasers that close a scraped page: bullets whose title the next line says again.
enum TeaserRun {
  struct Entry {
    var units: ClosedRange<Int>
    var title: String
    var text: String
    var confidence: Double
    var reason: String
  }

  /// All teasers of a file, in order.
  static func find(in units: [TextUnit]) -> [Entry] {
    var entries: [Entry] = []
    var index = 0
    while index < units.count {
      if let entry = entry(
        at: index, in: units, continues: entries.last.map { $0.units.upperBound + 1 == index } ?? false)
      {
        entries.append(entry)
        index = entry.units.upperBound + 1
      } else {
        index += 1
      }
    }
    return entries
  }

  private static func entry(at index: Int, in units: [TextUnit], continues: Bool) -> Entry? {
    guard let bullet = TextMarks.bullet(units[index].text), bullet.number == nil, bullet.text.count <= 300
    else { return nil }
    var last = index
    var title = bullet.text
    if let half = TextMarks.halved(bullet.text) {
      title = half
    } else if index + 1 < units.count, saysAgain(units[index + 1], bullet.text) {
      last = index + 1
    } else {
      return continues ? undoubled(at: index, title: title, in: units) : nil
    }
    guard let text = text(after: last, in: units) else {
      return Entry(
        units: index...last, title: title, text: "", confidence: 0.9,
        reason: "a bullet that the next line says again")
    }
    return Entry(
      units: index...text, title: title, text: units[text].text, confidence: 0.97,
      reason: "a bullet that the next line says again, and a paragraph")
  }

  /// A bullet among teasers whose title stands only once.
  private static func undoubled(at index: Int, title: String, in units: [TextUnit]) -> Entry? {
    guard title.count <= 140, !TextMarks.endsWithStop(title), let text = text(after: index, in: units) else {
      return nil
    }
    return Entry(
      units: index...text, title: title, text: units[text].text, confidence: 0.75,
      reason: "a bullet and a paragraph among teasers")
  }

  private static func saysAgain(_ unit: TextUnit, _ title: String) -> Bool {
    guard unit.gapBefore <= 1 else { return false }
    let text = TextMarks.bullet(unit.text)?.text ?? unit.text
    return TextMarks.saysTheSame(text, title)
  }

  /// The paragraph of a teaser: the next unit, unless it is something else.
  private static func text(after last: Int, in units: [TextUnit]) -> Int? {
    let next = last + 1
    guard next < units.count, units[next].gapBefore <= 1, TextCues.label(units[next].text) == nil,
      !TextCues.opensAsPromotion(units[next].plain), !TextCues.isSurelyPromotion(units[next].plain)
    else { return nil }
    if let bullet = TextMarks.bullet(units[next].text) {
      // Another bullet is another teaser, unless the dash belongs to somebody's words.
      _ = bullet
      return nil
    }
    return next
  }
}
