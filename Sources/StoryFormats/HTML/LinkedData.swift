internal import FoundationEssentials

/// The article that a page describes in JSON-LD (schema.org Article and its kinds).
enum LinkedData {
  struct Article {
    var headline: String?
    var description: String?
    var authors: [String] = []
    var published: String?
    var modified: String?
    var section: String?
    var keywords: [String] = []
    var publisher: String?
    var url: String?
    var language: String?
  }

  /// The largest text that is looked at.
  private static let maximumLength = 1_000_000

  /// The first article in the text; nil where it holds none, or is no JSON.
  static func article(in text: String) -> Article? {
    guard text.utf8.count < maximumLength else { return nil }
    let trimmed = text.trimmedASCII
    let content = trimmed.hasPrefix("<![CDATA[") ? String(trimmed.dropFirst(9).dropLast(3)) : trimmed
    guard JSONDepth.isBounded(content),
      let value = try? JSONDecoder().decode(JSONValue.self, from: Data(content.utf8))
    else { return nil }
    return find(in: value, depth: 0).map(read)
  }

  private static func find(in value: JSONValue, depth: Int) -> JSONValue? {
    guard depth < 6 else { return nil }
    if case .array(let values) = value {
      return values.lazy.compactMap { find(in: $0, depth: depth + 1) }.first
    }
    let types = value["@type"]?.strings ?? []
    if types.contains(where: { isArticle($0) }) { return value }
    return value["@graph"].flatMap { find(in: $0, depth: depth + 1) }
      ?? value["mainEntity"].flatMap { find(in: $0, depth: depth + 1) }
  }

  private static func isArticle(_ type: String) -> Bool {
    let name = type.split(whereSeparator: { "/:#".contains($0) }).last ?? ""
    return name.hasSuffix("Article")
      || ["BlogPosting", "SocialMediaPosting", "Report", "Blog"].contains(name)
  }

  private static func read(_ value: JSONValue) -> Article {
    var article = Article()
    article.headline = value["headline"]?.text ?? value["name"]?.text
    article.description = value["description"]?.text
    article.authors = (value["author"]?.list ?? []).compactMap { $0.text ?? $0["name"]?.text }
    article.published = value["datePublished"]?.text ?? value["dateCreated"]?.text
    article.modified = value["dateModified"]?.text
    article.section = value["articleSection"]?.strings.first
    article.keywords = (value["keywords"]?.strings ?? []).flatMap { words in
      words.split(separator: ",").map(MarkupTree.collapsed)
    }
    article.publisher = value["publisher"]?["name"]?.text
    article.url =
      value["url"]?.text ?? value["mainEntityOfPage"]?["@id"]?.text ?? value["mainEntityOfPage"]?.text
    article.language = value["inLanguage"]?.text
    return article
  }
}
