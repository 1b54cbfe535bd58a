/// New stories by the values of their wide rows, so that each existing story is compared only with those
/// that share a value.
struct CandidateTable {
  /// The most new stories per value that are compared; a phrase that more of them share says nothing.
  private static let most = 16
  /// The most stories listed as sharing some text with a new story.
  private static let mostNear = 12

  /// The similar stories of each new story, at most `Sketches.mostLikes`; the others are similar to those.
  private(set) var found: [[Sketches.Like]]
  /// For each new story, the positions of stories that share some text, which show what many stories share.
  private(set) var near: [[Int64]]

  /// The new stories with different sketches; the first of several equal ones.
  private var seated: [Sketches.Newcomer] = []
  /// Their indexes among the new stories.
  private var numbers: [Int] = []
  /// The last new story of each slot, and the one before each, by wide row.
  private var heads: [Int32?]
  private var next: [Int32?] = []
  private let mask: Int
  /// A bit for each value in the wide rows of new stories, which rules most existing stories out.
  private var present = [UInt64](repeating: 0, count: Sketch.wideRows << 10)
  /// The positions of stories near enough in time to be versions; elsewhere only equal texts count.
  private let span: ClosedRange<Int64>
  /// The story that each new story was last compared with.
  private var compared: [Int] = []
  private var turn = 0

  /// Enters the new stories, and compares them with each other.
  init(_ newcomers: [Sketches.Newcomer]) {
    var slots = 4
    while slots < newcomers.count * 2, slots < 1 << 16 { slots *= 2 }
    mask = slots - 1
    heads = Array(repeating: nil, count: slots * Sketch.wideRows)
    found = Array(repeating: [], count: newcomers.count)
    near = found.map { _ in [] }
    let places = newcomers.flatMap { [$0.position, $0.told] }
    let first = places.min() ?? 0
    span = Position.isDated(first) ? first - Self.apart...(places.max() ?? first) + Self.apart : 0...(.max)
    var equals: [Sketch: Int] = [:]
    for (number, newcomer) in newcomers.enumerated() {
      if let equal = equals[newcomer.sketch],
        !newcomer.sketch.isOfFewWords || Self.areNear(newcomers[equal], newcomer)
      {
        found[number].append(Sketches.Like(position: newcomers[equal].position, isEqual: true))
        note(number, near: newcomers[equal].position)
        note(equal, near: newcomer.position)
        continue
      }
      equals[newcomer.sketch] = number
      var likes: [Sketches.Like] = []
      for (other, bond) in bonds(of: newcomer) {
        note(number, near: newcomers[other].position)
        note(other, near: newcomer.position)
        guard bond != .near else { continue }
        likes.append(Sketches.Like(position: newcomers[other].position, isEqual: bond == .equal))
      }
      found[number] = Array(likes.prefix(Sketches.mostLikes))
      seat(newcomer, number)
    }
    // The new stories have been compared with each other; existing ones are counted separately.
    room = found.map { _ in Sketches.mostLikes }
  }

  /// How many more similar stories each new story takes.
  private var room: [Int] = []

  private mutating func seat(_ newcomer: Sketches.Newcomer, _ number: Int) {
    let seat = Int32(seated.count)
    seated.append(newcomer)
    numbers.append(number)
    compared.append(0)
    for row in 0..<Sketch.wideRows {
      let slot = row * (mask + 1) + Int(newcomer.sketch.key(row)) & mask
      present[row << 10 | Int(newcomer.sketch.key(row)) >> 6] |= 1 << UInt64(newcomer.sketch.key(row) & 63)
      next.append(heads[slot])
      heads[slot] = seat
    }
  }

  /// Compares an existing story with the new ones.
  ///
  /// - Parameter isThere: whether the story still exists; asked only if it is similar to one of them.
  mutating func pass(_ story: Sketches.Newcomer, isThere: (Int64) throws -> Bool) rethrows {
    var bonds = bonds(of: story)
    bonds.removeAll { number, bond in
      near[number].count >= Self.mostNear && (bond == .near || room[number] == 0)
    }
    guard try !bonds.isEmpty && isThere(story.position) else { return }
    for (number, bond) in bonds {
      note(number, near: story.position)
      guard bond != .near, room[number] > 0 else { continue }
      room[number] -= 1
      found[number].append(Sketches.Like(position: story.position, isEqual: bond == .equal))
    }
  }

  private mutating func note(_ number: Int, near position: Int64) {
    if near[number].count < Self.mostNear { near[number].append(position) }
  }

  /// How much text two stories share: all, most or some.
  private enum Bond {
    case equal, like, near
  }

  /// The new stories that share text with a story, by index.
  private mutating func bonds(of story: Sketches.Newcomer) -> [(number: Int, bond: Bond)] {
    var bonds: [(number: Int, bond: Bond)] = []
    turn += 1
    // Equal texts have equal rows, so one row finds them.
    let mayBeNear =
      span.contains(story.position) || span.contains(story.told) || !Position.isDated(story.position)
    let rows = mayBeNear ? Sketch.wideRows : 1
    for row in 0..<rows {
      let key = story.sketch.key(row)
      guard present[row << 10 | Int(key) >> 6] >> UInt64(key & 63) & 1 == 1 else { continue }
      var link = heads[row * (mask + 1) + Int(key) & mask]
      var looked = 0
      while let linked = link, looked < Self.most {
        let seat = Int(linked)
        if seated[seat].sketch.key(row) == key {
          looked += 1
          if compared[seat] != turn {
            compared[seat] = turn
            if let bond = bond(of: seated[seat], story) { bonds.append((numbers[seat], bond)) }
          }
        }
        link = next[seat * Sketch.wideRows + row]
      }
    }
    return bonds
  }

  private func bond(of one: Sketches.Newcomer, _ other: Sketches.Newcomer) -> Bond? {
    let (isEqual, areNear) = (one.sketch == other.sketch, Self.areNear(one, other))
    if isEqual, areNear || !other.sketch.isOfFewWords { return .equal }
    if areNear, one.sketch.isLike(other.sketch) { return .like }
    return one.sketch.touches(other.sketch) ? .near : nil
  }

  /// The longest time between two versions, in seconds; a similar story after that is the next of a series,
  /// such as a yearly survey.
  private static let apart: Int64 = 3 * 86_400

  /// Whether two stories are near enough in time for versions, by their changes or by their publication.
  private static func areNear(_ one: Sketches.Newcomer, _ other: Sketches.Newcomer) -> Bool {
    !Position.isDated(one.position) || !Position.isDated(other.position)
      || abs(one.position - other.position) <= apart || abs(one.told - other.told) <= apart
  }
}
