internal import ContentLibrary
internal import Messages
internal import Stories
internal import StoryFormats

/// The stories of a period, by desk, source or author, with the longest and the most linked of them.
struct Digest {
  /// How the stories are grouped.
  enum Grouping: String, CaseIterable, Sendable {
    case desk, source, author

    /// The heading above stories that have none.
    var lack: Phrase {
      switch self {
      case .desk: "Without desk"
      case .source: "Without source"
      case .author: "Without author"
      }
    }
  }

  /// The stories of a desk, a source or an author, newest first.
  struct Group {
    var name: String
    var rows: [Row]
  }

  /// One story; its versions are folded.
  struct Row {
    var listing: Listing
    var url: String?
    /// How many stories of the library link to it.
    var links = 0
  }

  /// What it is called.
  var title: String
  /// The language of what is not the stories' own.
  let catalogue: Catalogue
  /// "since 28 Nov 2026, 09:00".
  var period: String
  /// Every story.
  var count: Int
  /// How many of them are shown.
  var shown: Int { groups.reduce(0) { $0 + $1.rows.count } }
  var groups: [Group]
  var longest: [Row]
  var mostLinked: [Row]

  /// The most stories that are told, and the most in each of the two lists at the end.
  static let (most, best) = (500, 3)

  /// Makes the digest of stories, which are newest first and of which the most are told.
  init(
    _ listings: [Listing], count: Int, period: Phrase, by grouping: Grouping, in library: Library,
    _ catalogue: Catalogue
  ) throws {
    title = library.name
    (self.period, self.count, self.catalogue) = (catalogue(period), count, catalogue)
    var rows: [(name: String, row: Row)] = []
    for listing in listings.prefix(Self.most) {
      guard let opened = try? library.open(listing.id) else { continue }
      let story = opened.story
      let name: String? =
        switch grouping {
        case .desk: listing.section
        case .source:
          story.wire.provider ?? listing.path.split(separator: "/").dropLast().first.map(String.init)
        case .author: story.bylines.first
        }
      let links = opened.related.count { $0.reason == .linksHere }
      rows.append((name ?? "", Row(listing: listing, url: story.url, links: links)))
    }
    groups = Dictionary(grouping: rows, by: \.name).map { Group(name: $0, rows: $1.map(\.row)) }
      .sorted { one, other in
        if one.name.isEmpty != other.name.isEmpty { return other.name.isEmpty }
        return (other.rows.count, one.name) < (one.rows.count, other.name)
      }
    for index in groups.indices where groups[index].name.isEmpty {
      groups[index].name = catalogue(grouping.lack)
    }
    let all = rows.map(\.row)
    longest = Array(
      all.filter { $0.listing.words > 0 }.sorted { $0.listing.words > $1.listing.words }.prefix(Self.best))
    mostLinked = Array(all.filter { $0.links > 0 }.sorted { $0.links > $1.links }.prefix(Self.best))
    if all.count <= Self.best { longest = [] }
  }

  // MARK: Words

  /// "24 stories since …".
  var summary: String {
    guard count > shown else { return countAndPeriod + "." }
    return catalogue("\(countAndPeriod); the newest \(.number(shown)) are listed.")
  }

  /// "24 stories since …".
  var countAndPeriod: String { "\(catalogue(.counted(count, "story", "stories"))) \(period)" }

  /// The lists at the end, those that have any.
  var lists: [(title: String, rows: [(row: Row, fact: String)])] {
    [
      (
        catalogue["The longest"],
        longest.map { ($0, catalogue(.counted($0.listing.words, "word", "words"))) }
      ),
      (
        catalogue["The most linked"],
        mostLinked.map { ($0, catalogue(.counted($0.links, "link", "links"))) }
      ),
    ].filter { !$0.1.isEmpty }
  }
}

extension Digest.Row {
  var headline: String { (listing.headline.isEmpty ? listing.path : listing.headline).squeezed }

