internal import Stories

/// Reads the members of a JSON Feed (jsonfeed.org/version/1.1); members of a wrong type count as missing.
enum JSONFeedFields {
  static func info(of feed: JSONValue) -> FeedInfo {
    var info = FeedInfo()
    info.title = headline(feed["title"])
    info.home = feed["home_page_url"]?.string
    info.address = feed["feed_url"]?.string
    info.language = feed["language"]?.string
    info.authors = authors(of: feed)
    return info
  }

  static func entry(of item: JSONValue, home: WebAddress?) -> FeedEntry {
    var entry = FeedEntry()
    guard case .object(let members) = item, !members.isEmpty else {
      entry.isEmpty = true
      return entry
    }
    let address = item["url"]?.string.map { FeedBase.absolute($0, home) }
    let base = FeedBase.resolved(address, home)
    entry.guid = item["id"]?.text ?? item["id"]?.fraction
    entry.link = address
    if let guid = entry.guid, entry.link == nil, WebAddress(guid) != nil { entry.link = guid }
    entry.title = item["title"]?.text.map { FeedText(value: $0, kind: .plain) }
    entry.content =
      item["content_html"]?.string.map { FeedText(value: $0, kind: .html, base: base) }
      ?? item["content_text"]?.string.map { FeedText(value: $0, kind: .plain, base: base) }
    entry.summary = item["summary"]?.string.map { FeedText(value: $0, kind: .plain, base: base) }
    entry.published = date(item["date_published"])
    entry.updated = date(item["date_modified"])
    entry.authors = authors(of: item)
    entry.language = item["language"]?.string
    entry.categories = tags(item["tags"])
    entry.media = media(of: item, base: base)
    if let external = item["external_url"]?.string {
      // A link blog's item is about that page, which serves as its own if it has none.
      let target = FeedBase.absolute(external, home)
      if entry.link == nil { entry.link = target }
      entry.related.append(FeedEntry.Related(address: target, label: "Related"))
    }
    return entry
  }

  private static func headline(_ value: JSONValue?) -> String? {
    let text = value?.text.map { FeedText(value: $0, kind: .plain).headline } ?? ""
    return text.isEmpty ? nil : text
  }

  private static func date(_ value: JSONValue?) -> FeedEntry.WrittenDate? {
    value?.string.map { FeedEntry.WrittenDate(text: $0) }
  }

  /// The names in "authors", or in "author" as in 1.0; also names without an object around them.
  private static func authors(of value: JSONValue) -> [String] {
    let people = (value["authors"]?.list ?? []) + (value["author"]?.list ?? [])
    var names: [String] = []
    for person in people.prefix(FeedPeople.maximum) {
      for name in FeedPeople.names(in: person["name"]?.string ?? person.string ?? "")
      where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// A list of tags, or one text with commas.
  private static func tags(_ value: JSONValue?) -> [String] {
    if case .string(let text)? = value {
      return text.split(separator: ",").map { MarkupTree.collapsed($0) }
    }
    return (value?.list ?? []).compactMap { headline($0) ?? headline($0["name"]) }
  }

  private static func media(of item: JSONValue, base: WebAddress?) -> [FeedMedia] {
    var found: [FeedMedia] = []
    for attachment in item["attachments"]?.list.prefix(FeedMedia.maximum) ?? [] {
      guard let address = attachment["url"]?.string else { continue }
      var media = FeedMedia(address: FeedBase.absolute(address, base), type: attachment["mime_type"]?.string)
      media.title = headline(attachment["title"])
      media.duration = attachment["duration_in_seconds"]?.text.flatMap(FeedMedia.duration)
      found.append(media)
    }
    for name in ["image", "banner_image"] {
      guard let address = item[name]?.string else { continue }
      var media = FeedMedia(address: FeedBase.absolute(address, base), type: "image/*")
      media.isThumbnail = true
      found.append(media)
    }
    return found
  }
}

extension JSONValue {
  /// A string that isn't blank; a number in its place means something else.
  fileprivate var string: String? {
    if case .string = self { text } else { nil }
  }

  /// A fractional number as Swift writes it, since identifiers may be any number.
  fileprivate var fraction: String? {
    if case .number(let number) = self { "\(number)" } else { nil }
  }
}
