public import Messages
public import Stories

/// Sets stories as pages.
///
/// Keep one and change its `options`: it keeps the hyphenation dictionaries it has read.
public struct Typesetter: Sendable {
  /// What a caller may choose.
  public struct Options: Hashable, Sendable {
    /// The widths of text that can be chosen, in cells.
    public static let measures = 30...120
    /// The widest line of text, in cells.
    public var measure = 68
    /// Whether link numbers are shown in the text.
    public var numbersLinks = true
    /// The moment of reading, for ended embargoes and the reader's clock; nil shows every embargo, and hours
    /// as written.
    public var now: Timestamp?
    /// The language of what the program itself says on a page.
    public var catalogue = Catalogue.english
    /// Makes the defaults.
    public init() {}
  }
  /// The text width, in cells, below which words are hyphenated.
  public static let hyphenatesUnder = 50
  /// The widest page in cells; wider ones are clamped.
  public static let widest = 1000

  /// The options.
  public var options: Options
  /// Finds where words may be hyphenated.
  public let hyphenator: Hyphenator

  /// Makes a typesetter with the system's hyphenation dictionaries.
  public init(options: Options = Options()) { self.init(options: options, hyphenator: Hyphenator()) }

  /// Makes a typesetter with loaded dictionaries.
  public init(options: Options = Options(), hyphenator: Hyphenator) {
    self.options = options
    self.hyphenator = hyphenator
  }

  /// Sets the story for a pane of `columns` cells.
  ///
  /// Pure: the same values give the same page. Widths are clamped to 1 … `widest`.
  ///
  /// - Parameter numbers: numbers of links, by index in the story's `references`; the others are numbered
  ///   after them, in order of appearance.
  public func page(for story: Story, columns: Int, numbers: [Int: Int] = [:]) -> Page {
    let columns = min(max(1, columns), Self.widest)
    var setter = StorySetter(story: story, typesetter: self, columns: columns)
    setter.given = numbers
    setter.lastNumber = numbers.values.max() ?? 0
    return setter.page()
  }

  /// Sets the story as `page(for:columns:)` does, and hands over its lines in order as soon as they are set.
  ///
  /// For printing: a page of a million lines is never held whole.
  public func setLines(of story: Story, columns: Int, _ take: @escaping ([Page.Line]) -> Void) {
    var setter = StorySetter(story: story, typesetter: self, columns: min(max(1, columns), Self.widest))
    setter.reader = take
    setter.handOver()
  }
}
