internal import Stories
internal import Typesetting
internal import Words

/// Words looked for in a page, and where they stand.
struct Find: Sendable {
  /// A stretch of one line.
  struct Stretch: Hashable, Sendable {
    /// The page's line.
    var line: Int
    /// The first cell.
    var column: Int
    /// How many cells.
    var columns: Int
  }

  /// What is looked for, as typed.
  var words: String
  /// The words of the search that the story was found by, where it is those that are looked for.
  private let search: Highlighter?
  /// Each match in one stretch or, when it runs over a line's end, several.
  private(set) var matches: [[Stretch]] = []
  /// The match the reader stands on.
  var current = 0

  /// Looks for nothing yet.
  init(words: String) {
    self.words = words
    search = nil
  }

  /// Will look for the words that a search has found the story by.
  init(_ search: TypedSearch, _ words: Highlighter) {
    self.words = search.text
    self.search = words
  }

  /// Whether it shows what the story was found by.
  var isOfSearch: Bool { search != nil }

  /// "3 of 12".
  var count: String {
    matches.isEmpty ? "not found" : "\(current + 1) of \(Numbers.grouped(matches.count))"
  }

  /// Finds every match on the page of a story, and stands on the first at or after a line.
  mutating func search(_ page: Page, of story: Story, from line: Int) {
    matches = []
    for match in search.map({ page.matches(of: $0, in: story) }) ?? page.matches(of: words) {
      let stretch = Stretch(line: match.line, column: match.column, columns: match.columns)
      if match.continues, !matches.isEmpty {
        matches[matches.count - 1].append(stretch)
      } else {
        matches.append([stretch])
      }
    }
    current = matches.firstIndex { ($0.first?.line ?? 0) >= line } ?? 0
  }

  /// Goes to the match `step` further on, around the ends.
  mutating func move(by step: Int) {
    guard !matches.isEmpty else { return }
    current = ((current + step) % matches.count + matches.count) % matches.count
  }

  /// The line of the match the reader stands on.
  var line: Int? {
    matches.indices.contains(current) ? matches[current].first?.line : nil
  }

  /// The stretches on lines `range`, each with whether it belongs to the current match.
  func stretches(in range: Range<Int>) -> [(stretch: Stretch, isCurrent: Bool)] {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if (matches[middle].last?.line ?? 0) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: [(stretch: Stretch, isCurrent: Bool)] = []
    for index in low..<matches.count {
      guard let first = matches[index].first, first.line < range.upperBound else { break }
      for stretch in matches[index] where range.contains(stretch.line) {
        found.append((stretch, index == current))
      }
    }
    return found
  }
}
