internal import Messages
internal import NewsroomUI
internal import Stories
internal import System

/// A line on standard error that shows progress; silent if standard error is not a terminal.
struct ProgressBar {
  private let shown: Bool
  private let catalogue: Catalogue
  private let began = MonotonicClock.seconds
  private var drawn: Double = 0
  private var pace = ReadingPace()

  /// A bar, shown only if standard error is a terminal and `quiet` is false.
  init(quiet: Bool = false) {
    shown = !quiet && TerminalDevice.isTerminal(Output.errors.number)
    catalogue = shown ? Output.catalogue : .english
  }

  /// Draws the bar, at most ten times a second.
  mutating func show(_ progress: IndexProgress) {
    let now = MonotonicClock.seconds
    guard shown, now - drawn > 0.1 else { return }
    drawn = now
    pace.note(progress, elapsed: now - began)
    Output.write("\r\u{1B}[K" + line(progress, columns: Self.columns - 1), to: Output.errors)
  }

  /// Clears the bar.
  func clear() {
    guard shown, drawn > 0 else { return }
    Output.write("\r\u{1B}[K", to: Output.errors)
  }

  private func line(_ progress: IndexProgress, columns: Int) -> String {
    guard let share = ReadingPace.share(of: progress) else {
      return pace.sentence(progress, columns: columns, catalogue)
    }
    let cells = min(24, columns / 4)
    let full = Int(share * Double(cells))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    return "\(bar) \(Int(share * 100)) %  " + pace.sentence(progress, columns: columns - cells - 7, catalogue)
  }

  /// The width of the terminal, so that the line never wraps; 80 if unknown.
  private static var columns: Int {
    let columns = TerminalDevice.size(of: Output.errors.number)?.columns ?? 0
    return columns > 0 ? columns : 80
  }
}
