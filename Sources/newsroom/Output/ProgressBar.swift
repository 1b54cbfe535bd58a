internal import Glibc
internal import Stories

/// One line on standard error that says how far a long work has come; silent where that is no terminal.
struct ProgressBar {
  private let shown: Bool
  private let began = MonotonicClock.seconds
  private var drawn: Double = 0

  /// Shows a bar when standard error is a terminal and `quiet` is not asked for.
  init(quiet: Bool = false) {
    shown = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Draws the bar, ten times a second at the most.
  mutating func show(_ progress: IndexProgress) {
    let now = MonotonicClock.seconds
    guard shown, now - drawn > 0.1 else { return }
    drawn = now
    Output.write("\r\u{1B}[K" + line(progress, seconds: now - began), to: STDERR_FILENO)
  }

  /// Takes the bar away.
  func clear() {
    guard shown, drawn > 0 else { return }
    Output.write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  private func line(_ progress: IndexProgress, seconds: Double) -> String {
    guard !progress.walking, progress.filesFound > 0 else {
      return "Looking through the directory: \(progress.filesFound) files"
    }
    let share = min(1, Double(progress.filesDone) / Double(progress.filesFound))
    let cells = Int(share * 24)
    let bar = String(repeating: "█", count: cells) + String(repeating: "░", count: 24 - cells)
    var text = "\(bar) \(Int(share * 100)) %  \(progress.filesDone) of \(progress.filesFound) files"
    if seconds > 1, progress.filesDone > 0 {
      let rate = Double(progress.filesDone) / seconds
      let left = Int(Double(progress.filesFound - progress.filesDone) / rate)
      text += "  \(Int(rate)) a second  \(left / 60):\((left % 60).padded(2)) left"
    }
    return text
  }
}

/// Seconds that only go forward.
enum MonotonicClock {
  /// Seconds since some moment in the past.
  static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
