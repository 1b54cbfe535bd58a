internal import Stories
internal import Words

/// The article that a page describes in JSON-LD (schema.org Article and its subtypes).
struct LinkedData {
  /// An author.
  struct Writer {
    var name: String
    /// Whether the page calls it a person or an organisation; nil if neither.
    var isPerson: Bool?
  }

  /// The description of an article.
  struct Article {
    var headline: String?
    /// Its name, if it differs from the headline.
    var name: String?
    var description: String?
    var authors: [Writer] = []
    var published: String?
    var modified: String?
    var section: String?
    var keywords: [String] = []
    var publisher: String?
    var url: String?
    var language: String?
    var imageCaption: String?
    /// The whole text, as `articleBody` gives it: plain or HTML.
    var body: String?
    /// Its addresses in other languages, with the language if it is said.
    var translations: [(language: String?, address: String)] = []
  }

  /// The largest text to decode, in bytes; the most values of a page, and the deepest nesting.
  private static let maximumLength = 1_000_000
  private static let maximumObjects = 2_000
  private static let maximumDepth = 6

  private var objects: [JSONValue] = []
  private var objectsByID: [String: JSONValue] = [:]

  /// Reads the scripts of a page; anything but JSON is ignored.
  init(_ scripts: [String]) {
    for script in scripts where script.utf8.count < Self.maximumLength {
      if let value = Self.value(script) ?? Self.value(LooseJSON.mended(script)) { collect(value) }
    }
  }

  private static func value(_ text: String) -> JSONValue? {
    guard JSONDepth.isBounded(text) else { return nil }
    return JSONReader.value(of: text)
  }

  /// Collects the objects of arrays, graphs and main entities.
  private mutating func collect(_ value: JSONValue) {
    var waiting = [(value: value, depth: 0)]
    while let (value, depth) = waiting.popLast(), objects.count < Self.maximumObjects {
      guard depth < Self.maximumDepth else { continue }
      if case .array(let values) = value {
        waiting += values.reversed().map { ($0, depth + 1) }
        continue
      }
      guard case .object = value else { continue }
      objects.append(value)
      if let id = value["@id"]?.text, objectsByID[id] == nil { objectsByID[id] = value }
      for name in ["mainEntity", "@graph"] {
        if let inner = value[name] { waiting.append((inner, depth + 1)) }
      }
    }
  }

  /// The article: of several, the one whose headline is a heading of the page, else the first; nil if there
  /// is none.
  func article(under headings: [String]) -> Article? {
    let articles = objects.prefix(Self.mostArticles).filter { types($0).contains(where: Self.isArticle) }
    let agreeing =
      articles.count < 2
      ? nil
      : articles.first { article in
        guard let headline = article["headline"]?.text ?? article["name"]?.text else { return false }
        return headings.contains { TextMarks.saysTheSame($0, CharacterReferences.decoded(headline)) }
      }
    return (agreeing ?? articles.first).map(read)
  }

  /// When the page itself was published and changed, if it describes no article.
  var page: (published: String?, modified: String?) {
    let pages = objects.filter { object in
      types(object).contains {
        $0.hasSuffix("Page") || $0.hasSuffix("Object")
          || ["CreativeWork", "Review", "PodcastEpisode"].contains($0)
      }
    }
    return (
      pages.lazy.compactMap { $0["datePublished"]?.text ?? $0["uploadDate"]?.text }.first,
      pages.lazy.compactMap { $0["dateModified"]?.text }.first
    )
  }

  /// The names of the site and its publisher.
  var siteNames: [String] {
    objects.filter { object in
      types(object).contains { $0 == "WebSite" || $0.hasSuffix("Organization") }
    }.flatMap { ($0["name"]?.strings ?? []) + ($0["alternateName"]?.strings ?? []) }
  }

  /// The section in a trail of breadcrumbs: the last step before the story itself.
  func section(above headline: String?) -> String? {
    guard let trail = objects.first(where: { types($0).contains("BreadcrumbList") }) else { return nil }
    let steps = (trail["itemListElement"]?.list ?? []).prefix(20)
    let names = steps.compactMap { $0["name"]?.text ?? $0["item"]?["name"]?.text }.map(MarkupTree.collapsed)
    // The first step is the front page; the last may be the story.
    let inner = names.dropFirst().filter { name in
      !(headline.map { TextMarks.saysTheSame($0, name) } ?? false)
    }
    return inner.last.flatMap { $0.count <= 40 ? $0 : nil }
  }

