internal import Dispatch
internal import NewsroomUI
internal import Synchronization
internal import System

/// Ends a session that is idle or long: it warns the reader first, and ends by force if the line is blocked.
///
/// It sleeps on a thread of its own, and wakes only when something is due.
final class SessionLimits: Sendable {
  /// How long before the end the warning comes, in seconds; half of the limit if that is short.
  private static let warning = 60.0
  /// How long the reader has to end by itself, in seconds.
  private static let grace = 3.0

  private struct State {
    var lastKey: Double
    var warned: Double?
    /// What ended the session.
    var words: String?
  }

  private let idle: Double?
  private let session: Double?
  private let began = MonotonicClock.seconds
  private let state: Mutex<State>
  private let stop: WakePipe

  /// - Parameters:
  ///   - idle: the longest time without a key, in seconds; nil for no limit.
  ///   - session: the longest session, in seconds; nil for no limit.
  init(idle: Double?, session: Double?) throws {
    (self.idle, self.session) = (idle, session)
    state = Mutex(State(lastKey: began))
    stop = try WakePipe()
  }

  /// Notes a key.
  func heardKey() { state.withLock { $0.lastKey = MonotonicClock.seconds } }

  /// What ended the session, if a limit did.
  var words: String? { state.withLock(\.words) }

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - say: shows a sentence to the reader.
  ///   - end: asks the reader to end.
  ///   - force: ends the process, because the reader did not.
  func begin(
    say: @escaping @Sendable (String) -> Void, end: @escaping @Sendable () -> Void,
    force: @escaping @Sendable () -> Void = { ThisProcess.askToEnd() }
  ) {
    guard idle != nil || session != nil else { return }
    DispatchQueue(label: "newsroom.limits", qos: .utility).async { [self] in
      while true {
        let now = MonotonicClock.seconds
        switch step(at: now) {
        case .wait(let until):
          guard !isStopped(before: until, now) else { return }
        case .say(let words): say(words)
        case .end:
          end()
          if !isStopped(before: now + Self.grace, now) { force() }
          return
        }
      }
    }
  }

  /// Ends the watch, because the reader has ended.
  func finish() { stop.ring() }

  private enum Step {
    case wait(until: Double)
    case say(String)
    case end
  }

  private func isStopped(before moment: Double, _ now: Double) -> Bool {
    let left = Int32(clamping: Int(((moment - now) * 1_000).rounded(.up)))
    return (try? Readiness.wait(for: [stop.number], milliseconds: max(1, left)))?.hasNews(0) ?? true
  }

  private func step(at now: Double) -> Step {
    state.withLock { state in
      let ends = [
        idle.map { (moment: state.lastKey + $0, limit: $0, isIdle: true) },
        session.map { (moment: began + $0, limit: $0, isIdle: false) },
      ].compactMap { $0 }
      guard let next = ends.min(by: { $0.moment < $1.moment }) else { return .wait(until: .infinity) }
      guard now < next.moment else {
        state.words =
          next.isIdle
          ? "closed after \(Self.told(next.limit)) without a key."
          : "closed: a session lasts \(Self.told(next.limit))."
        return .end
      }
      let warning = next.moment - min(Self.warning, next.limit / 2)
      guard now >= warning else { return .wait(until: warning) }
      guard state.warned != next.moment else { return .wait(until: next.moment) }
      state.warned = next.moment
      let left = Self.told(max(1, (next.moment - now).rounded()))
      return .say(
        next.isIdle
          ? "This reader closes in \(left); any key keeps it open."
          : "This session ends in \(left); marks and places are kept if the host keeps them.")
    }
  }

  private static func told(_ seconds: Double) -> String {
    let (count, unit) = seconds < 120 ? (Int(seconds), "second") : (Int(seconds / 60), "minute")
    return count == 1 ? "a \(unit)" : "\(count) \(unit)s"
  }
}
