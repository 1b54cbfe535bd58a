internal import Screen
internal import Typesetting

/// Words looked for in a page, and where they stand.
struct Find: Hashable, Sendable {
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
  /// Each match in one stretch or, when it runs over a line's end, several.
  private(set) var matches: [[Stretch]] = []
  /// The match the reader stands on.
  var current = 0

  /// Longer needles than this are cut: nobody types them, and the time stays linear.
  static let longest = 64

  /// Looks for nothing yet.
  init(words: String) {
    self.words = words
  }

  /// "3 of 12".
  var count: String {
    matches.isEmpty ? "not found" : "\(current + 1) of \(Numbers.grouped(matches.count))"
  }

  /// Finds every match on a page, without regard to capitals, and stands on the first at or after a line.
  mutating func search(_ page: Page, from line: Int) {
    matches = []
    current = 0
    let needle = Array(CellText.clean(words).prefix(Self.longest)).map(Self.folded)
    guard let first = needle.first else { return }
    let text = Text(page)
    var start = 0
    while start < text.letters.count {
      if text.letters[start] == first, let end = text.end(of: needle, at: start) {
        matches.append(text.stretches(start..<end))
        start = end
      } else {
        start += 1
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

  private static func folded(_ cluster: Character) -> Character {
    if let ascii = cluster.asciiValue {
      return (65...90).contains(ascii) ? Character(UnicodeScalar(ascii + 32)) : cluster
    }
    return cluster.lowercased().first ?? cluster
  }

  /// A page as one row of letters, so that a match can run over a line's end.
  private struct Text {
    var letters: [Character] = []
    private var cells: [(line: Int, column: Int, width: Int)] = []
    /// Letters that a line's end added: hyphens and the space between words. They may be passed over.
    private var breaks: Set<Int> = []

    init(_ page: Page) {
      for (number, line) in page.lines.enumerated() {
        var column = line.indent
        for run in line.runs {
          for cluster in run.text {
            let width = CellText.width(of: cluster)
            letters.append(Find.folded(cluster))
            cells.append((number, column, width))
            column += width
          }
        }
        guard !line.runs.isEmpty else { continue }
        if letters.last == "-" || letters.last == "\u{2010}" { breaks.insert(letters.count - 1) }
        breaks.insert(letters.count)
        letters.append(" ")
        cells.append((number, column, 0))
      }
    }

    /// Where the needle ends when it begins at `start`; nil where it is not.
    func end(of needle: [Character], at start: Int) -> Int? {
      var place = start
      for (index, letter) in needle.enumerated() {
        guard place < letters.count else { return nil }
        if letters[place] != letter {
          // A word divided by a hyphen at the line's end.
          guard index > 0, letters[place] != " ", breaks.contains(place), breaks.contains(place + 1),
            place + 2 < letters.count, letters[place + 2] == letter
          else { return nil }
          place += 2
        }
        place += 1
      }
      return place
    }

    func stretches(_ range: Range<Int>) -> [Stretch] {
      var found: [Stretch] = []
      for (line, column, width) in cells[range] where width > 0 {
        if let last = found.last, last.line == line {
          found[found.count - 1].columns = column + width - last.column
        } else {
          found.append(Stretch(line: line, column: column, columns: width))
        }
      }
      return found
    }
  }
}
