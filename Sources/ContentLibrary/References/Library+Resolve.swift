internal import Database
public import Stories
internal import StoryFormats

/// The story that a reference means.
public struct Resolution: Hashable, Sendable {
  /// How the story was found.
  public enum Manner: String, Hashable, Sendable {
    /// By its path, its web address, or a name of its own.
    case path, url, slug
    /// By its headline: exactly; except for case, accents and punctuation; or slightly misquoted.
    case headline, folded, near
  }

  /// The story's row.
  public var listing: Listing
  /// How it was found.
  public var manner: Manner
  /// Whether it may be followed without asking; if not, it is only probably meant.
  public var isCertain: Bool
  /// The part that was asked for and that the story does not have.
  public var missingPart: String?
}

extension Library {
  /// The story that a reference means; nil if none is meant, or no single one.
  ///
  /// - Parameters:
  ///   - reference: a path, a web address, a wiki link with or without its brackets, a slug or a headline.
  ///   - language: the language of the reference, a BCP 47 tag: a misquoted headline matches only stories in
  ///     it.
  public func resolve(_ reference: String, language: String? = nil) throws -> Resolution? {
    let link = Reference.wikiLink(reference)
    var found = try meaning(of: link?.target ?? reference, link: link, language: language)
    if let part = link?.anchor, let id = found?.listing.id, let story = try? unresolved(id).story,
      !story.hasPart(part)
    {
      found?.missingPart = part
    }
    return found
  }

  private func meaning(of words: String, link: Reference?, language: String?) throws -> Resolution? {
    try read { db in
      let resolver = ReferenceResolver(db: db)
      func resolution(_ id: StoryID, _ manner: Resolution.Manner, isCertain: Bool = true) throws
        -> Resolution?
      {
        try WindowRows.listing(of: id, in: db).map {
          Resolution(listing: $0, manner: manner, isCertain: isCertain)
        }
      }
      if words.contains("://") {
        return try resolver.story(.url, target: words).flatMap { try resolution($0, .url) }
      }
      if let link, link.naming == .path {
        return try resolver.story(.path, target: link.target).flatMap { try resolution($0, .path) }
      }
      for (naming, manner) in [
        (Reference.Naming.headline, Resolution.Manner.folded), (.slug, .slug), (.path, .path),
      ] {
        guard let id = try resolver.story(naming, target: words) else { continue }
        let found = try resolution(id, manner)
        guard found?.listing.headline == words else { return found }
        return try resolution(id, .headline)
      }
      return try NearHeadline(db: db, language: language).story(words).flatMap {
        try resolution($0.id, .near, isCertain: $0.isCertain)
      }
    }
  }
}
