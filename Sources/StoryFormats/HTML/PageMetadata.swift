internal import Stories

/// What a page says of its article outside the article: JSON-LD, OpenGraph, meta tags, microdata, link relations.
struct PageMetadata {
  var title: String?
  var siteName: String?
  var description: String?
  var bylines: [String] = []
  /// When it was published and changed, as written; the most telling first.
  var published: [String] = []
  var updated: [String] = []
  var section: String?
  var tags: [String] = []
  /// The address that the page gives as its own; nil for a bare front page.
  var canonical: WebAddress?
  /// What its links are relative to.
  var base: WebAddress?
  var language: String?
  /// What is written under the picture over the story.
  var imageCaption: String?
  /// The story's text as JSON-LD has it, plain or HTML.
  var articleBody: String?

  /// Reads the page; what the most telling source says wins.
  ///
  /// - Parameter savedFrom: where the page was saved from, its address of last resort.
  init(_ tree: MarkupTree, savedFrom: WebAddress?) {
    let facts = PageFacts(tree)
    let data = LinkedData(facts.scripts)
    let article = data.article
    siteName = article?.publisher ?? facts.meta("og:site_name", "application-name")
    title = headline(article, facts, tree)
    description =
      article?.description
      ?? facts.meta(
        "dc:description", "dcterms:abstract", "og:description", "twitter:description", "description")
    bylines = names(article, facts)
    takeDates(article, facts)
    section =
      article?.section ?? facts.meta("article:section", "parsely:section", "section")
      ?? data.section(above: title)
    // "/world/middle_east": the address of the section, not its name.
    if let path = section, path.hasPrefix("/") {
      section = path.split(separator: "/").last.map {
        String($0).replacing("_", with: " ").replacing("-", with: " ")
      }
    }
    tags = article?.keywords ?? []
    if tags.isEmpty {
      tags =
        facts.metas["article:tag"] ?? facts.meta("news_keywords", "keywords", "parsely:tags").map(Self.list)
        ?? []
    }
    tags = Self.eachOnce(tags)
    let element = tree[tree.root]
    language = element[attribute: "lang"] ?? element[attribute: "xml:lang"] ?? article?.language
    if language?.isEmpty != false {
      language = facts.meta("og:locale", "content-language", "language").map { $0.replacing("_", with: "-") }
    }
    imageCaption = article?.imageCaption
    articleBody = article?.body
    takeAddresses(article, facts, savedFrom)
  }

  private func headline(_ article: LinkedData.Article?, _ facts: PageFacts, _ tree: MarkupTree) -> String? {
    var data = article?.headline
    if let name = article?.name, let headline = data, let element = facts.titleElement,
      element.utf8.count < 1_000,
      Words.similarity(element, name) > 0.75, Words.similarity(element, headline) <= 0.75
    {
      data = name
    }
    let named =
      data ?? facts.meta("dc:title", "dcterm:title", "dcterms:title", "og:title")
      ?? facts.properties["headline"] ?? facts.meta("title", "twitter:title", "parsely:title")
    let full =
      named ?? facts.titleElement.flatMap { $0.isEmpty ? nil : PageTitle.withoutSite($0, page: tree) }
    guard let full, !full.isEmpty else { return nil }
    return siteName.map { PageTitle.dropping(site: $0, from: full) } ?? full
  }

  private func names(_ article: LinkedData.Article?, _ facts: PageFacts) -> [String] {
    let said = facts.meta(
      "dc:creator", "dcterm:creator", "dcterms:creator", "author", "parsely:author", "sailthru:author", "byl")
    for texts in [
      article?.authors ?? [], said.map { [$0] } ?? [],
      (facts.metas["article:author"] ?? []) + (facts.metas["og:article:author"] ?? []), facts.authors,
    ] {
      let names = BylineNames.names(in: texts.filter { WebAddress($0) == nil })
      if !names.isEmpty { return names }
    }
    return []
  }

  private mutating func takeDates(_ article: LinkedData.Article?, _ facts: PageFacts) {
    let times = facts.times.sorted { $0.rank < $1.rank }
    let saidPublished = [
      article?.published,
      facts.meta(
        "article:published_time", "article:published", "datepublished", "dc:date.issued", "dcterms:created",
        "dcterms:date", "parsely:pub-date", "sailthru:date", "pubdate", "publishdate", "publish-date",
        "dc:date", "date",
        "last-modified-date"),
      facts.properties["datepublished"],
    ]
    published = saidPublished.compactMap { $0 } + times.filter { !$0.isUpdate }.map(\.value)
    let saidUpdated = [
      article?.modified,
      facts.meta("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod"),
      facts.properties["datemodified"],
    ]
    updated = saidUpdated.compactMap { $0 } + times.filter(\.isUpdate).map(\.value)
  }

  private mutating func takeAddresses(
    _ article: LinkedData.Article?, _ facts: PageFacts, _ savedFrom: WebAddress?
  ) {
    let given = [facts.links["canonical"], facts.meta("og:url"), article?.url].compactMap { $0?.trimmedASCII }
    let whole = given.lazy.compactMap { WebAddress($0) }.first { $0.path != "/" || !$0.query.isEmpty }
    let relative = savedFrom.flatMap { base in given.first.flatMap { base.resolving($0) } }
    canonical =
      whole ?? [relative, savedFrom].lazy.compactMap { $0 }.first { $0.path != "/" || !$0.query.isEmpty }
    let page = savedFrom ?? canonical ?? given.lazy.compactMap { WebAddress($0) }.first
    base =
      facts.base.flatMap { written in
        page?.resolving(written.trimmedASCII) ?? WebAddress(written.trimmedASCII)
      } ?? page
  }

  private static func list(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" }.map(MarkupTree.collapsed).filter { !$0.isEmpty && $0.count < 60 }
  }

  private static func eachOnce(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    return tags.prefix(100).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
