/// A link from a story to another story, or to something outside the library.
public struct Reference: Hashable, Sendable, Codable {
  /// Where a reference leads, as far as the text alone tells.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A story of this library, found or not.
    case story
    /// Anything else: a web page, a document, a mail address.
    case outside
  }

  /// How the target is named.
  public enum Naming: String, Hashable, Sendable, Codable {
    /// The other story's headline.
    case headline
    /// A file's path, relative to the library's directory, with "/" between parts and without anchor.
    case path
    /// An absolute URL.
    case url
    /// A slug or wiki name: a headline, or a file name without extension.
    case slug
    /// Not at all: the address was lost ("Read more here").
    case nothing
  }

  /// Where it leads.
  public var kind: Kind
  /// The words of the link.
  public var text: String
  /// What it points to, in the form that `naming` says; nil if the address was lost.
  public var target: String?
  /// How `target` names it.
  public var naming: Naming
  /// The words that announce it on its own line ("READ MORE", "LÆS OGSÅ"); nil for a link in the text.
  public var label: String?
  /// How many body blocks come before it; nil for a link in the text.
  public var position: Int?
  /// The place within the target ("#part"), without the "#".
  public var anchor: String?
  /// Whether the other story's text belongs here (`![[name]]`); nil means no.
  public var embeds: Bool?
  /// The story it means; set by the library.
  public var story: StoryID?
  /// The story it probably means when `story` is nil: offered, but never opened without asking.
  public var probably: StoryID?

  /// Whether it leads to a part of its own story.
  public var isWithin: Bool { kind == .story && target == nil && anchor != nil }

  /// Whether it leads to the same place as another reference, unless its target is only a headline.
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

/// A teaser for another story at the end of this one: a title and a few lines.
public struct Teaser: Hashable, Sendable, Codable {
  /// The other story's headline, as this page has it.
  public var title: String
  /// Its text; empty if there is none.
  public var text: String
  /// Where it points, if the page had a link.
  public var target: String?
  /// How `target` names it; `.headline` means that `title` does.
  public var naming: Reference.Naming
  /// The story it means; set by the library.
  public var story: StoryID?
  /// The story it probably means when `story` is nil: offered, but never opened without asking.
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
