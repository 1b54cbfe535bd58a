/// Finds the lists of a text; each line is decided only once.
struct TextLists {
  /// Lines with bullets or numbers that make a list.
  struct List {
    /// The number of the first item; nil for bullets.
    var start: Int?
    /// One per item: its first unit, and its text without the bullet.
    var items: [(unit: Int, text: String)]
    /// The unit after the list.
    var end: Int
  }

  /// No list begins before this unit.
  private var refusedUntil = 0
  /// How many times a unit was examined.
  private(set) var steps = 0

  /// The list that begins with a unit; nil if there is none.
  ///
  /// - Parameter isTaken: whether a unit belongs to something else.
  mutating func list(at index: Int, in units: [TextUnit], isTaken: (Int) -> Bool) -> List? {
    guard index >= refusedUntil, let first = TextMarks.bullet(units[index].text) else { return nil }
    // A dash before one line, or before separate lines, marks speech in Nordic texts.
    let mayBeTalk = first.number == nil && !TextMarks.isPlainBullet(units[index].text)
    var list = List(start: first.number, items: [], end: index)
    while list.end < units.count, !isTaken(list.end), !units[list.end].isPreformatted {
      steps += 1
      let unit = units[list.end]
      if let bullet = TextMarks.bullet(unit.text) {
        guard (bullet.number == nil) == (first.number == nil), TextCues.label(unit.text) == nil,
          list.items.isEmpty || unit.gapBefore <= (mayBeTalk ? 0 : 1),
          follows(bullet.number, list)
        else { break }
        list.items.append((list.end, bullet.text))
      } else if unit.gapBefore == 0, let item = list.items.last, unit.indent > units[item.unit].indent {
        // An indented line below an item belongs to it.
        list.items[list.items.count - 1].text += " " + unit.text
      } else {
        break
      }
      list.end += 1
    }
    while first.number != nil, list.end < units.count, isNumbered(list.end, in: units), !isTaken(list.end) {
      // Numbers that don't rise by one, as in results and games, are not a list: it would renumber them.
      steps += 1
      list.end += 1
      list.items = []
    }
    let isList = list.items.count > 1 || (!list.items.isEmpty && first.number == nil && !mayBeTalk)
    if isList, !(mayBeTalk && saysSomething(list.items.map(\.text))) { return list }
    refusedUntil = max(list.end, index + 1)
    return nil
  }

  private func isNumbered(_ index: Int, in units: [TextUnit]) -> Bool {
    units[index].gapBefore == 0 && TextMarks.bullet(units[index].text)?.number != nil
  }

  /// Whether a number continues the list.
  private func follows(_ number: Int?, _ list: List) -> Bool {
    guard let number, let start = list.start else { return true }
    return number == start + list.items.count
  }

  /// Whether lines with a dash are speech: one of them names a speaker, or asks.
  private func saysSomething(_ lines: [String]) -> Bool {
    lines.prefix(50).contains { $0.utf8.count < 2_000 && (Speaker.mentionsSpeech($0) || $0.hasSuffix("?")) }
  }
}
