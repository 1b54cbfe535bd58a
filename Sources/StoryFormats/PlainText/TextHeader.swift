/// `Key: value` lines at the top of a file, as some programs save them.
struct TextHeader {
  enum Field: String {
    case title, standfirst, author, date, updated, section, tags, url, language, identifier, dateline
  }

  private(set) var fields: [Field: (value: String, line: Int)] = [:]

  /// Header lines with unknown keys, unchanged.
  private(set) var others: [String] = []

  var isEmpty: Bool { fields.isEmpty }

  subscript(field: Field) -> String? { fields[field]?.value }

  /// The line of a field.
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

  /// Takes the header off the lines: from the first line to a blank one, each with a key and a value, at
  /// least two keys known.
  static func take(from lines: [TextLine]) -> (TextHeader, [TextLine]) {
    var header = TextHeader()
    let start = lines.firstIndex { !$0.isBlank } ?? 0
    var index = start
    var known = 0
    while index < lines.count, !lines[index].isBlank {
      let line = lines[index].text
      guard index - start < 60, let colon = line.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":")) else {
        return (TextHeader(), lines)
      }
      let value = line[line.index(after: colon)...].trimmingBlanks
      if let field = names[line[..<colon].trimmingBlanks.lowercased()] {
        known += 1
        if header.fields[field] == nil, !value.isEmpty { header.fields[field] = (value, lines[index].number) }
      } else if index > start, isKey(line[..<colon]), value != line {
        header.others.append(line)
      } else {
        return (TextHeader(), lines)
      }
      index += 1
    }
    return known >= 2 ? (header, Array(lines[index...])) : (TextHeader(), lines)
  }

  /// Whether words before a colon can be a key: one to three words of letters.
  private static func isKey(_ text: Substring) -> Bool {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "_" })
    return (1...3).contains(words.count) && words.allSatisfy { $0.allSatisfy(\.isLetter) }
  }
}
