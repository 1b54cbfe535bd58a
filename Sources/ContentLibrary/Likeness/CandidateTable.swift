/// Newcomers that wait to be recognised: tables by what their wide rows have, so that of all stories that pass by only
/// those are compared that agree with one of them in a row.
struct CandidateTable {
  /// So many newcomers that have the same in a row are compared with whoever has it, too; a phrase that still more of
  /// them have says nothing.
  private static let most = 16
  /// So many stories that have some of its text are named of each newcomer.
  private static let mostNear = 12

  /// For each newcomer its likes; at most `Sketches.mostLikes` of them, the others being like those.
  private(set) var found: [[Sketches.Like]]
  /// For each newcomer the places of stories that have some of its text, like it or not: they tell what many
  /// stories have.
  private(set) var near: [[Int64]]

  /// Those of the newcomers that no other has the same sketch as, or the first of several.
  private var seated: [Sketches.Newcomer] = []
  /// The newcomers' own numbers.
  private var numbers: [Int] = []
  /// The last newcomer of each slot, and the one before each, by wide row; -1 is none.
  private var heads: [Int32]
  private var next: [Int32] = []
  private let mask: Int
  /// What newcomers have in their wide rows, a bit each: most of those that pass have nothing of it.
  private var present = [UInt64](repeating: 0, count: Sketch.wideRows << 10)
  /// The places of the stories that may be versions of a newcomer; of all others only equals are looked for.
  private let span: ClosedRange<Int64>
  /// The story that each newcomer was compared with last.
  private var compared: [Int] = []
  private var turn = 0

  /// Seats the newcomers; those that are like an earlier one find it.
  init(_ newcomers: [Sketches.Newcomer]) {
    var slots = 4
    while slots < newcomers.count * 2, slots < 1 << 16 { slots *= 2 }
    mask = slots - 1
    heads = Array(repeating: -1, count: slots * Sketch.wideRows)
    found = Array(repeating: [], count: newcomers.count)
    near = found.map { _ in [] }
    let places = newcomers.map(\.position)
    let first = places.min() ?? 0
    span = Position.isDated(first) ? first - Self.apart...(places.max() ?? first) + Self.apart : 0...(.max)
    var equals: [Sketch: Int] = [:]
    for (number, newcomer) in newcomers.enumerated() {
      if let equal = equals[newcomer.sketch],
        !newcomer.sketch.isOfFewWords || Self.areNear(newcomers[equal].position, newcomer.position)
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
    // Newcomers have found each other; what follows is counted anew.
    room = found.map { _ in Sketches.mostLikes }
  }

  /// How many likes each newcomer still takes from those that pass.
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

  /// Shows the newcomers a story that was there before.
  ///
  /// - Parameter isThere: whether it still is; asked only where it is like one of them.
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

  /// What a story and a newcomer have in common: all of their text, most of it, or some.
  private enum Bond {
    case equal, like, near
  }

  /// The seated newcomers that a story has text in common with, by their numbers.
  private mutating func bonds(of story: Sketches.Newcomer) -> [(number: Int, bond: Bond)] {
    var bonds: [(number: Int, bond: Bond)] = []
    turn += 1
    // Equals have the same in every row: one is enough to find them.
    let rows = span.contains(story.position) || !Position.isDated(story.position) ? Sketch.wideRows : 1
    for row in 0..<rows {
      let key = story.sketch.key(row)
      guard present[row << 10 | Int(key) >> 6] >> UInt64(key & 63) & 1 == 1 else { continue }
      var seat = Int(heads[row * (mask + 1) + Int(key) & mask])
      var looked = 0
      while seat >= 0, looked < Self.most {
        if seated[seat].sketch.key(row) == key {
          looked += 1
          if compared[seat] != turn {
            compared[seat] = turn
            if let bond = bond(of: seated[seat], story) { bonds.append((numbers[seat], bond)) }
          }
        }
        seat = Int(next[seat * Sketch.wideRows + row])
      }
    }
    return bonds
  }

  private func bond(of one: Sketches.Newcomer, _ other: Sketches.Newcomer) -> Bond? {
    let (isEqual, areNear) = (one.sketch == other.sketch, Self.areNear(one.position, other.position))
    if isEqual, areNear || !other.sketch.isOfFewWords { return .equal }
    if areNear, one.sketch.isLike(other.sketch) { return .like }
    return one.sketch.touches(other.sketch) ? .near : nil
  }

  /// Versions follow one another within so many seconds; what comes later and is only like another is the next of
  /// its kind: last year's survey, the release before.
  private static let apart: Int64 = 3 * 86_400

  /// Whether stories at two places may be versions of one by their dates.
  private static func areNear(_ one: Int64, _ other: Int64) -> Bool {
    !Position.isDated(one) || !Position.isDated(other) || abs(one - other) <= apart
  }
}
