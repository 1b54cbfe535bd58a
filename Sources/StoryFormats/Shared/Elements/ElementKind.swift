/// What an HTML element means to a reader of texts; an element may have several kinds.
///
/// After the HTML Living Standard (sections 3.2.5, 4 and 16), and XHTML and HTML 4 for obsolete elements.
struct ElementKind: OptionSet, Sendable {
  let rawValue: UInt32

  /// An element of HTML, past or present, not of another vocabulary.
  static let known = ElementKind(rawValue: 1 << 0)
  /// Is part of a line and does not separate words: `<b>`.
  static let inline = ElementKind(rawValue: 1 << 1)
  /// Has its own lines, and separates the words before and after it: `<p>`.
  static let block = ElementKind(rawValue: 1 << 2)
  /// Breaks its line: `<br>`.
  static let breaks = ElementKind(rawValue: 1 << 3)
  /// May be among the words of a paragraph (phrasing content, section 3.2.5.2.5), visible or not.
  static let phrasing = ElementKind(rawValue: 1 << 4)
  /// Has the kind of its content (transparent content, section 3.2.5.3): `<a>`.
  static let transparent = ElementKind(rawValue: 1 << 5)
  /// Has no content and no end tag (section 13.1.2).
  static let void = ElementKind(rawValue: 1 << 6)
  /// Never has words for a reader: scripts, styles, templates, drawings.
  static let unseen = ElementKind(rawValue: 1 << 7)
  /// Embeds something other than text; the words in it are a fallback.
  static let embedded = ElementKind(rawValue: 1 << 8)
  /// A part of a form to operate, not to read.
  static let control = ElementKind(rawValue: 1 << 9)
  /// The choices of a form.
  static let choice = ElementKind(rawValue: 1 << 10)
  /// Never part of a page's story, whatever it contains.
  static let silent = ElementKind(rawValue: 1 << 11)
  static let heading = ElementKind(rawValue: 1 << 12)
  static let cell = ElementKind(rawValue: 1 << 13)
  /// A block that makes sense only as a whole: a list, a table, a figure, a quotation.
  static let compound = ElementKind(rawValue: 1 << 14)
  /// Makes its parent more than a paragraph, by Readability's rules.
  static let structure = ElementKind(rawValue: 1 << 15)
  /// A picture, a film, a sound, and their containers.
  static let media = ElementKind(rawValue: 1 << 16)
  /// Surrounds a page's story: `<nav>`, `<aside>`, `<footer>`.
  static let around = ElementKind(rawValue: 1 << 17)
  /// Contains text directly, unlike a box that contains other boxes.
  static let text = ElementKind(rawValue: 1 << 18)
  /// Its content is not markup (section 13.2.6.2).
  static let raw = ElementKind(rawValue: 1 << 19)
}
