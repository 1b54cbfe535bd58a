import Screen
import Testing

@testable import Terminal

/// What a slow line is spared.
@Suite struct LinePacingTests {
  /// Single keys are answered at once, and nothing is asked.
  @Test func singleKeysAreNotHeld() {
    var pacing = LinePacing()
    for now in stride(from: 0, to: 10_000, by: 1_000) {
      pacing.key(at: now)
      #expect(pacing.frameWaits(at: now) == nil)
      #expect(pacing.newsWaits(at: now) == nil)
      let asks = pacing.painted(at: now)
      #expect(!asks)
    }
  }

  /// A held key: one frame is under way until the terminal has answered.
  @Test func aFrameWaitsForTheAnswer() {
    var pacing = LinePacing()
    pacing.key(at: 0)
    let first = pacing.painted(at: 0)
    pacing.key(at: 33)
    let second = pacing.painted(at: 33)
    #expect(!first && second)
    pacing.key(at: 66)
    #expect(pacing.frameWaits(at: 66) == 33 + LinePacing.firstPatience)
    #expect(pacing.newsWaits(at: 66) != nil)
    pacing.answered(at: 70)
    #expect(pacing.roundTrip == 37)
    #expect(pacing.frameWaits(at: 70) == nil)
    #expect(pacing.newsWaits(at: 70) == nil)
  }

  /// A fast line is asked only now and then.
  @Test func aFastLineIsLeftAlone() {
    var pacing = LinePacing()
    var asked = 0
    for now in stride(from: 0, to: 6_000, by: 30) {
      pacing.key(at: now)
      if pacing.frameWaits(at: now) == nil, pacing.painted(at: now) {
        asked += 1
        pacing.answered(at: now + 1)
      }
    }
    #expect((2...4).contains(asked))
  }

  /// On a slow line a held key paints few frames, and news comes after it is released.
  @Test func aSlowLineGetsFewFrames() {
    var pacing = LinePacing()
    var frames = 0
    var answerAt: Int?
    for now in stride(from: 0, through: 3_000, by: 10) {
      if let due = answerAt, now >= due {
        pacing.answered(at: now)
        answerAt = nil
      }
      if now % 30 == 0 { pacing.key(at: now) }
      if pacing.frameWaits(at: now) == nil {
        frames += 1
        if pacing.painted(at: now) { answerAt = now + 300 }
      }
      if (401..<3_000).contains(now) { #expect(pacing.newsWaits(at: now) != nil) }
    }
    #expect((4...8).contains(frames))
    pacing.answered(at: 3_010)
    #expect(pacing.frameWaits(at: 3_000 + LinePacing.pause) == nil)
    #expect(pacing.newsWaits(at: 3_000 + LinePacing.pause) == nil)
  }

  /// News is not held for ever: a list that keeps scrolling needs its next rows.
  @Test func newsIsHeldThreeSecondsAtMost() {
    var pacing = LinePacing()
    pacing.key(at: 0)
    pacing.key(at: 30)
    _ = pacing.painted(at: 30)
    pacing.answered(at: 430)
    var held = 0
    for now in stride(from: 460, to: 20_000, by: 30) {
      pacing.key(at: now)
      if pacing.newsWaits(at: now) == nil {
        pacing.tookNews(at: now)
        held += 1
      }
    }
    #expect((5...7).contains(held))
  }

  /// News that comes together is sent once on a slow line, and at once on a fast one.
  @Test(arguments: [(400, true), (20, false)]) func newsIsGathered(_ roundTrip: Int, _ waits: Bool) {
    var pacing = LinePacing()
    pacing.key(at: 0)
    pacing.key(at: 30)
    _ = pacing.painted(at: 30)
    pacing.answered(at: 30 + roundTrip)
    pacing.tookNews(at: 1_000)
    #expect((pacing.frameWaits(at: 1_000) == 1_000 + LinePacing.gap) == waits)
    for now in stride(from: 1_100, through: 1_500, by: 100) { pacing.tookNews(at: now) }
    #expect((pacing.frameWaits(at: 1_550) == 1_000 + LinePacing.longestGathering) == waits)
    #expect(pacing.frameWaits(at: 1_601) == nil)
    _ = pacing.painted(at: 1_601)
    #expect(pacing.frameWaits(at: 1_602) == nil)
  }

  /// A frame that takes seconds to arrive is answered late, which also shows that the line is slow.
  @Test func aLateAnswerCounts() {
    var pacing = LinePacing()
    pacing.key(at: 0)
    pacing.key(at: 30)
    let first = pacing.painted(at: 30)
    for now in stride(from: 60, through: 1_200, by: 30) { pacing.key(at: now) }
    let second = pacing.painted(at: 1_200)
    pacing.answered(at: 1_700)
    #expect(first && second && pacing.roundTrip == 1_670)
    pacing.key(at: 1_701)
    #expect(pacing.frameWaits(at: 1_702) == 1_200 + LinePacing.patience)
    pacing.answered(at: 2_000)
    #expect(pacing.roundTrip == 800)
    pacing.key(at: 1_950)
    pacing.key(at: 2_001)
    #expect(pacing.frameWaits(at: 2_002) != nil)
    #expect(pacing.newsWaits(at: 2_002) != nil)
  }

  /// A terminal that does not answer is asked twice.
  @Test func silenceIsNoLock() {
    var pacing = LinePacing()
    var asked = 0
    for now in stride(from: 0, to: 10_000, by: 30) {
      pacing.key(at: now)
      if pacing.frameWaits(at: now) == nil, pacing.painted(at: now) { asked += 1 }
    }
    #expect(asked == 2)
  }

  /// The answer is not a key, even in parts or with keys before and after.
  @Test func theAnswerIsNoKey() {
    var decoder = KeyDecoder()
    decoder.isAnswerDue = true
    let before = decoder.decode("j\u{1B}[?62;".utf8)
    #expect(before == [.key(.character("j"))])
    #expect(decoder.patience == 500)
    let early = decoder.takeAnswer()
    let after = decoder.decode("22ck".utf8)
    #expect(after == [.key(.character("k"))])
    let (inTime, again) = (decoder.takeAnswer(), decoder.takeAnswer())
    #expect(!early && inTime && !again)
  }
}
