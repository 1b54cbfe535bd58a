/// `Key: value` lines at the top of a file, as some savers write them.
struct TextHeader {
  enum Field: String {
    case title, standfirst, author, date, updated, section, tags, url, language, identifier, dateline
  }

  private(set) var fields: [Field: (value: String, line: Int)] = [:]

  var isEmpty: Bool { fields.isEmpty }

  subscript(field: Field) -> String? { fields[field]?.value }

  /// The line a field stands on.
  func line(of field: Field) -> Int? { fields[field]?.line }

  private static let names: [String: Field] = [
    "title": .title, "headline": .title, "titel": .title, "tittel": .title, "rubrik": .title,
    "overskrift": .title,
    "standfirst": .standfirst, "subtitle": .standfirst, "deck": .standfirst, "summary": .standfirst,
    "description": .standfirst, "author": .author, "authors": .author, "byline": .author,
    "forfatter": .author,
    "författare": .author, "date": .date, "published": .date, "publication date": .date, "dato": .date,
    "datum": .date,
    "updated": .updated, "modified": .updated, "section": .section, "desk": .section, "category": .section,
    "tags": .tags, "keywords": .tags, "url": .url, "source": .url, "link": .url, "language": .language,
    "lang": .language,
    "id": .identifier, "guid": .identifier, "dateline": .dateline,
  ]

  /// Takes a header off the lines: at least two known keys, a line each, from the first line on.
  static func take(from lines: [TextLine]) -> (TextHeader, [TextLine]) {
    var header = TextHeader()
    let start = lines.firstIndex { !$0.isBlank } ?? 0
    var index = start
    while index < lines.count, !lines[index].isBlank {
      guard let colon = lines[index].text.firstIndex(of: ":"),
        let field = names[lines[index].text[..<colon].lowercased()]
      else { break }
      let value = lines[index].text[lines[index].text.index(after: colon)...].trimmingBlanks
      if header.fields[field] == nil, !value.isEmpty { header.fields[field] = (value, lines[index].number) }
      index += 1
    }
    let isHeader = index - start >= 2 && (index == lines.count || lines[index].isBlank)
    return isHeader ? (header, Array(lines[index...])) : (TextHeader(), lines)
  }
}
