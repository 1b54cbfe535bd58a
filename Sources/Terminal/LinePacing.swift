/// Decides when frames and news may go out, so that a slow line never has more than one screen under way.
///
/// While keys follow each other fast, each frame is followed by a question that every terminal answers
/// (primary device attributes, ECMA-48 section 8.3.24). Until the answer arrives the frame is still under
/// way: keys change the state, and only the last state is painted. If the round trip is long, news also waits
/// until the keys pause: the list moves at once, and the article comes when the reader stops. All times are
/// in milliseconds of one clock.
struct LinePacing {
  /// The round trip from which a line counts as slow.
  static let slow = 100
  /// Keys closer together than this are one movement.
  static let pause = 300
  /// The longest that news waits for a pause.
  static let longestHold = 3_000
  /// News closer together than this is taken at once; the second is the longest time to gather it.
  static let (gap, longestGathering) = (150, 600)
  /// How long to wait for an answer: from a terminal that never answered, and from one that has.
  static let (firstPatience, patience) = (1_000, 3_000)
  /// How often to ask again on a line that was fast.
  static let interval = 2_000

  /// The last round trip; nil before the first answer.
  private(set) var roundTrip: Int?
  /// When the unanswered questions were sent, oldest first; answers come in the same order.
  private var unanswered: [Int] = []
  private var lastAsked: Int?
  private var paintedAt: Int?
  private var keyAt: Int?
  private var movementBegan: Int?
  private var newsAt: Int?
  private var firstUnpainted: Int?

  /// Records a key.
  mutating func key(at now: Int) {
    if let keyAt, now - keyAt < Self.pause {
      if movementBegan == nil { movementBegan = keyAt }
    } else {
      movementBegan = nil
    }
    keyAt = now
  }

  /// Whether an answer may still come.
  var isAnswerDue: Bool { !unanswered.isEmpty }

  /// Records an answer of the terminal, late or not.
  mutating func answered(at now: Int) {
    guard !unanswered.isEmpty else { return }
    roundTrip = now - unanswered.removeFirst()
  }

  /// Records a frame, and returns whether the question should follow it.
  ///
  /// A terminal that never answers is asked only twice.
  mutating func painted(at now: Int) -> Bool {
    paintedAt = now
    firstUnpainted = nil
    if roundTrip != nil, awaitedUntil(now) == nil { unanswered = [] }
    guard isMoving(at: now), awaitedUntil(now) == nil, unanswered.count < 2 else { return false }
    if let roundTrip, roundTrip < Self.slow, let lastAsked, now - lastAsked < Self.interval { return false }
    unanswered.append(now)
    lastAsked = now
    return true
  }

  /// When to stop waiting for the last answer; nil if none is due.
  func awaitedUntil(_ now: Int) -> Int? {
    let patience = roundTrip == nil ? Self.firstPatience : Self.patience
    return unanswered.last.flatMap { $0 + patience > now ? $0 + patience : nil }
  }

  /// Records that news was taken.
  mutating func tookNews(at now: Int) {
    newsAt = now
    if firstUnpainted == nil { firstUnpainted = now }
  }

  /// When the next frame may go out; nil for at once.
  func frameWaits(at now: Int) -> Int? {
    var until = awaitedUntil(now) ?? now
    if let keyAt, let paintedAt, let roundTrip, isSlow, isMoving(at: now) {
      until = max(until, min(paintedAt + 4 * roundTrip, keyAt + Self.pause))
    }
    // A search sends its newest matches first and the ranking a moment later: a slow line shows both at once.
    if let newsAt, let firstUnpainted, isSlow {
      until = max(until, min(newsAt + Self.gap, firstUnpainted + Self.longestGathering))
    }
    return until > now ? until : nil
  }

  /// When news may be taken; nil for at once.
  func newsWaits(at now: Int) -> Int? {
    var until = awaitedUntil(now) ?? now
    if let keyAt, let movementBegan, isSlow, isMoving(at: now) {
      until = max(until, min(keyAt + Self.pause, max(newsAt ?? 0, movementBegan) + Self.longestHold))
    }
    return until > now ? until : nil
  }

  private var isSlow: Bool { roundTrip.map { $0 >= Self.slow } ?? false }

  private func isMoving(at now: Int) -> Bool {
    guard movementBegan != nil, let keyAt else { return false }
    return now - keyAt < Self.pause
  }
}
