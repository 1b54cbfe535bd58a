/// When frames and news may go on to the terminal, so that a slow line never has more than one screen before it.
///
/// While keys follow each other fast, a frame is followed by a question that every terminal answers (primary device
/// attributes, ECMA-48 section 8.3.24). Until the answer is here the frame is still under way: keys change the state,
/// and only the last state is painted. Where the way there and back takes long, news waits for the keys to pause, too:
/// the list moves at once, and the article comes when the reader stops. All times are in milliseconds of one clock.
struct LinePacing {
  /// A way there and back from which a line counts as slow.
  static let slow = 100
  /// Keys nearer to each other than this are one movement.
  static let pause = 300
  /// The longest that news waits for the keys to pause.
  static let longestHold = 3_000
  /// News nearer to each other than this is one, and how long it is gathered at most.
  static let (gap, longestGathering) = (150, 600)
  /// How long an answer is waited for.
  static let patience = 1_000
  /// How often a line that was fast is asked again.
  static let interval = 2_000

  /// The last way there and back; nil before the first answer.
  private(set) var roundTrip: Int?
  /// When the question went out that is not answered yet.
  private(set) var askedAt: Int?
  private var lastAsked: Int?
  private var unanswered = 0
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

  /// Says that the terminal answered.
  mutating func answered(at now: Int) {
    guard let askedAt else { return }
    roundTrip = now - askedAt
    unanswered = 0
    self.askedAt = nil
  }

  /// Says that a frame went out; whether the question is to follow it.
  mutating func painted(at now: Int) -> Bool {
    paintedAt = now
    firstUnpainted = nil
    guard isMoving(at: now), askedAt == nil, unanswered < 2 else { return false }
    if let roundTrip, roundTrip < Self.slow, let lastAsked, now - lastAsked < Self.interval { return false }
    (askedAt, lastAsked) = (now, now)
    return true
  }

  /// Says that news was taken.
  mutating func tookNews(at now: Int) {
    newsAt = now
    if firstUnpainted == nil { firstUnpainted = now }
  }

  /// Gives up on an answer that is overdue.
  ///
  /// A terminal that never answers is asked twice and no more.
  mutating func expire(at now: Int) {
    guard let askedAt, now - askedAt >= Self.patience else { return }
    self.askedAt = nil
    unanswered += 1
  }

  /// When a frame may go out, if not at once.
  func frameWaits(at now: Int) -> Int? {
    var until = askedAt.map { $0 + Self.patience } ?? now
    if let keyAt, let paintedAt, let roundTrip, isSlow, isMoving(at: now) {
      until = max(until, min(paintedAt + 3 * roundTrip, keyAt + Self.pause))
    }
    // What is found comes first and is put in order a moment later: a slow line is sent it once.
    if let newsAt, let firstUnpainted, isSlow {
      until = max(until, min(newsAt + Self.gap, firstUnpainted + Self.longestGathering))
    }
    return until > now ? until : nil
  }

  /// When news may be taken, if not at once.
  func newsWaits(at now: Int) -> Int? {
    var until = askedAt.map { $0 + Self.patience } ?? now
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