  /// "29 Mar 2016, 320 words, 3 versions".
  func facts(_ catalogue: Catalogue) -> String {
    [
      listing.time.map { String($0.iso8601.prefix(10)) }, catalogue(.counted(listing.words, "word", "words")),
      listing.versions > 1 ? catalogue(.counted(listing.versions, "version", "versions")) : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// The address, if a page or a mail may link to it.
  var link: String? {
    url.flatMap { url in
      let lower = url.lowercased()
      let isOfWeb = lower.hasPrefix("https://") || lower.hasPrefix("http://")
      return isOfWeb && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? url : nil
    }
  }
}

extension Digest {
  /// The digest as plain text in lines of at most 72 columns.
  var text: String {
    var lines = [title, "", summary]
    for group in groups {
      lines += ["", "\(group.name) (\(group.rows.count))", ""]
      for row in group.rows {
        lines += Self.wrapped("* " + row.headline, indent: "  ")
        let teaser = row.listing.teaser.squeezed
        if !teaser.isEmpty { lines += Self.wrapped("  " + teaser, indent: "  ") }
        lines.append("  \(row.facts(catalogue))" + (row.link.map { "\n  \($0)" } ?? ""))
      }
    }
    for list in lists {
      lines += ["", list.title, ""]
      lines += list.rows.flatMap { Self.wrapped("* \($0.row.headline) (\($0.fact))", indent: "  ") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    for word in text.split(separator: " ") {
      if !line.allSatisfy({ $0 == " " }), line.count + word.count + 1 > 72 {
        lines.append(line)
        line = indent + word
      } else {
        line += (line.allSatisfy { $0 == " " } ? "" : " ") + word
      }
    }
    return lines + [line]
  }

  /// The digest in Markdown.
  var markdown: String {
    func linked(_ row: Row) -> String {
      row.link.map { "[\(Writers.markdown(row.headline))](<\($0.filter { !"<>".contains($0) })>)" }
        ?? Writers.markdown(row.headline)
    }
    var text = "# \(Writers.markdown(title))\n\n\(summary)\n"
    for group in groups {
      text += "\n## \(Writers.markdown(group.name)) (\(group.rows.count))\n\n"
      for row in group.rows {
        let teaser = row.listing.teaser.squeezed
        text +=
          "- **\(linked(row))** – \(row.facts(catalogue))\n"
          + (teaser.isEmpty ? "" : "  \(Writers.markdown(teaser))\n")
      }
    }
    for list in lists {
      text += "\n## \(list.title)\n\n" + list.rows.map { "- \(linked($0.row)) – \($0.fact)\n" }.joined()
    }
    return text
  }

  /// The digest as a page, without scripts, styles or pictures.
  var html: String {
    func safe(_ text: String) -> String { Writers.escaped(text) }
    func linked(_ row: Row) -> String {
      row.link.map { "<a href=\"\(safe($0))\">\(safe(row.headline))</a>" } ?? safe(row.headline)
    }
    var body = "<h1>\(safe(title))</h1>\n<p>\(safe(summary))</p>\n"
    for group in groups {
      body += "<h2>\(safe(group.name)) (\(group.rows.count))</h2>\n<ul>\n"
      for row in group.rows {
        let teaser = row.listing.teaser.squeezed
        body += "<li><strong>\(linked(row))</strong><br>\n"
        body += teaser.isEmpty ? "" : "\(safe(teaser))<br>\n"
        body += "<small>\(safe(row.facts(catalogue)))</small></li>\n"
      }
      body += "</ul>\n"
    }
    for list in lists {
      let rows = list.rows.map { "<li>\(linked($0.row)) (\(safe($0.fact)))</li>\n" }.joined()
      body += "<h2>\(safe(list.title))</h2>\n<ul>\n\(rows)</ul>\n"
    }
    return
      "<!DOCTYPE html>\n<html lang=\"\(catalogue.language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n"
      + "<title>\(safe(title))</title>\n</head>\n"
      + "<body>\n\(body)</body>\n</html>\n"
  }
}
