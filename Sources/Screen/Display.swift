/// The glass: anything that shows frames and has keys.
///
/// The real one is in `Terminal`; `ScriptedDisplay` is for tests and bug reports.
public protocol Display {
  /// The size of the next frame, clamped to 1×1 … 1000×500 or so.
  var size: Size { get }
  /// How many colours it can show.
  var colours: ColourDepth { get }
  /// Shows a frame; only what changed since the last one is sent.
  mutating func paint(_ frame: Frame)
  /// Waits for something to happen: keys first, in order, as many as have come; no timer runs meanwhile.
  ///
  /// - Parameter mailbox: a descriptor to watch as well; `Input.mail` says that it is readable.
  mutating func next(watching mailbox: Int32?) -> [Input]
  /// Paints everything anew at the next frame, over whatever others wrote on the screen.
  mutating func repaint()
  /// Leaves the screen to the shell until the program is continued (Ctrl-Z).
  mutating func suspend()
}

/// How many colours a display can show.
public enum ColourDepth: Hashable, Sendable, CaseIterable {
  /// None: bold, underline and reverse only (`NO_COLOR`, monochrome terminals).
  case none
  case ansi16
  case indexed256
  case trueColour
}
