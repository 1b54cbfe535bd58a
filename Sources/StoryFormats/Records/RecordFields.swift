/// Which members of a record hold what; several names for one field are tried in order.
///
/// A name may lead into an object with dots: `author.name`.
public struct RecordFields: Hashable, Sendable {
  /// The fields that a record can have.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case id, url, headline, standfirst, text, html, bylines, dateline, section, tags, language, published,
      updated
    case provider, image
  }

  private var names: [Field: [String]] {
    didSet { paths = names.mapValues { $0.map(Self.path) } }
  }
  private var paths: [Field: [[String]]] = [:]

  /// The names that crawlers, corpora and news APIs use.
  public init() {
    names = [
      .id: ["id", "guid", "_id", "uuid", "doc_id", "article_id"],
      .url: ["url", "link", "source_url", "canonical_url", "web_url", "webUrl", "uri"],
      .headline: ["title", "headline", "title_page", "name", "heading", "webTitle", "headline.main"],
      .standfirst: [
        "standfirst", "summary", "description", "abstract", "lead", "deck", "subtitle", "excerpt", "snippet",
      ],
      .text: [
        "text", "maintext", "body", "content", "article", "article_text", "full_text", "fulltext", "document",
        "story",
      ],
      .html: ["html", "body_html", "content_html", "raw_html"],
      .bylines: ["authors", "author", "byline", "bylines", "creator", "writer", "byline.original"],
      .dateline: ["dateline", "location", "place"],
      .section: ["section", "category", "desk", "sectionName", "section_name", "news_desk", "topic"],
      .tags: ["tags", "keywords", "topics", "categories", "subjects", "labels"],
      .language: ["language", "lang", "languageCode"],
      .published: [
        "published", "date", "date_publish", "publish_date", "published_at", "publishedAt", "pub_date",
        "pubDate", "datePublished",
        "date_published", "published_date", "publication_date", "webPublicationDate", "timestamp",
        "created_at", "created", "time",
      ],
      .updated: [
        "updated", "date_modify", "modified", "updated_at", "dateModified", "date_modified", "last_modified",
      ],
      .provider: [
        "source", "publisher", "publication", "source_domain", "provider", "source.name", "domain", "site",
      ],
      .image: ["image_url", "image", "urlToImage", "top_image"],
    ]
    paths = names.mapValues { $0.map(Self.path) }
  }

  /// Puts names before the usual ones of a field.
  public mutating func prefer(_ preferred: [String], for field: Field) {
    names[field] = preferred + (names[field] ?? []).filter { !preferred.contains($0) }
  }

  /// The names of a field, first that counts first.
  public func names(of field: Field) -> [String] {
    names[field] ?? []
  }

  /// The names of a field, each as the members that lead to it.
  func paths(of field: Field) -> [[String]] {
    paths[field] ?? []
  }

  private static func path(_ name: String) -> [String] {
    name.split(separator: ".").map(String.init)
  }

  /// The same for the same names: tells whether files read with other names are to be read again.
  public var signature: String {
    Field.allCases.map { "\($0.rawValue)=\(names(of: $0).joined(separator: ","))" }.joined(separator: ";")
  }

  /// Every first member that is looked at.
  var members: Set<String> {
    Set(names.values.joined().map { String($0.prefix { $0 != "." }) }).union([
      "wire", "generator", "references", "teasers", "notes",
    ])
  }
}
