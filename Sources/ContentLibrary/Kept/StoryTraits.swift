internal import Stories
internal import System
internal import Words

/// The traits by which a story is recognised under another path and with other words.
struct StoryTraits: Hashable, Sendable {
  var id: StoryID
  var path: String
  var headline: String
  /// The sketch of its text; nil if it has no usable text.
  var sketch: Sketch?
  /// Its first words, for texts too short for sketches to compare.
  var words = ""
  /// See `LanguageTag.primary`.
  var language: String?
  /// In seconds since 1970.
  var published: Int64?
  /// Whether it has an id of its own; it then matches only a story at its own place that had none.
  var isNamed = false

  fileprivate var name: Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }
  fileprivate var folder: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }

  /// The day it was published.
  fileprivate var day: Int64? { published.map { $0 >= 0 ? $0 / 86_400 : ($0 - 86_399) / 86_400 } }
}

/// Matches added stories with removed ones that were renamed and edited.
struct RenameMatch {
  /// A removed and an added story, and how similar they are.
  struct Pair: Hashable {
    var gone: Int
    var came: Int
    var score: Double
  }

  /// How far a clear pair must be ahead of any other pair of the same stories.
  private static let margin = 0.08
  /// The weights of an equal headline, file name and folder.
  private static let (headline, name, folder) = (0.2, 0.1, 0.05)
  /// The most stories with an equal row in their sketches that are compared.
  private static let most = 32
  /// The most short stories that are compared with each other.
  private static let mostShort = 300

  /// The clear pairs; if two stories are equally similar to one, neither is taken, unless headline or path
  /// decides.
  static func pairs(gone: [StoryTraits], came: [StoryTraits]) -> [Pair] {
    let all = candidates(gone: gone, came: came).sorted {
      ($1.score, $0.gone, $0.came) < ($0.score, $1.gone, $1.came)
    }
    var (byGone, byCame): ([Int: [Pair]], [Int: [Pair]]) = ([:], [:])
    for pair in all {
      byGone[pair.gone, default: []].append(pair)
      byCame[pair.came, default: []].append(pair)
    }
    var (usedGone, usedCame): (Set<Int>, Set<Int>) = ([], [])
    var clear: [Pair] = []
    for pair in all where !usedGone.contains(pair.gone) && !usedCame.contains(pair.came) {
      let others = (byGone[pair.gone] ?? []).filter { $0.came != pair.came && !usedCame.contains($0.came) }
      let rivals = (byCame[pair.came] ?? []).filter { $0.gone != pair.gone && !usedGone.contains($0.gone) }
      usedGone.insert(pair.gone)
      let isClear = (others + rivals).allSatisfy { $0.score <= pair.score - margin }
      if isClear || !rivals.isEmpty { usedCame.insert(pair.came) }
      if isClear { clear.append(pair) }
    }
    return clear
  }

  private static func candidates(gone: [StoryTraits], came: [StoryTraits]) -> [Pair] {
    var rows: [UInt32: [Int]] = [:]
    var short: [Int] = []
    for (index, trace) in came.enumerated() {
      guard let sketch = trace.sketch, !sketch.isOfFewWords else {
        short.append(index)
        continue
      }
      for key in sketch.keys where rows[key, default: []].count < most {
        rows[key, default: []].append(index)
      }
    }
    var pairs: [Pair] = []
    for (index, trace) in gone.enumerated() {
      var near: Set<Int> = []
      if let sketch = trace.sketch, !sketch.isOfFewWords {
        for key in sketch.keys { near.formUnion(rows[key] ?? []) }
      } else {
        near.formUnion(short.prefix(mostShort))
      }
      for other in near.sorted() {
        guard let score = score(trace, came[other]) else { continue }
        pairs.append(Pair(gone: index, came: other, score: score))
      }
    }
    return pairs
  }

  /// The similarity of two stories, 0 to 1 plus the weights; nil if they are not clearly similar.
  static func score(_ one: StoryTraits, _ other: StoryTraits) -> Double? {
    if let first = one.language, let second = other.language, first != second { return nil }
    if other.isNamed, one.path != other.path { return nil }
    let words = (HeadlineWords(one.headline), HeadlineWords(other.headline))
    let isNamedAlike = !words.0.words.isEmpty && words.0.letters == words.1.letters
    // Numbers and months distinguish the parts of a series.
    guard isNamedAlike || words.0.numbers == words.1.numbers else { return nil }
    let isOfOneDay = one.day == nil || other.day == nil || one.day == other.day
    guard let likeness = likeness(one, other) else { return nil }
    // The same headline over other words is the next of a series, and so may be one with another date.
    let least = isNamedAlike ? (isOfOneDay ? 0.35 : 0.7) : (isOfOneDay ? 0.6 : 0.9)
    guard likeness >= least else { return nil }
    return likeness + (isNamedAlike ? headline : 0) + (one.name == other.name ? name : 0)
      + (one.folder == other.folder ? folder : 0)
  }

  private static func likeness(_ one: StoryTraits, _ other: StoryTraits) -> Double? {
    guard let first = one.sketch, let second = other.sketch else { return nil }
    if !first.isOfFewWords, !second.isOfFewWords {
      return max(first.resemblance(to: second), first.containment(with: second) * 0.8)
    }
    guard first.isOfFewWords, second.isOfFewWords else { return nil }
    let (ours, theirs) = (one.bag, other.bag)
    let total = ours.values.reduce(0, +) + theirs.values.reduce(0, +)
    // Two or three words are too few to compare.
    guard total >= 16 else { return nil }
    let common = ours.reduce(0) { $0 + min($1.value, theirs[$1.key] ?? 0) }
    return 2 * Double(common) / Double(total)
  }
}

extension StoryTraits {
  /// Its words and pairs of words, counted.
  fileprivate var bag: [String: Int] {
    let all = Array(SearchText.words(headline + " " + words).prefix(100) as ArraySlice<String>)
    var bag: [String: Int] = [:]
    for word in all { bag[word, default: 0] += 1 }
    for (word, next) in zip(all, all.dropFirst()) { bag["\(word) \(next)", default: 0] += 1 }
    return bag
  }
}

extension Sketch {
  /// The values of its wide rows, each with its row; similar texts share some of them.
  var keys: [UInt32] { (0..<Self.wideRows).map { UInt32($0) << 16 | UInt32(key($0)) } }

  /// The share of the shorter text's runs that the longer one has, 0 to 1.
  func containment(with other: Sketch) -> Double {
    let likeness = resemblance(to: other)
    guard likeness >= 0.2 else { return 0 }
    let ratio = BinaryExponent.of(Double(length.distance(to: other.length).magnitude) / 16)
    return min(1, likeness * (1 + ratio) / (1 + likeness))
  }
}
