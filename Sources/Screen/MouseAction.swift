/// What the mouse did over a cell of the screen.
public struct MouseAction: Hashable, Sendable {
  /// What the first button or the wheel did.
  public enum Kind: Hashable, Sendable {
    case click
    /// The second press in quick succession on the same cell.
    case doubleClick
    /// A movement with the first button held down.
    case drag
    /// The first button was let go.
    case release
    case wheelUp, wheelDown
  }

  /// What it did.
  public var kind: Kind
  /// The cell, from 0.
  public var place: Frame.Position

  /// Makes one.
  public init(_ kind: Kind, at place: Frame.Position) { (self.kind, self.place) = (kind, place) }
}
