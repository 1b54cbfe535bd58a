/// The differences between two versions of a story, word by word.
public struct Difference: Hashable, Sendable {
  /// What happened to a run of words.
  public enum Change: Hashable, Sendable {
    /// In both versions.
    case kept
    /// In the earlier version only.
    case removed
    /// In the later version only.
    case added
  }

  /// Consecutive words with the same change.
  public struct Piece: Hashable, Sendable {
    /// What happened to them.
    public var change: Change
    /// The words, separated by spaces.
    public var text: String

    /// Makes a piece.
    public init(_ change: Change, _ text: String) {
      self.change = change
      self.text = text
    }
  }

  /// The paragraphs of both versions, headline first; a paragraph that only one has is all removed or all
  /// added.
  public private(set) var paragraphs: [[Piece]] = []
  /// How many words were added.
  public private(set) var added = 0
  /// How many words were removed.
  public private(set) var removed = 0

  /// Whether both versions have the same words.
  public var isEmpty: Bool { added == 0 && removed == 0 }

  /// Compares the headline, standfirst and body of two versions, one line each.
  public init(from earlier: Story, to later: Story) {
    self.init(from: Self.lines(earlier), to: Self.lines(later))
  }

  /// Compares texts line by line and word by word.
  public init(from earlier: [String], to later: [String]) {
    let (old, new) = (Self.words(earlier), Self.words(later))
    var pieces: [Piece] = []
    func end() {
      if !pieces.isEmpty { paragraphs.append(pieces) }
      pieces = []
    }
    for step in WordPath(from: old, to: new).steps {
      let word = step.change == .added ? new[step.new] : old[step.old]
      guard word != Self.lineEnd else {
        end()
        continue
      }
      if step.change == .added { added += 1 }
      if step.change == .removed { removed += 1 }
      if let last = pieces.last, last.change == step.change {
        pieces[pieces.count - 1].text += " " + word
      } else {
        pieces.append(Piece(step.change, String(word)))
      }
    }
    end()
  }

  private static func lines(_ story: Story) -> [String] {
    [story.headline, story.standfirst ?? ""] + story.body.map(\.text)
  }

  /// Marks the end of a line among its words.
  private static let lineEnd: Substring = "\n"

  private static func words(_ lines: [String]) -> [Substring] {
    lines.flatMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      return words.isEmpty ? [] : words + [lineEnd]
    }
  }
}

/// The shortest edit from one sequence of words to another.
///
/// Myers, "An O(ND) difference algorithm and its variations", 1986.
private struct WordPath {
  struct Step {
    var change: Difference.Change
    /// The word's index in the earlier and in the later sequence.
    var old: Int
    var new: Int
  }

  /// The most differing words to look for; beyond that, everything between the first and the last difference
  /// is new.
  ///
  /// The cost grows with the square of the differences.
  private static let mostChanges = 2_000

  private(set) var steps: [Step] = []

  init(from old: [Substring], to new: [Substring]) {
    var first = 0
    while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
    var rest = 0
    while rest < min(old.count, new.count) - first, old[old.count - 1 - rest] == new[new.count - 1 - rest] {
      rest += 1
    }
    for place in 0..<first { steps.append(Step(change: .kept, old: place, new: place)) }
    let (oldEnd, newEnd) = (old.count - rest, new.count - rest)
    steps += Self.way(from: Numbers(old[first..<oldEnd], new[first..<newEnd]), offset: first)
    for place in 0..<rest { steps.append(Step(change: .kept, old: oldEnd + place, new: newEnd + place)) }
  }

  /// Words as numbers, which compare quickly.
  private struct Numbers {
    var old: [Int32] = []
    var new: [Int32] = []

    init(_ old: ArraySlice<Substring>, _ new: ArraySlice<Substring>) {
      var known: [Substring: Int32] = [:]
      func number(_ word: Substring) -> Int32 {
        if let number = known[word] { return number }
        known[word] = Int32(known.count)
        return Int32(known.count - 1)
      }
      self.old = old.map(number)
      self.new = new.map(number)
    }
  }

  private static func way(from numbers: Numbers, offset: Int) -> [Step] {
    let (old, new) = (numbers.old, numbers.new)
    // For each round, how far each diagonal from -round to round reaches.
    var rounds: [[Int32]] = []
    var reach: [Int32] = [0]
    for round in 0...min(old.count + new.count, mostChanges) {
      var next = [Int32](repeating: 0, count: 2 * round + 1)
      for diagonal in stride(from: -round, through: round, by: 2) {
        var x: Int32 = 0
        if round > 0 {
          let last = lastStep(to: diagonal, in: round, from: reach)
          x = last.isDown ? last.x : last.x + 1
        }
        while Int(x) < old.count, Int(x) - diagonal < new.count, Int(x) - diagonal >= 0,
          old[Int(x)] == new[Int(x) - diagonal]
        { x += 1 }
        next[diagonal + round] = x
        if Int(x) >= old.count, Int(x) - diagonal >= new.count {
          rounds.append(next)
          return walk(back: rounds, old: old.count, new: new.count, offset: offset)
        }
      }
      rounds.append(next)
      reach = next
    }
    return old.indices.map { Step(change: .removed, old: offset + $0, new: offset) }
      + new.indices.map { Step(change: .added, old: offset + old.count, new: offset + $0) }
  }

  /// The step by which a round, from 1, comes furthest on a diagonal, from what the round before reached:
  /// down (an added word) or right (a removed one), and the place it starts from.
  private static func lastStep(
    to diagonal: Int, in round: Int, from reach: [Int32]
  ) -> (isDown: Bool, x: Int32) {
    // Index `diagonal + round - 1` is the same diagonal in the round before, which has no outermost ones.
    let (above, left) = (diagonal + round, diagonal + round - 2)
    if diagonal == -round { return (true, reach[above]) }
    if diagonal == round { return (false, reach[left]) }
    return reach[left] < reach[above] ? (true, reach[above]) : (false, reach[left])
  }

  private static func walk(back rounds: [[Int32]], old: Int, new: Int, offset: Int) -> [Step] {
    var steps: [Step] = []
    var (x, y) = (old, new)
    for round in stride(from: rounds.count - 1, to: 0, by: -1) {
      let diagonal = x - y
      let (isDown, from) = lastStep(to: diagonal, in: round, from: rounds[round - 1])
      let fromX = Int(from)
      let fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1)
      let (startX, startY) = isDown ? (fromX, fromY + 1) : (fromX + 1, fromY)
      while x > startX, y > startY {
        (x, y) = (x - 1, y - 1)
        steps.append(Step(change: .kept, old: offset + x, new: offset + y))
      }
      steps.append(
        isDown
          ? Step(change: .added, old: offset + fromX, new: offset + fromY)
          : Step(change: .removed, old: offset + fromX, new: offset + fromY))
      (x, y) = (fromX, fromY)
    }
    while x > 0, y > 0 {
      (x, y) = (x - 1, y - 1)
      steps.append(Step(change: .kept, old: offset + x, new: offset + y))
    }
    return steps.reversed()
  }
}