  private func types(_ value: JSONValue) -> [String] {
    (value["@type"]?.strings ?? []).map {
      String($0.split(whereSeparator: { "/:#".contains($0) }).last ?? "")
    }
  }

  private static let mostArticles = 400

  private static func isArticle(_ name: String) -> Bool {
    name.hasSuffix("Article") || name == "article"
      || ["BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "Recipe"].contains(name)
  }

  /// An object, or the one that its "@id" refers to.
  private func resolved(_ value: JSONValue) -> JSONValue {
    guard value["name"] == nil, let id = value["@id"]?.text, let known = objectsByID[id] else { return value }
    return known
  }

  private func names(_ value: JSONValue?) -> [String] {
    (value?.list ?? []).prefix(30).flatMap { value -> [String] in
      if let text = value.text { return [text] }
      return resolved(value)["name"]?.strings ?? []
    }
  }

  private func writers(_ value: JSONValue?) -> [Writer] {
    (value?.list ?? []).prefix(30).flatMap { value -> [Writer] in
      if let text = value.text { return [Writer(name: text)] }
      let whole = resolved(value)
      let kinds = types(value) + types(whole)
      let isPerson =
        kinds.contains { $0.lowercased() == "person" }
        ? true : kinds.contains { $0.hasSuffix("Organization") } ? false : nil as Bool?
      let parts = [whole["givenName"]?.text, whole["familyName"]?.text].compactMap { $0 }
      let names = whole["name"]?.strings ?? (parts.isEmpty ? [] : [parts.joined(separator: " ")])
      return names.map { Writer(name: $0, isPerson: isPerson) }
    }
  }

  private func read(_ value: JSONValue) -> Article {
    var article = Article()
    let plain = { (text: String?) in text.map { MarkupTree.collapsed(CharacterReferences.decoded($0)) } }
    article.headline = plain(value["headline"]?.text ?? value["name"]?.text)
    article.name = plain(value["name"]?.text)
    article.description = plain(value["description"]?.text)
    article.authors =
      [value["author"], value["creator"], value["contributor"]].lazy.map(writers)
      .first { !$0.isEmpty } ?? []
    article.authors = article.authors.compactMap { writer in
      plain(writer.name).map { Writer(name: $0, isPerson: writer.isPerson) }
    }
    article.published = value["datePublished"]?.text ?? value["dateCreated"]?.text
    article.modified = value["dateModified"]?.text
    article.section = plain(value["articleSection"]?.strings.first)
    article.keywords = (value["keywords"]?.strings ?? []).flatMap { words in
      words.split(separator: ",").map(MarkupTree.collapsed)
    }
    let whole = value["isPartOf"]?.list.first { !types($0).contains("WebPage") }
    article.publisher = plain(names(value["publisher"]).first ?? whole.flatMap { resolved($0)["name"]?.text })
    article.url =
      value["url"]?.text ?? value["mainEntityOfPage"]?["@id"]?.text ?? value["mainEntityOfPage"]?.text
    article.language = value["inLanguage"]?.text
    let image = (value["image"]?.list ?? []).first.map(resolved)
    article.imageCaption = plain(image?["caption"]?.text)
    article.body = value["articleBody"]?.text
    article.translations = ["translationOfWork", "workTranslation"].flatMap { translations(value[$0]) }
    return article
  }

  /// The works that a value names, by address or as objects (schema.org, "translationOfWork",
  /// "workTranslation").
  private func translations(_ value: JSONValue?) -> [(language: String?, address: String)] {
    (value?.list ?? []).prefix(Translation.most).compactMap { value in
      if let text = value.text { return (nil, text) }
      let whole = resolved(value)
      let address = whole["url"]?.text ?? whole["@id"]?.text ?? value["@id"]?.text
      let language = whole["inLanguage"].flatMap { $0.text ?? $0["name"]?.text }
      // A name ("Danish") is no tag, and says nothing that can be compared.
      return address.map { (language.flatMap { LanguageTag.normal($0) }, $0) }
    }
  }
}
