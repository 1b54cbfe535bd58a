/// When frames and news may go on to the terminal, so that a slow line never has more than one screen before
/// it.
///
/// While keys follow each other fast, a frame is followed by a question that every terminal answers (primary
/// device attributes, ECMA-48 section 8.3.24). Until the answer is here the frame is still under way: keys
/// change the state, and only the last state is painted. Where the way there and back takes long, news waits
/// for the keys to pause, too: the list moves at once, and the article comes when the reader stops. All times
/// are in milliseconds of one clock.
struct LinePacing {
  /// A way there and back from which a line counts as slow.
  static let slow = 100
  /// Keys nearer to each other than this are one movement.
  static let pause = 300
  /// The longest that news waits for the keys to pause.
  static let longestHold = 3_000
  /// News nearer to each other than this is one, and how long it is gathered at most.
  static let (gap, longestGathering) = (150, 600)
  /// How long an answer is waited for: by a terminal that never answered, and by one that has.
  static let (firstPatience, patience) = (1_000, 3_000)
  /// How often a line that was fast is asked again.
  static let interval = 2_000

  /// The last way there and back; nil before the first answer.
  private(set) var roundTrip: Int?
  /// When the questions went out that are not answered yet, the oldest first: answers come in their order.
  private var unanswered: [Int] = []
  private var lastAsked: Int?
  private var paintedAt: Int?
  private var keyAt: Int?
  private var movementBegan: Int?
  private var newsAt: Int?
  private var firstUnpainted: Int?

  /// Says that a key came.
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

  /// Says that the terminal answered, late or not.
  mutating func answered(at now: Int) {
    guard !unanswered.isEmpty else { return }
    roundTrip = now - unanswered.removeFirst()
  }

  /// Says that a frame went out; whether the question is to follow it.
  ///
  /// A terminal that never answers is asked twice and no more.
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

  /// When the answer to the last question is given up, if it is still waited for.
  func awaitedUntil(_ now: Int) -> Int? {
    let patience = roundTrip == nil ? Self.firstPatience : Self.patience
    return unanswered.last.flatMap { $0 + patience > now ? $0 + patience : nil }
  }

  /// Says that news was taken.
  mutating func tookNews(at now: Int) {
    newsAt = now
    if firstUnpainted == nil { firstUnpainted = now }
  }

  /// When a frame may go out, if not at once.
  func frameWaits(at now: Int) -> Int? {
    var until = awaitedUntil(now) ?? now
    if let keyAt, let paintedAt, let roundTrip, isSlow, isMoving(at: now) {
      until = max(until, min(paintedAt + 4 * roundTrip, keyAt + Self.pause))
    }
    // What is found comes first and is put in order a moment later: a slow line is sent it once.
    if let newsAt, let firstUnpainted, isSlow {
      until = max(until, min(newsAt + Self.gap, firstUnpainted + Self.longestGathering))
    }
    return until > now ? until : nil
  }

  /// When news may be taken, if not at once.
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
