internal import Stories
internal import Words

/// Fills a story's fields from its front matter and its path.
struct MarkdownFields {
  let matter: FrontMatter
  let source: Source
  let path: MarkdownPath

  /// Sets everything except headline, body and references.
  func fill(_ story: inout Story) {
    func fault(_ line: Int?, _ reason: String) {
      story.problems.append(Problem(path: source.path, line: line, reason: reason))
    }
    for (line, reason) in matter.faults { fault(line, reason) }
    story.language = language
    story.translationKey = matter.text("translationkey", "translation_key", "translation_id")
    story.standfirst = standfirst
    story.bylines = bylines
    story.dateline = matter.text("dateline", "location", "place")
    (story.section, story.tags) = subjects
    story.people = matter.entry("people", "persons", "person").map { FrontMatter.people($0.value) } ?? []
    story.places = (words("places", "locations") + whole("location", "place")).uniqued
    story.organisations =
      (words("organisations", "organizations", "orgs", "companies")
      + whole("organisation", "organization", "org"))
      .uniqued
    story.url = address
    story.published = published(language: story.language, fault: fault)
    let updated = matter.entry(
      "updated", "lastmod", "modified", "last_modified_at", "last_updated", "date_modified")
    story.updated = updated.flatMap { moment($0, language: story.language, fault: fault) }
    story.slugs = slugs
    if let own = matter.text("guid", "id", "uuid") ?? canonical {
      story.identifier = own
      story.id = StoryID(identifier: own)
    }
  }

  /// The title in the front matter; sites put it into their pages unchanged, including character references.
  var title: String? { matter.text("title", "headline").map(CharacterReferences.decoded) }

  private var standfirst: String? {
    let text = matter.text(
      "standfirst", "deck", "dek", "subtitle", "lede", "description", "summary", "excerpt", "subheadline",
      "abstract")
    return text.map {
      MarkdownBody.read(Array($0.utf8), options: .init()).blocks.map(\.text).joined(separator: " ")
    }
    .flatMap { $0.isEmpty ? nil : $0.squeezed }
  }

  private var bylines: [String] {
    guard let entry = matter.entry("authors", "author", "byline", "bylines", "by", "creator") else {
      return []
    }
    return FrontMatter.people(entry.value)
  }

  /// The section, and the other subjects.
  private var subjects: (section: String?, tags: [String]) {
    let categories = words("categories", isListOfWords: true)
    let section =
      matter.text("section", "category", "desk") ?? words("category", "section").first ?? categories.first
    var tags: [String] = []
    for name in ["tags", "topics", "keywords", "tag", "topic", "subjects"] {
      tags += words(name, isListOfWords: name == "tags")
    }
    return (section, (tags + categories).uniqued)
  }

  /// The words of a list, or of a text with commas; Jekyll's `tags` and `categories` may also be separated by
  /// spaces.
  private func words(_ names: String..., isListOfWords: Bool = false) -> [String] {
    for name in names {
      guard let value = matter.entry(name)?.value else { continue }
      switch value {
      case .list(let values):
        return values.compactMap { value in
          if case .table(let table) = value { return (table["name"] ?? table["title"])?.value.text }
          return value.text
        }
      case .text(let text):
        let separator: Character = text.contains(",") ? "," : isListOfWords ? " " : "\n"
        return text.split(separator: separator).map { String($0).squeezed }.filter { !$0.isEmpty }
      case .table(let table):
        return table.keys.sorted()
      }
    }
    return []
  }

  /// A name that may have commas, such as "Aarhus, Denmark"; or the words of a list.
  private func whole(_ names: String...) -> [String] {
    for name in names {
      guard let value = matter.entry(name)?.value else { continue }
      if case .table(let table) = value {
        return (table["name"] ?? table["title"])?.value.text.map { [$0] } ?? []
      }
      return value.texts.isEmpty ? words(name) : value.texts
    }
    return []
  }

  private var canonical: String? {
    matter.text("canonical_url", "canonical").flatMap { MarkdownTarget.isAbsolute($0) ? $0 : nil }
  }

  private var address: String? {
    canonical ?? matter.text("url", "link").flatMap { MarkdownTarget.isAbsolute($0) ? $0 : nil }
  }

  private func published(language: String?, fault: (Int?, String) -> Void) -> Timestamp? {
    let entry = matter.entry(
      "date", "published", "pubdate", "publish_date", "published_at", "date_published", "published_date",
      "publishdate", "pub_date", "created", "created_at", "date_created")
    if let entry, entry.value.text.map({ ["true", "false"].contains($0.lowercased()) }) != true {
      if let found = moment(entry, language: language, fault: fault) { return found }
    }
    return matter.text("path", "permalink").flatMap { DateReading.inPath($0) }
      ?? path.date
  }

  private func moment(
    _ entry: FrontMatter.Entry, language: String?, fault: (Int?, String) -> Void
  ) -> Timestamp? {
    let text = entry.value.text ?? ""
    if let found = DateReading.read(text) { return found }
    fault(
      entry.line,
      text.isEmpty
        ? "the date is not a single value"
        : "“\(text.prefix(60))” is not a date, or could mean two different days")
    return nil
  }

  /// The language in the front matter, else in the path; nil if neither has one.
  private var language: String? {
    matter.text("language", "lang", "locale").flatMap { LanguageTag.normal($0) } ?? path.language
  }

  private var slugs: [String] {
    var slugs: [String] = []
    if let slug = matter.text("slug") { slugs.append(slug) }
    for name in ["permalink", "path", "url", "aliases", "alias", "redirect_from"] {
      for text in matter.entry(name)?.value.texts.prefix(50) ?? [] where !MarkdownTarget.isAbsolute(text) {
        slugs.append(MarkdownTarget.trimmedPath(text))
      }
    }
    slugs.append(path.slug)
    return slugs.filter { slug in
      // `/:year/:title` is a pattern; "Harbour: a plan" is a name.
      !slug.contains("{") && !slug.hasPrefix(":") && !slug.contains("/:")
    }
  }
}
