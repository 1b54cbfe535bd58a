/// What the mouse did over a cell of the screen.
public struct MouseAction: Hashable, Sendable {
  /// A press of the first button, or a step of the wheel.
  public enum Kind: Hashable, Sendable {
    case click
    /// The second press in quick succession on the same cell.
    case doubleClick
    case wheelUp, wheelDown
  }

  /// What it did.
  public var kind: Kind
  /// The cell, from 0.
  public var place: Frame.Position

  /// Makes one.
  public init(_ kind: Kind, at place: Frame.Position) { (self.kind, self.place) = (kind, place) }
}
