public import Stories

/// Sets a story for a width.
public struct Typesetter: Sendable {
  /// What a caller may choose.
  public struct Options: Hashable, Sendable {
    /// The widest line of text, in cells.
    public var measure = 68
    /// Whether link numbers are shown in the text.
    public var numbersLinks = true
    /// The day "today" is, for dates such as "yesterday"; nil writes dates in full.
    public var today: Day?
    /// The defaults.
    public init() {}
  }
  /// What was chosen.
  public var options: Options
  /// Makes a typesetter.
  public init(options: Options = Options()) { self.options = options }
  /// Sets the story for a pane of `columns` cells. Pure: the same values give the same page.
  public func page(for story: Story, columns: Int) -> Page { Page(columns: columns, lines: []) }
}
