internal import Messages
internal import Stories

/// The rows from one where `V` was pressed to the selected one.
struct RowRange: Sendable {
  /// The row where it begins.
  let start: Listing
  /// Its number in the list, from 0; nil if that is not known.
  let number: Int?
  /// The list that it belongs to.
  let query: Query
}

/// A part of the list that can be marked.
enum MarkPart: String, Hashable, Sendable, CaseIterable {
  case range, all, above, below
}

extension State {
  /// Begins a range at the selected row, or ends it.
  mutating func toggleRange() -> [Effect] {
    guard range == nil else {
      range = nil
      return []
    }
    guard let row = list.selected else { return sayNoStory() }
    let effects = enter(.list)
    list.touched = true
    range = RowRange(start: row, number: list.window?.rowsBefore.map { $0 + list.index }, query: list.query)
    return effects
  }

  /// Ends a range that its list no longer has.
  mutating func settleRange() {
    guard let range else { return }
    if focus != .list || range.query != list.query || list.rows.isEmpty { self.range = nil }
  }

  /// The loaded rows of the range, as indexes.
  var rangeRows: ClosedRange<Int>? {
    guard let range, list.rows.indices.contains(list.index) else { return nil }
    if let start = list.rows.firstIndex(where: { $0.id == range.start.id }) {
      return min(start, list.index)...max(start, list.index)
    }
    guard let number = range.number, let before = list.window?.rowsBefore else {
      return list.index...list.index
    }
    return number < before ? 0...list.index : list.index...(list.rows.count - 1)
  }

  /// The number of rows in the range; nil if that is not known.
  var rangeCount: Int? {
    guard let range, let rows = rangeRows else { return nil }
    if list.rows.contains(where: { $0.id == range.start.id }) { return rows.count }
    guard let number = range.number, let before = list.window?.rowsBefore else { return nil }
    return abs(before + list.index - number) + 1
  }

  /// What the bottom line says of the range.
  var rangeWords: Phrase? {
    guard range != nil, layer == nil else { return nil }
    let count: Phrase = rangeCount.map { Numbers.counted($0, "story", "stories") } ?? "A range"
    return """
      \(count): \(key("toggle-read")) read · \(key("toggle-saved")) save · \(key("mark-many")) more · \
      \(key("leave")) ends
      """
  }

  /// A part of the list for the library; nil if there is none.
  func span(_ part: MarkPart) -> ListSpan? {
    guard let row = list.selected else { return nil }
    switch part {
    case .all: return .all
    case .above: return .above(row)
    case .below: return .below(row)
    case .range: return range.map { .between($0.start, row) }
    }
  }

  /// Says how to begin a range.
  mutating func sayNoRange() -> [Effect] {
    message = Message(text: "No range: V begins one at the selected row, and moving extends it.")
    return []
  }

  /// The list of what can be marked, and how.
  var markChooser: Chooser {
    let parts = MarkPart.allCases.filter { $0 != .range || range != nil }
    let items = MarkChange.allCases.flatMap { change in
      parts.map { part in
        Chooser.Item(
          title: catalogue(change.title(part)),
          detail: count(part).map { .words(catalogue.grouped($0)) } ?? .none,
          choice: .mark(change, part))
      }
    }
    let tags = parts.map { part in
      Chooser.Item(
        title: catalogue("Tag \(part.words) …"),
        detail: count(part).map { .words(catalogue.grouped($0)) } ?? .none,
        choice: .tagPart(part))
    }
    return Chooser(title: "Mark", items: items + tags)
  }

  /// The number of rows in a part; nil if that is not known.
  func count(_ part: MarkPart) -> Int? {
    if part == .range { return rangeCount }
    guard let window = list.window, let total = window.total, !window.findings.isMore else { return nil }
    if part == .all { return total }
    return window.rowsBefore.map { before in
      part == .above ? before + list.index : max(0, total - before - list.index - 1)
    }
  }
}

extension MarkChange {
  /// "Mark all above as read".
  func title(_ part: MarkPart) -> Phrase {
    let what = part.words
    switch self {
    case .read, .unread: return "Mark \(what) as \(state)"
    case .saved: return "Save \(what)"
    case .unsaved: return "Unsave \(what)"
    case .tagged(let name): return "Tag \(what) “\(name.text)”"
    case .untagged(let name): return "Take “\(name.text)” from \(what)"
    }
  }
}

extension MarkPart {
  /// "all in the list".
  var words: Phrase {
    switch self {
    case .range: "the range"
    case .all: "all in the list"
    case .above: "all above"
    case .below: "all below"
    }
  }
}

extension CommandLine {
  /// Reads "mark all", "mark above read" or "mark range saved"; nil if it is something else.
  init?(marking words: [String]) {
    var (change, part) = (MarkChange.read, MarkPart.all)
    guard !words.isEmpty, words.count <= 2 else { return nil }
    for word in words {
      if let other = MarkChange(word: word) {
        change = other
      } else if let other = MarkPart(rawValue: word) {
        part = other
      } else {
        return nil
      }
    }
    self = .mark(change, part)
  }
}
