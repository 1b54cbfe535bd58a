import Foundation
import Synchronization
import Testing

@testable import newsroom

/// Sessions end after a time, with a warning before, and by force if nothing else helps.
@Suite struct SessionLimitsTests {
  private final class Record: Sendable {
    let said = Mutex<[String]>([])
    let ended = Mutex(0)
    let forced = Mutex(0)
  }

  private func run(
    idle: Double?, session: Double?, for seconds: Double, _ meanwhile: (SessionLimits) -> Void = { _ in }
  ) throws -> (Record, SessionLimits) {
    let (limits, record) = (try SessionLimits(idle: idle, session: session), Record())
    limits.begin(
      say: { words in record.said.withLock { $0.append(words) } }, end: { record.ended.withLock { $0 += 1 } },
      force: { record.forced.withLock { $0 += 1 } })
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      meanwhile(limits)
      Thread.sleep(forTimeInterval: 0.05)
    }
    return (record, limits)
  }

  @Test func anIdleSessionEndsWithAWordBefore() throws {
    let (record, limits) = try run(idle: 0.6, session: nil, for: 1.2)
    limits.finish()
    #expect(record.said.withLock(\.self) == ["This reader closes in a second; any key keeps it open."])
    #expect(record.ended.withLock(\.self) == 1)
    #expect(limits.words?.contains("without a key") == true)
    #expect(record.forced.withLock(\.self) == 0)
  }

  @Test func keysKeepItOpen() throws {
    let (record, limits) = try run(idle: 0.8, session: nil, for: 1.6) { $0.heardKey() }
    limits.finish()
    #expect(record.ended.withLock(\.self) == 0)
    #expect(limits.words == nil)
  }

  @Test func aSessionEndsWhateverIsPressed() throws {
    let (record, limits) = try run(idle: 60, session: 0.6, for: 1.2) { $0.heardKey() }
    limits.finish()
    #expect(record.said.withLock(\.self).count == 1)
    #expect(record.ended.withLock(\.self) == 1)
    #expect(limits.words?.hasPrefix("closed: a session lasts") == true)
  }

  /// A reader that is stuck on a blocked line ends all the same.
  @Test func aBlockedReaderIsForced() throws {
    let (record, _) = try run(idle: 0.2, session: nil, for: 4)
    #expect(record.ended.withLock(\.self) == 1)
    #expect(record.forced.withLock(\.self) == 1)
  }

  @Test func withoutLimitsNothingHappens() throws {
    let (record, _) = try run(idle: nil, session: nil, for: 0.3)
    #expect(record.ended.withLock(\.self) == 0)
  }
}
