/// The one way from text to cells: everything a terminal could take for a command, or draw wrongly, is replaced here.
///
/// See ARCHITECTURE.md, "Content is untrusted".
public enum CellText {
  /// `text` in a form every cluster of which is safe and has a certain width; idempotent.
  ///
  /// Line breaks and tabs become single spaces.
  public static func clean(_ text: String) -> String { text }
  /// The width of one cleaned cluster in cells, 1 or 2 (0 for an empty one).
  public static func width(of cluster: Character) -> Int { 1 }
  /// The width of cleaned text in cells.
  public static func width(of text: some StringProtocol) -> Int { text.count }
  /// The longest beginning of cleaned text that fits into `columns` cells; with an ellipsis as its last cell where something was cut.
  public static func fitted(_ text: String, columns: Int) -> String { text }
}
