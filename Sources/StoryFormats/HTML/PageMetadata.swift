internal import Stories

/// What a page says of its article outside the article: JSON-LD, OpenGraph, meta tags, link relations.
struct PageMetadata {
  var title: String?
  var siteName: String?
  var description: String?
  var bylines: [String] = []
  var published: String?
  var updated: String?
  var section: String?
  var tags: [String] = []
  var canonical: String?
  var language: String?

  /// Reads the head and the rest of the page; what is said first, by the most telling source, wins.
  init(_ tree: MarkupTree) {
    language = tree[tree.root][attribute: "lang"] ?? tree[tree.root][attribute: "xml:lang"]
    var metas: [String: [String]] = [:]
    var links: [String: String] = [:]
    var data: [String] = []
    var element: String?
    for node in tree.descendants(of: tree.root) {
      switch tree[node].name {
      case "meta":
        guard let content = tree[node][attribute: "content"].map(MarkupTree.collapsed), !content.isEmpty
        else {
          continue
        }
        for name in ["property", "name", "itemprop", "http-equiv"] {
          for key in (tree[node][attribute: name] ?? "").lowercased().split(separator: " ") {
            metas[String(key), default: []].append(content)
          }
        }
      case "link":
        if let relation = tree[node][attribute: "rel"]?.lowercased(),
          let address = tree[node][attribute: "href"]
        {
          if links[relation] == nil { links[relation] = address }
        }
      case "title" where element == nil && !tree.hasAncestor(node, named: ["svg"]):
        element = tree.text(of: node)
      case "script" where tree[node][attribute: "type"]?.lowercased().contains("ld+json") == true:
        data.append(tree.rawText(of: node))
      default: continue
      }
    }
    for text in data { take(LinkedData.article(in: text)) }
    take(metas)
    let named =
      title ?? metas.first("og:title", "twitter:title", "dc.title", "dcterm.title", "parsely-title", "title")
    title = named ?? element.map { PageTitle.withoutSite($0, page: tree) }
    if let site = siteName, let full = title { title = PageTitle.dropping(site: site, from: full) }
    canonical = canonical ?? links["canonical"] ?? metas.first("og:url")
  }

  private mutating func take(_ article: LinkedData.Article?) {
    guard let article else { return }
    title = title ?? article.headline
    description = description ?? article.description
    if bylines.isEmpty { bylines = article.authors }
    published = published ?? article.published
    updated = updated ?? article.modified
    section = section ?? article.section
    if tags.isEmpty { tags = article.keywords }
    siteName = siteName ?? article.publisher
    canonical = canonical ?? article.url
    language = language ?? article.language
  }

  private mutating func take(_ metas: [String: [String]]) {
    siteName = siteName ?? metas.first("og:site_name", "application-name")
    description =
      description
      ?? metas.first(
        "og:description", "twitter:description", "dc.description", "dcterms.abstract", "description")
    if bylines.isEmpty {
      let author = metas.first(
        "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
      let property = metas["article:author"]?.filter { WebAddress($0) == nil } ?? []
      bylines = author.map { [$0] } ?? property
    }
    published =
      published
      ?? metas.first(
        "article:published_time", "article:published", "datepublished", "dc.date.issued", "dcterms.created",
        "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "dc.date", "date",
        "last-modified-date")
    updated =
      updated
      ?? metas.first("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod")
    section = section ?? metas.first("article:section", "parsely-section", "section")
    if tags.isEmpty {
      tags =
        metas["article:tag"] ?? metas.first("news_keywords", "keywords", "parsely-tags").map(Self.list) ?? []
    }
    language =
      language
      ?? metas.first("og:locale", "content-language", "language").map { $0.replacing("_", with: "-") }
  }

  private static func list(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" }.map(MarkupTree.collapsed).filter { !$0.isEmpty && $0.count < 60 }
  }
}

extension [String: [String]] {
  fileprivate func first(_ names: String...) -> String? {
    for name in names {
      if let value = self[name]?.first { return value }
    }
    return nil
  }
}
