/// What an element of HTML is to a reader of texts; one element may be several things.
///
/// After the HTML Living Standard (sections 3.2.5, 4 and 16), and XHTML and HTML 4 for what is no longer in
/// it.
struct ElementKind: OptionSet, Sendable {
  let rawValue: UInt32

  /// An element that HTML has or had, not one of another vocabulary.
  static let known = ElementKind(rawValue: 1 << 0)
  /// Stands within a line and parts no words: `<b>`.
  static let inline = ElementKind(rawValue: 1 << 1)
  /// Stands on lines of its own, and parts the words before it from those behind: `<p>`.
  static let block = ElementKind(rawValue: 1 << 2)
  /// Breaks the line it stands in: `<br>`.
  static let breaks = ElementKind(rawValue: 1 << 3)
  /// May stand among the words of a paragraph (phrasing content, section 3.2.5.2.5), shown or not.
  static let phrasing = ElementKind(rawValue: 1 << 4)
  /// Is what its content is (transparent content, section 3.2.5.3): `<a>`.
  static let transparent = ElementKind(rawValue: 1 << 5)
  /// Has no content and no end tag (section 13.1.2).
  static let void = ElementKind(rawValue: 1 << 6)
  /// Never holds words for a reader: what runs, styles, waits or is drawn.
  static let unseen = ElementKind(rawValue: 1 << 7)
  /// Stands for something that is not text; the words in it are for those who can't have it.
  static let embedded = ElementKind(rawValue: 1 << 8)
  /// A part of a form that is worked, not read.
  static let control = ElementKind(rawValue: 1 << 9)
  /// What a form lets one choose from.
  static let choice = ElementKind(rawValue: 1 << 10)
  /// No text of a page's story, whatever it holds.
  static let silent = ElementKind(rawValue: 1 << 11)
  static let heading = ElementKind(rawValue: 1 << 12)
  static let cell = ElementKind(rawValue: 1 << 13)
  /// A block that only its whole makes sense of: a list, a table, a figure, a quotation.
  static let compound = ElementKind(rawValue: 1 << 14)
  /// Makes of what it stands in more than a paragraph, by Readability's rules.
  static let structure = ElementKind(rawValue: 1 << 15)
  /// A picture, a film, a sound, and what holds them.
  static let media = ElementKind(rawValue: 1 << 16)
  /// Stands around a page's story: `<nav>`, `<aside>`, `<footer>`.
  static let around = ElementKind(rawValue: 1 << 17)
  /// Its words are text themselves, as against those of a box that holds other boxes.
  static let text = ElementKind(rawValue: 1 << 18)
  /// Its content is no markup (section 13.2.6.2).
  static let raw = ElementKind(rawValue: 1 << 19)
}
