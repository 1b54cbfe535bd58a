internal import Stories
internal import Words

/// What a page says about its article outside the article: JSON-LD, OpenGraph, meta tags, microdata, link
/// relations.
struct PageMetadata {
  var title: String?
  /// The heading that contains the title, or is above the story.
  var heading: MarkupTree.Index?
  var description: String?
  var bylines: [String] = []
  /// When it was published and changed, as written; most reliable first.
  var published: [String] = []
  var updated: [String] = []
  /// Nodes that say only who wrote it and when.
  var headNodes: [MarkupTree.Index] = []
  /// How "03/04/2016" is meant on this page, if that is known.
  var dateOrder: NumericOrder?
  var section: String?
  var tags: [String] = []
  /// The address that the page gives as its own; nil for a bare front page.
  var canonical: WebAddress?
  /// The base of its links.
  var base: WebAddress?
  var language: String?
  /// The page in other languages.
  var translations: [Translation] = []
  /// The caption of the picture above the story.
  var imageCaption: String?
  /// The story's text in JSON-LD, plain or HTML.
  var articleBody: String?

  /// Reads the page; the most reliable source wins.
  ///
  /// - Parameter savedFrom: where the page was saved from, used as its address if it gives none.
  init(_ tree: MarkupTree, _ surroundings: PageSurroundings, savedFrom: WebAddress?) {
    var facts = PageFacts(tree)
    let data = LinkedData(facts.scripts)
    let host = (savedFrom ?? Self.address(facts))?.authority
    var sites = SiteNames(Self.siteNames(facts, data), host: host)
    let headings = PageHeadings(tree, surroundings: surroundings, sites: sites)
    let article = data.article(under: headings.first.map(\.text))
    if let publisher = article?.publisher { sites.add(publisher) }
    let headline = PageHeadline(headings, said: Self.titles(article, facts, tree, sites), sites: sites)
    (title, heading) = (headline.text, headline.heading)
    if heading == nil, let title, let (node, text) = Self.place(of: title, tree, surroundings) {
      heading = node
      self.title = text
    }
    description =
      article?.description
      ?? facts.meta(
        "dc:description", "dcterms:abstract", "og:description", "twitter:description", "description")
    section =
      article?.section ?? facts.meta("article:section", "parsely:section", "section")
      ?? data.section(above: title)
    // "/world/middle_east": the section's address, not its name.
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
    var others = NamedTranslations(of: [canonical?.text, savedFrom?.text])
    for (language, address) in facts.alternates { others.add(address, language: language, base: base) }
    for (language, address) in article?.translations ?? [] {
      others.add(address, language: language, base: base)
    }
    translations = others.all
    let lines = HeadLines(tree, headline: heading, surroundings: surroundings)
    bylines =
      PageAuthors(
        data: article?.authors ?? [], metas: Self.writers(facts), facts, tree, lines: lines,
        surroundings: surroundings,
        headline: heading, sites: sites
      ).names
    facts.stamps.removeAll { surroundings.hold($0.node, in: tree, beside: tree.chain(of: heading)) }
    let dates = PageDates(
      Self.dates(article, data, facts), facts, tree, lines: lines, address: canonical ?? savedFrom,
      language: dateLanguage(facts))
    let inHeading = heading.map { tree.elements(of: $0, named: ["time"]).flatMap(tree.descendants) } ?? []
    headNodes =
      lines.nodes(saying: bylines, stamps: facts.stamps, tree) + inHeading.filter { tree[$0].isText }
    (published, updated, dateOrder) = (dates.published, dates.updated, dates.order)
  }

