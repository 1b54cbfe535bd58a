/// A way out of a story: to another story, or to something outside the library.
public struct Reference: Hashable, Sendable, Codable {
  /// Where it leads, as far as the text alone tells.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// Meant to be a story of this library, found or not.
    case story
    /// Somewhere else: a web page, a document, a mail address.
    case outside
  }

  /// How the target names what it means.
  public enum Naming: String, Hashable, Sendable, Codable {
    /// The other story's headline.
    case headline
    /// A file's path, relative to the library's directory, "/" between parts, without anchor.
    case path
    /// An absolute URL.
    case url
    /// A slug or wiki name: a file's name without extension, or a headline.
    case slug
    /// Nothing: the address was lost ("Read more here").
    case nothing
  }

  /// Where it leads.
  public var kind: Kind
  /// The words that carry it.
  public var text: String
  /// What it points to, named as `naming` says; nil where the address was lost.
  public var target: String?
  /// How `target` names it.
  public var naming: Naming
  /// The words that announce it on a line of its own ("READ MORE", "LÆS OGSÅ"); nil for a link within the
  /// text.
  public var label: String?
  /// How many body blocks stand before it; nil for a link within the text.
  public var position: Int?
  /// The place within the target ("#part"), without the "#".
  public var anchor: String?
  /// Whether the other story's text is to be shown here (`![[name]]`); nil where it is not.
  public var embeds: Bool?
  /// The story it was found to mean; filled by the library.
  public var story: StoryID?
  /// The story it probably means, where `story` is nil: to be offered, and never followed without asking.
  public var probably: StoryID?

  /// Whether it leads to a part of the story that it stands in.
  public var isWithin: Bool { kind == .story && target == nil && anchor != nil }

  /// Whether it leads to the same place as another, and is not that one's words alone.
  public func leads(where other: Reference) -> Bool {
    guard kind == other.kind, anchor == other.anchor, story == other.story else { return false }
    return target == other.target && (target != nil || story != nil || anchor != nil)
  }

  /// Makes a reference.
  public init(
    kind: Kind, text: String, target: String? = nil, naming: Naming = .nothing, label: String? = nil,
    position: Int? = nil, anchor: String? = nil, story: StoryID? = nil
  ) {
    self.kind = kind
    self.text = text
    self.target = target
    self.naming = naming
    self.label = label
    self.position = position
    self.anchor = anchor
    self.story = story
  }
}

/// An invitation to another story at the end of this one: a title and a few lines.
public struct Teaser: Hashable, Sendable, Codable {
  /// The other story's headline, as this page has it.
  public var title: String
  /// Its lines; empty where there are none.
  public var text: String
  /// Where it points, when the page had a link.
  public var target: String?
  /// How `target` names it; `.headline` means that `title` does.
  public var naming: Reference.Naming
  /// The story it was found to mean; filled by the library.
  public var story: StoryID?
  /// The story it probably means, where `story` is nil: to be offered, and never followed without asking.
  public var probably: StoryID?

  /// Makes a teaser.
  public init(
    title: String, text: String = "", target: String? = nil, naming: Reference.Naming = .headline,
    story: StoryID? = nil
  ) {
    self.title = title
    self.text = text
    self.target = target
    self.naming = naming
    self.story = story
  }
}
