public import Stories

/// How many of a file's words are in none of its stories: a way to find faults that lose text.
///
/// A word counts as kept if a story has it beside the same neighbour; a word by itself, if a story has it
/// anywhere. A page's menus and a feed's own title are lost rightly, so the fraction is only a hint; the
/// samples tell.
public struct LostWords: Sendable {
  /// The number of words in the file.
  public private(set) var total = 0
  /// The number of words that no story has.
  public private(set) var lost = 0
  /// Runs of lost words, longest first.
  public private(set) var rows: [[String]] = []

  /// How many runs to keep, and how many words of each a sample shows.
  private static let mostRows = 5
  private static let longestSample = 24

  /// The fraction of lost words, from 0 to 1.
  public var share: Double { total == 0 ? 0 : Double(lost) / Double(total) }

  /// The longest runs as text, cut if they are very long.
  public var samples: [String] {
    rows.map { row in
      let words = row.prefix(Self.longestSample).joined(separator: " ")
      return row.count > Self.longestSample ? words + " …" : words
    }
  }

  /// Compares a file with the stories read from it.
  public init(of source: Source, format: any StoryFormat, reading: Reading) {
    let kept = KeptWords(reading)
    var rows: [[String]] = []
    for run in SourceWords(of: source, writing: format.writing).runs {
      total += run.count
      var row: [String] = []
      for index in run.indices {
        if kept.has(index, of: run) {
          if !row.isEmpty { rows.append(row) }
          row = []
        } else {
          lost += 1
          row.append(run[index])
        }
      }
      if !row.isEmpty { rows.append(row) }
    }
    let order = rows.indices.sorted { (rows[$1].count, $0) < (rows[$0].count, $1) }
    self.rows = order.prefix(Self.mostRows).map { rows[$0] }
  }
}

/// The words of stories, alone and with their neighbours.
private struct KeptWords {
  private var words: Set<String> = []
  private var pairs: Set<String> = []

  init(_ reading: Reading) {
    for story in reading.stories {
      for text in story.everyText { add(text) }
      for problem in story.problems { add(problem.reason) }
    }
    for problem in reading.problems { add(problem.reason) }
  }

  private mutating func add(_ text: String) {
    let found = SourceWords.words(of: text)
    words.formUnion(found)
    for (one, other) in zip(found, found.dropFirst()) { pairs.insert(one + " " + other) }
  }

  func has(_ index: Int, of run: [String]) -> Bool {
    if run.count == 1 { return words.contains(run[index]) }
    if index > 0, pairs.contains(run[index - 1] + " " + run[index]) { return true }
    return index + 1 < run.count && pairs.contains(run[index] + " " + run[index + 1])
  }
}

extension Story {
  /// Every text that the story shows or keeps, in any order.
  fileprivate var everyText: [String] {
    var texts: [String?] = [headline, standfirst, dateline, section, language]
    texts += bylines + tags + people + places + organisations + asides + wire.notes
    texts += [wire.slugline, wire.provider, wire.copyright]
    texts += (body + notes.flatMap(\.blocks)).flatMap(\.everyText)
    texts += references.flatMap { [$0.label, $0.text] }
    texts += teasers.flatMap { [$0.title, $0.text] }
    return texts.compactMap { $0 }
  }
}

extension Block {
  /// The block's words, including those that `text` leaves out: who said a quotation.
  fileprivate var everyText: [String] {
    guard case .quote(let blocks, let attribution) = kind else { return [text] }
    return [text, attribution ?? ""] + blocks.flatMap(\.everyText)
  }
}
