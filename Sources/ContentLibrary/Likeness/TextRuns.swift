/// A text as the set of its runs of four words, exactly: what decides whether two stories are one.
struct TextRuns: Sendable {
  /// The runs that are looked at of one text.
  private static let most = 20_000

  /// Hashes of the runs, in rising order, each once.
  private(set) var runs: [UInt64]
  /// The words of the headline that tell it from others: without numbers that may be others in the next
  /// version.
  private(set) var headline: Set<[UInt8]>

  /// Takes folded words (`SearchText`).
  init(body: [UInt8], headline: [UInt8]) {
    var found: [UInt64] = []
    _ = body.withUnsafeBufferPointer { words in
      Sketch.forRuns(of: words) { if found.count < Self.most { found.append($0) } }
    }
    found.sort()
    runs = found.enumerated().filter { $0.offset == 0 || found[$0.offset - 1] != $0.element }.map(\.element)
    let words = headline.split(separator: 0x20).map(Array.init)
    self.headline = Set(words.filter { !($0.count < 4 && $0.allSatisfy { (0x30...0x39).contains($0) }) })
  }

  /// Whether two headlines are of one story: the same words, one of them with some more, or nearly all the
  /// same.
  func isHeaded(like other: TextRuns) -> Bool {
    let shared = headline.intersection(other.headline).count
    let (less, more) = (
      min(headline.count, other.headline.count), max(headline.count, other.headline.count)
    )
    if shared == more { return true }
    if shared == less { return less >= 2 && less * 5 >= more * 2 }
    return shared * 10 >= (headline.count + other.headline.count - shared) * 7
  }

  /// How many runs two sets have in common.
  static func common(_ one: [UInt64], _ other: [UInt64]) -> Int {
    var count = 0
    forCommon(one, other) { _ in count += 1 }
    return count
  }

  /// Names the runs that two sets have in common by their places in the first.
  @inline(__always)
  static func forCommon(_ one: [UInt64], _ other: [UInt64], _ each: (Int) -> Void) {
    var (first, second) = (0, 0)
    while first < one.count, second < other.count {
      if one[first] == other[second] {
        each(first)
        first += 1
        second += 1
      } else if one[first] < other[second] {
        first += 1
      } else {
        second += 1
      }
    }
  }
}

/// Tells which of some stories are one story, by what of their texts is theirs alone.
///
/// Runs that three or more stories have are a site's standing paragraphs, or the frame of a form that is
/// filled in every week, and say nothing. Stories that turn out to be one count as one then, and all is
/// looked at once more: so the third version of a story does not make a standing paragraph of the first two.
struct SameStories {
  /// What makes two stories one: of the runs that are left so much in both, or so much of the shorter one;
  /// where the headlines say nothing, so much of it.
  private static let (likeness, containment, nearlyAll) = (0.3, 0.5, 0.8)
  /// With fewer runs of its own a text has none to speak of, or with so small a part of them.
  private static let few = (runs: 20, share: 0.05)
  /// Two texts of nothing but common runs are one whatever their headlines where they are so alike and so
  /// long.
  private static let copies = (likeness: 0.85, runs: 100)

  private let texts: [TextRuns]
  /// The story that stands for each.
  private var leads: [Int]

  /// Takes stories, and others that have some of their text.
  init(_ texts: [TextRuns]) {
    self.texts = texts
    leads = Array(texts.indices)
    for _ in 0..<2 {
      let left = texts.indices.map(ownRuns)
      var found: [(Int, Int)] = []
      for one in texts.indices {
        for other in texts.indices.dropFirst(one + 1) where leads[one] != leads[other] {
          if isOne(one, other, left) { found.append((one, other)) }
        }
      }
      guard !found.isEmpty else { return }
      for (one, other) in found {
        let (old, new) = (leads[one], leads[other])
        for index in leads.indices where leads[index] == old { leads[index] = new }
      }
    }
  }

  /// Whether two of the stories are one.
  func areOne(_ one: Int, _ other: Int) -> Bool { leads[one] == leads[other] }

  /// The runs of a text that at most one other story has, stories that are one counted once.
  private func ownRuns(_ index: Int) -> [UInt64] {
    let runs = texts[index].runs
    var others = [UInt8](repeating: 0, count: runs.count)
    var last = [Int](repeating: -1, count: runs.count)
    for (other, lead) in leads.enumerated().sorted(by: { $0.element < $1.element })
    where lead != leads[index] {
      TextRuns.forCommon(runs, texts[other].runs) { place in
        guard last[place] != lead else { return }
        last[place] = lead
        others[place] = min(others[place] + 1, 2)
      }
    }
    return runs.indices.filter { others[$0] < 2 }.map { runs[$0] }
  }

  private func isOne(_ one: Int, _ other: Int, _ left: [[UInt64]]) -> Bool {
    let (first, second) = (texts[one], texts[other])
    let all = Overlap(first.runs, second.runs)
    guard all.likeness >= Self.likeness || all.containment >= Self.containment else { return false }
    let areHeadedAlike = first.isHeaded(like: second)
    let rest = Overlap(left[one], left[other])
    let areSpent = [one, other].map { index in
      let (own, whole) = (left[index].count, texts[index].runs.count)
      return own < Self.few.runs || Double(own) < Self.few.share * Double(whole)
    }
    switch areSpent.filter(\.self).count {
    case 0:
      let isAlike = rest.likeness >= Self.likeness || rest.containment >= Self.containment
      return isAlike && (areHeadedAlike || rest.containment >= Self.nearlyAll)
    case 1: return areHeadedAlike && all.containment >= Self.nearlyAll
    default:
      let isCopy = all.likeness >= Self.copies.likeness && all.shorter >= Self.copies.runs
      // The little that is theirs they have in common.
      let isEqual = all.likeness >= Self.nearlyAll && rest.shorter > 3 && rest.containment >= Self.nearlyAll
      return areHeadedAlike || isCopy || isEqual
    }
  }

  /// How much two texts have in common.
  private struct Overlap {
    var likeness = 0.0
    var containment = 0.0
    var shorter: Int

    init(_ one: [UInt64], _ other: [UInt64]) {
      shorter = min(one.count, other.count)
      guard shorter > 0 else { return }
      let common = TextRuns.common(one, other)
      likeness = Double(common) / Double(one.count + other.count - common)
      containment = Double(common) / Double(shorter)
    }
  }
}
