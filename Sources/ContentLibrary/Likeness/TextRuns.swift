/// A text as the exact set of its runs of four words, which decides whether two stories are one.
struct TextRuns: Sendable {
  /// The most runs of a text that are compared.
  private static let most = 20_000

  /// The hashes of the runs, sorted, without duplicates.
  private(set) var runs: [UInt64]
  /// The words of the headline, without counts, which may differ in the next version.
  private(set) var headline: Set<[UInt8]>

  /// The runs of folded words (`SearchText`).
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

  /// Whether two headlines may belong to one story: one has all words of the other, or nearly all are the
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

  /// How many runs two sets share.
  static func common(_ one: [UInt64], _ other: [UInt64]) -> Int {
    var count = 0
    forCommon(one, other) { _ in count += 1 }
    return count
  }

  /// Calls `body` with the index in the first set of each shared run.
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

/// Decides which of several stories are one, by the text that only they have.
///
/// Runs in three or more stories are boilerplate or the frame of a weekly form, and don't count. Stories
/// found to be one then count as one, and all are compared again, so that a third version does not turn the
/// shared text into boilerplate.
struct SameStories {
  /// The thresholds for one story: the share of remaining runs in both, or of the shorter text's; and the
  /// share that is needed if the headlines differ.
  private static let (likeness, containment, nearlyAll) = (0.3, 0.5, 0.8)
  /// A text with fewer runs of its own, or a smaller share, has no text of its own.
  private static let few = (runs: 20, share: 0.05)
  /// Texts without runs of their own are one story, whatever their headlines, if they are this similar and
  /// this long.
  private static let copies = (likeness: 0.85, runs: 100)

  private let texts: [TextRuns]
  /// The representative of each story.
  private var leads: [Int]

  /// Compares stories, among others that share some of their text.
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

  /// The runs of a text that at most one other story has, counting versions once.
  private func ownRuns(_ index: Int) -> [UInt64] {
    let runs = texts[index].runs
    var others = [UInt8](repeating: 0, count: runs.count)
    var last = [Int?](repeating: nil, count: runs.count)
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
      // They share the little text that is their own.
      let isEqual = all.likeness >= Self.nearlyAll && rest.shorter > 3 && rest.containment >= Self.nearlyAll
      return areHeadedAlike || isCopy || isEqual
    }
  }

  /// How much two texts share.
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
