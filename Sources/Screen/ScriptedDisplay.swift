/// A display that types a script and remembers the frames it was shown.
public struct ScriptedDisplay: Display {
  /// The size of the next frame.
  public private(set) var size: Size
  /// How many colours it says it has.
  public let colours: ColourDepth
  /// The frames that the script asked for, and the last one.
  public private(set) var shots: [Frame] = []
  private var last: Frame?
  private var steps: ArraySlice<KeyScript.Step>
  private let settle: () -> Bool

  /// Makes a display.
  ///
  /// - Parameter settle: waits until pending work has answered, and says whether mail is waiting. It is
  ///   called before each step, so that a script gives the same screens every time.
  public init(steps: [KeyScript.Step], size: Size, colours: ColourDepth, settle: @escaping () -> Bool) {
    self.steps = steps[...]
    self.size = size.clamped
    self.colours = colours
    self.settle = settle
  }

  /// Remembers the frame.
  public mutating func paint(_ frame: Frame) {
    last = frame
  }

  /// Returns waiting mail, or else the next step, or else the end.
  public mutating func next(watching mailbox: Int32?) -> [Input] {
    if settle() { return [.mail] }
    while let step = steps.popFirst() {
      switch step {
      case .key(let key): return [.key(key)]
      case .size(let size):
        self.size = size.clamped
        return [.resized(self.size)]
      case .shot:
        if let last { shots.append(last) }
      }
    }
    if let last, shots.last != last { shots.append(last) }
    return [.ended(signal: 0)]
  }

  /// Does nothing: nobody else writes on this display.
  public mutating func repaint() {}

  /// Does nothing: there is no shell behind this display.
  public mutating func suspend() {}

  /// Does nothing: this display has no clipboard.
  public mutating func copy(_ text: String) {}

  /// Does nothing: this display has no bell.
  public mutating func ring(_ notice: Notice) {}

  /// Does nothing: a script starts no program.
  public mutating func lend(_ work: () -> Void) {}
}
