/// Anything that shows frames and has keys.
///
/// The real one is in `Terminal`; `ScriptedDisplay` serves tests and bug reports.
public protocol Display {
  /// The size of the next frame, from 1×1 to 1000×500.
  var size: Size { get }
  /// How many colours it can show.
  var colours: ColourDepth { get }
  /// Shows a frame; only what changed since the last one is sent.
  mutating func paint(_ frame: Frame)
  /// Waits for something to happen, without a timer, and returns every key that has come, in order.
  ///
  /// - Parameter mailbox: a descriptor to watch as well; `Input.mail` says that it is readable.
  mutating func next(watching mailbox: Int32?) -> [Input]
  /// Waits a moment for news that is on its way, so that it is painted together with what asked for it.
  ///
  /// - Parameters:
  ///   - mailbox: the descriptor of the news.
  ///   - milliseconds: the longest wait.
  /// - Returns: whether there is news; false at once where news has to wait anyway, and when a key comes.
  mutating func hasNews(from mailbox: Int32, within milliseconds: Int) -> Bool
  /// Waits until something happens, for as long as some milliseconds.
  ///
  /// - Returns: whether nothing did; false at once where something is already under way.
  mutating func isQuiet(for milliseconds: Int, watching mailbox: Int32) -> Bool
  /// Makes the next frame paint the whole screen, over whatever others wrote on it.
  mutating func repaint()
  /// Gives the screen to the shell until the program is continued (Ctrl-Z).
  mutating func suspend()
  /// Puts text on the clipboard of the reader's terminal, if the terminal lets it.
  mutating func copy(_ text: String)
  /// Rings the bell, and notifies the desktop of the reader's terminal, if the terminal lets it.
  mutating func ring(_ notice: Notice)
  /// Gives the screen to another program as long as `work` runs it.
  mutating func lend(_ work: () -> Void)
}

extension Display {
  /// News never comes soon to a display that types a script: it waits for it between the keys.
  public mutating func hasNews(from mailbox: Int32, within milliseconds: Int) -> Bool { false }

  /// A script never rests.
  public mutating func isQuiet(for milliseconds: Int, watching mailbox: Int32) -> Bool { false }
}

/// How many colours a display can show.
public enum ColourDepth: Hashable, Sendable, CaseIterable {
  /// None: bold, underline and reverse only (`NO_COLOR`, monochrome terminals).
  case none
  case ansi16
  case indexed256
  case trueColour
}
