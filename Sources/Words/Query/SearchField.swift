public import Stories

/// The fields of the query language: `name:value`.
public enum SearchField: String, Hashable, Sendable, CaseIterable {
  case title, by, desk, tag, lang, format, `is`, has, date, before, after, near, like

  /// Takes a name as typed, in any case; some have a second one.
  public init?(name: String) {
    switch name.lowercased() {
    case "author", "byline": self = .by
    case "section": self = .desk
    case "language": self = .lang
    case "headline": self = .title
    case let name: self.init(rawValue: name)
    }
  }

  /// The kind of facet it narrows by.
  public var facet: Facet.Kind? {
    switch self {
    case .by: .author
    case .desk: .desk
    case .tag: .tag
    case .lang: .language
    case .format: .format
    default: nil
    }
  }

  /// An example and what it finds, for the help of the search line.
  public var help: (example: String, meaning: String) {
    switch self {
    case .title: ("title:ferry", "in the headline")
    case .by: ("by:\"Anna Berg\"", "by an author")
    case .desk: ("desk:culture", "of a desk")
    case .tag: ("tag:harbour", "with a tag")
    case .lang: ("lang:da", "in a language")
    case .format: ("format:markdown", "from files of a format")
    case .is: ("is:unread", "unread, read, saved, or new since the last visit")
    case .has: ("has:image", "with an image or a link")
    case .date: ("date:2016-03..2016-05", "published then; date:<7d in the last week")
    case .before: ("before:2016-03", "published before it began")
    case .after: ("after:2016-03", "published after it ended")
    case .near: ("near:\"ferry strike\"", "words close together; near:(ferry strike, 5) at most 5 between")
    case .like: ("like:slug-of-a-story", "like another story")
    }
  }
}