  /// The headline in the head, most reliable first.
  private static func titles(
    _ article: LinkedData.Article?, _ facts: PageFacts, _ tree: MarkupTree, _ sites: SiteNames
  ) -> [String] {
    var data = article?.headline
    if let name = article?.name, let headline = data, let element = facts.titleElement,
      element.utf8.count < 1_000,
      Words.similarity(element, name) > 0.75, Words.similarity(element, headline) <= 0.75
    {
      data = name
    }
    let element = facts.titleElement.flatMap { title in
      let known = PageTitle.dropping(sites, from: title)
      return title.isEmpty ? nil : known == title ? PageTitle.withoutSite(title, page: tree) : known
    }
    return [
      data, facts.meta("dc:title", "dcterm:title", "dcterms:title", "og:title"), facts.properties["headline"],
      facts.meta("title", "twitter:title", "parsely:title"), element,
    ].compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// The element that shows the title, or a set-apart end of it, on a page without headings; with the words
  /// shown.
  private static func place(of title: String, _ tree: MarkupTree, _ surroundings: PageSurroundings)
    -> (node: MarkupTree.Index, text: String)?
  {
    for node in tree.nodes.indices where tree[node].isText {
      let size = tree[node].text.utf8.count
      guard size >= 12, size < title.utf8.count + 200, let parent = tree[node].parent,
        tree[parent].name != "title"
      else { continue }
      let text = MarkupTree.collapsed(tree[node].text)
      let isEnd =
        PageHeadings.isLong(text) && title.hasSuffix(text)
        && title.dropLast(text.count).trimmingBlanks.last.map { ":|-–—»".contains($0) } == true
      if isEnd || TextMarks.saysTheSame(text, title), !surroundings.hold(node, in: tree, beside: []) {
        return (parent, isEnd ? text : title)
      }
    }
    return nil
  }

  private static func siteNames(_ facts: PageFacts, _ data: LinkedData) -> [String] {
    let metas = [
      "og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name",
      "al:android:app_name", "dc:publisher",
      "publisher", "cre", "copyright",
    ].compactMap { facts.meta($0) }
    // "https://twitter.com/courier" and "@courier".
    let accounts = [facts.meta("twitter:site"), facts.meta("article:publisher")].compactMap { account in
      account?.split(whereSeparator: { "/@?".contains($0) }).last.map(String.init)
    }
    return metas + accounts + data.siteNames
  }

  private static func address(_ facts: PageFacts) -> WebAddress? {
    [facts.links["canonical"], facts.meta("og:url"), facts.base].lazy.compactMap { $0 }.compactMap {
      WebAddress($0.trimmedASCII)
    }.first
  }

  private static func writers(_ facts: PageFacts) -> [[String]] {
    [
      "dc:creator", "dcterm:creator", "dcterms:creator", "author", "authors", "parsely:author",
      "sailthru:author", "byl", "article:author",
      "article:author_name", "og:article:author", "og:author", "twitter:data1", "citation_author",
      "article.author", "rbauthors",
      "cxenseparse:author", "shareaholic:article_author_name", "creator", "dc:contributor", "bt:author",
    ].compactMap { name in
      // "twitter:data1" contains the author only if its label says so.
      if name == "twitter:data1" {
        let label = facts.meta("twitter:label1")?.lowercased() ?? ""
        guard ["written by", "author", "skrevet af", "verfasst von", "skriven av"].contains(label) else {
          return nil
        }
      }
      return facts.metas[name]
    }
  }

  private static func dates(_ article: LinkedData.Article?, _ data: LinkedData, _ facts: PageFacts)
    -> PageDates.Said
  {
    let page = data.page
    let published = [
      "article:published_time", "article:published", "datepublished", "dc:date.issued", "dcterms:created",
      "dcterms:issued",
      "dc:date.created", "dc:created", "dc:issued", "parsely:pub-date", "sailthru:date", "pubdate",
      "publishdate", "publish-date",
      "publish_date", "published", "publication_date", "publicationdate", "publication-date",
      "date_published", "article.published",
      "article_date_original", "article:published_date", "article:post_date", "originalpublicationdate",
      "rnews:datepublished",
      "og:published_time", "og:pubdate", "og:article:published_time", "cxenseparse:recs:publishtime",
      "cxenseparse:publishtime",
      "bt:pubdate", "shareaholic:article_published_time", "datecreated", "created", "firstpublished",
      "release_date", "ptime",
      "displaydate", "pdate", "pub_date", "publisheddate", "published-date", "published_date", "published_at",
      "publishtime",
      "citation_publication_date", "citation_online_date", "uploaddate", "article:create_at",
      "dc:date.publication",
      "dcterms:date.published", "dcterms:available", "sdate", "posted_date",
    ]
    let general = ["dcterms:date", "dc:date", "date", "article:date", "creation_date", "doc_date"]
    return PageDates.Said(
      article: ([article?.published] + published.map { facts.meta($0) }).compactMap { $0 },
      page: ([page.published] + general.map { facts.meta($0) }).compactMap { $0 },
      updated: [
        article?.modified,
        facts.meta(
          "article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms:modified",
          "dc:modified",
          "dc:date.modified", "last-modified", "last-modified-date", "lastmod", "revised",
          "article:updated_time", "updated"),
        page.modified,
      ].compactMap { $0 })
  }

  /// The language that decides how dates are written: the full "en_GB" rather than a bare "en".
  private func dateLanguage(_ facts: PageFacts) -> String? {
    let locale = facts.meta("og:locale", "content-language", "language")
    guard let language, !language.isEmpty else { return locale }
    return locale.map { LanguageTag.primary($0) == LanguageTag.primary(language) && !language.contains("-") }
      == true
      ? locale : language
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
