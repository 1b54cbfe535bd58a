internal import Stories
internal import System
internal import Words

/// What is remembered of a story to know it again when it comes under another path and with other words.
struct StoryTraits: Hashable, Sendable {
  var id: StoryID
  var path: String
  var headline: String
  /// Nil where it has no text that may be used.
  var sketch: Sketch?
  /// Its first words, for texts of so few that a sketch knows nothing but their equal.
  var words = ""
  /// See `LanguageTag.primary`.
  var language: String?
  /// In seconds since 1970.
  var published: Int64?
  /// Whether it says who it is: then it is the story of its own place alone that says so for the first time.
  var isNamed = false

  fileprivate var name: Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }
  fileprivate var folder: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }

  /// The day it was published.
  fileprivate var day: Int64? { published.map { $0 >= 0 ? $0 / 86_400 : ($0 - 86_399) / 86_400 } }
}

/// Tells which of the stories that came are stories that went, renamed and edited.
struct RenameMatch {
  /// One that went and one that came, and how alike they are.
  struct Pair: Hashable {
    var gone: Int
    var came: Int
    var score: Double
  }

  /// A pair is clear when no other of either comes so near.
  private static let margin = 0.08
  /// What speaks for a pair besides its text: the headline, the file's name, its folder.
  private static let (headline, name, folder) = (0.2, 0.1, 0.05)
  /// The most stories that agree in a row of their sketches and are compared.
  private static let most = 32
  /// The most stories of few words that are compared with each other.
  private static let mostShort = 300

  /// The pairs that are clear: of two stories alike to one neither is taken, unless headline or path tell.
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

  /// How alike two stories are, 0 to 1 and what speaks for them besides; nil where they are not clearly alike.
  static func score(_ one: StoryTraits, _ other: StoryTraits) -> Double? {
    if let first = one.language, let second = other.language, first != second { return nil }
    if other.isNamed, one.path != other.path { return nil }
    let words = (HeadlineWords(one.headline), HeadlineWords(other.headline))
    let isNamedAlike = !words.0.words.isEmpty && words.0.letters == words.1.letters
    // Numbers and months tell the parts of a series apart.
    guard isNamedAlike || words.0.numbers == words.1.numbers else { return nil }
    let isOfOneDay = one.day == nil || other.day == nil || one.day == other.day
    guard let likeness = likeness(one, other) else { return nil }
    // A headline that stands again over other words is the next of its kind, and so may be another date.
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
    // Of two or three words nothing can be told.
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
  /// What its wide rows have, told apart by row: texts that are alike agree in some of these.
  var keys: [UInt32] { (0..<Self.wideRows).map { UInt32($0) << 16 | UInt32(key($0)) } }

  /// How much of the shorter text's runs the longer one has, 0 to 1, where that is enough to be told.
  func containment(with other: Sketch) -> Double {
    let likeness = resemblance(to: other)
    guard likeness >= 0.2 else { return 0 }
    let ratio = BinaryExponent.of(Double(length.distance(to: other.length).magnitude) / 16)
    return min(1, likeness * (1 + ratio) / (1 + likeness))
  }
}
