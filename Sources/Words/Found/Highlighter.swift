public import Stories

/// Finds the wanted words of a query in a text, by the index's idea of words.
///
/// It compares only folded words, and folds them by the same function as the index (`SearchText`): whatever
/// the index finds in a text is found here too.
public struct Highlighter: Sendable {
  /// A match in a text.
  public struct Match: Hashable, Sendable {
    /// The range of its words, counted from the first of the text.
    public var words: Range<Int>
    /// Its bytes in the text.
    public var source: Range<Int>
  }

  /// The words of a text, and its matches.
  public struct Found: Sendable {
    /// The folded text.
    public var text: FoldedText
    /// The matches, in order and without overlap.
    public var matches: [Match]
  }

  /// The most words of a run to compare; a longer run matches wherever its first ones do.
  static let longestRun = 64
  /// The most matches to report for one text.
  static let mostMatches = 20_000

  /// Consecutive words.
  struct Run: Hashable, Sendable {
    var words: [[UInt8]]
    var isBeginning: Bool
    /// The group of the query that it satisfies.
    var group: Int
  }

  let runs: [Run]
  /// The runs by the first byte of their last word.
  let byLastWord: [[Int]]
  /// The number of words in the longest run.
  let reach: Int

  /// Makes a highlighter for what a query wants.
  public init(_ query: CompiledQuery) {
    var runs: [Run] = []
    var seen = Set<CompiledQuery.Run>()
    for (number, group) in query.wanted.enumerated() {
      for run in group.alternatives where !run.words.isEmpty && seen.insert(run).inserted {
        let isCut = run.words.count > Self.longestRun
        runs.append(
          Run(
            words: run.words.prefix(Self.longestRun).map { Array($0.utf8) },
            isBeginning: run.isBeginning && !isCut, group: number))
      }
    }
    runs.removeAll { $0.words.contains(where: \.isEmpty) }
    self.runs = runs
    reach = runs.reduce(1) { max($0, $1.words.count) }
    var byLastWord = [[Int]](repeating: [], count: runs.isEmpty ? 0 : 256)
    for (index, run) in runs.enumerated() {
      if let letter = run.words.last?.first { byLastWord[Int(letter)].append(index) }
    }
    self.byLastWord = byLastWord
  }

  /// Whether there is nothing to find.
  public var isEmpty: Bool { runs.isEmpty }

  /// The matches in a text, in order and without overlap.
  public func matches(in text: String) -> [Match] {
    isEmpty ? [] : Self.merged(sightings(in: text, keepsTokens: false).sightings)
  }

  /// The words of a text, with its matches.
  public func find(in text: String) -> Found {
    let sink = sightings(in: text, keepsTokens: true)
    return Found(
      text: FoldedText(bytes: sink.bytes, tokens: sink.tokens), matches: Self.merged(sink.sightings))
  }

  /// Every occurrence of a run, ordered by its end.
  func sightings(in text: String, keepsTokens: Bool) -> (
    sightings: [Sighting], tokens: [FoldedText.Token], bytes: [UInt8]
  ) {
    var (text, bytes, sink) = (text, [UInt8](), SightingSink(self, keepsTokens: keepsTokens))
    text.withUTF8 { SearchText.run($0, into: &bytes, &sink) }
    return (sink.sightings, sink.tokens, keepsTokens ? bytes : [])
  }

  /// Merges overlapping matches.
  private static func merged(_ sightings: [Sighting]) -> [Match] {
    var matches: [Match] = []
    for match in sightings.lazy.map(\.match).sorted(by: { $0.words.lowerBound < $1.words.lowerBound }) {
      if let last = matches.last, match.words.lowerBound < last.words.upperBound {
        let (words, source) = (
          max(last.words.upperBound, match.words.upperBound),
          max(last.source.upperBound, match.source.upperBound)
        )
        matches[matches.count - 1] = Match(
          words: last.words.lowerBound..<words, source: last.source.lowerBound..<source)
      } else {
        matches.append(match)
      }
    }
    return matches
  }
}

/// A run of a query in a text.
struct Sighting {
  var match: Highlighter.Match
  /// The group that it satisfies.
  var group: Int
}

/// Compares the words of a text with the runs as they are folded: the last words of each run with the most
/// recent words.
private struct SightingSink: TokenSink {
  private let highlighter: Highlighter
  private let keepsTokens: Bool
  /// The most recent words, as a ring buffer.
  private var recent: [FoldedText.Token]
  private var count = 0
  /// The first word at which each run may begin, since a run does not overlap itself.
  private var free: [Int]
  private(set) var sightings: [Sighting] = []
  private(set) var tokens: [FoldedText.Token] = []

  init(_ highlighter: Highlighter, keepsTokens: Bool) {
    (self.highlighter, self.keepsTokens) = (highlighter, keepsTokens)
    recent = Array(repeating: FoldedText.Token(folded: 0..<0, source: 0..<0), count: highlighter.reach)
    free = Array(repeating: 0, count: highlighter.runs.count)
  }

  mutating func word(folded: Range<Int>, source: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let token = FoldedText.Token(folded: folded, source: source)
    if keepsTokens { tokens.append(token) }
    guard !highlighter.isEmpty, !folded.isEmpty else {
      count += 1
      return
    }
    recent[count % recent.count] = token
    count += 1
    for index in highlighter.byLastWord[Int(bytes[folded.lowerBound])] {
      let run = highlighter.runs[index]
      let start = count - run.words.count
      guard start >= free[index], sightings.count < Highlighter.mostMatches,
        stands(run, endingAt: count, bytes)
      else { continue }
      free[index] = count
      let first = recent[start % recent.count].source.lowerBound
      sightings.append(
        Sighting(
          match: Highlighter.Match(words: start..<count, source: first..<source.upperBound), group: run.group)
      )
    }
  }

  private func stands(_ run: Highlighter.Run, endingAt end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool
  {
    var place = end - 1
    for (index, word) in run.words.enumerated().reversed() {
      let letters = recent[place % recent.count].folded
      let isBeginning = run.isBeginning && index == run.words.count - 1
      guard isBeginning ? letters.count >= word.count : letters.count == word.count else { return false }
      for offset in word.indices where bytes[letters.lowerBound + offset] != word[offset] { return false }
      place -= 1
    }
    return true
  }
}
