internal import Messages
internal import Stories
internal import Typesetting
internal import Words

/// Words looked for on a page, and their matches.
struct Find: Sendable {
  /// A part of one line.
  struct Stretch: Hashable, Sendable {
    /// The line of the page.
    var line: Int
    /// The first cell.
    var column: Int
    /// How many cells.
    var columns: Int
  }

  /// The words, as typed.
  var words: String
  /// The search that found the story; nil if the words were typed in the story.
  private let search: Highlighter?
  /// The matches; one that crosses the end of a line has several stretches.
  private(set) var matches: [[Stretch]] = []
  /// The current match.
  var current = 0

  /// Looks for words; `search` finds them.
  init(words: String) {
    self.words = words
    search = nil
  }

  /// Looks for the words of a search of the library.
  init(_ search: TypedSearch, _ words: Highlighter) {
    self.words = search.text
    self.search = words
  }

  /// Whether it shows the matches of a search of the library.
  var isOfSearch: Bool { search != nil }

  /// "3 of 12".
  var count: Phrase {
    matches.isEmpty ? "not found" : .place(current + 1, of: matches.count)
  }

  /// Finds every match on a story's page, and goes to the first at or after a line.
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

  /// Goes `step` matches further, wrapping around the ends.
  mutating func move(by step: Int) {
    guard !matches.isEmpty else { return }
    current = ((current + step) % matches.count + matches.count) % matches.count
  }

  /// The line of the current match.
  var line: Int? {
    matches.indices.contains(current) ? matches[current].first?.line : nil
  }

  /// The stretches on the lines of `range`, and whether each belongs to the current match.
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
