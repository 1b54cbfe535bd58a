internal import Stories
internal import StoryFormats

/// The stories of clippings as entries of a bibliography.
struct Citations {
  /// One story with its clippings.
  struct Entry {
    var source: ClipSource
    var clips: [Clip]
  }

  let entries: [Entry]

  /// Sorts clippings by story, in the order of the first ones.
  init(_ clippings: [Clipping]) {
    var places: [StoryID: Int] = [:]
    var entries: [Entry] = []
    for clipping in clippings {
      if let place = places[clipping.source.id] {
        entries[place].clips.append(clipping.clip)
      } else {
        places[clipping.source.id] = entries.count
        entries.append(Entry(source: clipping.source, clips: [clipping.clip]))
      }
    }
    self.entries = entries
  }

  /// Keys such as `berg2016ferry`, each once.
  private var keys: [String] {
    var seen: [String: Int] = [:]
    return entries.map { entry in
      func letters(_ text: String?) -> String {
        let plain = (text ?? "").lowercased().unicodeScalars.filter {
          $0.isASCII && $0.properties.isAlphabetic
        }
        return String(String.UnicodeScalarView(plain))
      }
      let name = letters(
        entry.source.authors.first.flatMap { $0.split(separator: " ").last.map { String($0) } })
      let longest = entry.source.headline.split(separator: " ").max { $0.count < $1.count }
      let word = letters(longest.map { String($0) })
      let year = (entry.source.published ?? "").prefix(4).filter(\.isNumber)
      let key = (name.isEmpty ? "story" : name) + year + word.prefix(12)
      seen[key, default: 0] += 1
      let number = seen[key] ?? 1
      return number == 1 ? key : "\(key)-\(number)"
    }
  }

  // MARK: BibTeX

  /// The entries in BibTeX, as biber and bibtexparser read them.
  var bibTeX: String {
    zip(entries, keys).map { entry, key in
      let source = entry.source
      var fields: [(String, String)] = [("title", "{\(Self.tex(source.headline))}")]
      if !source.authors.isEmpty {
        fields.append(("author", source.authors.map(Self.author).joined(separator: " and ")))
      }
      if let name = source.source { fields.append(("journal", Self.tex(name))) }
      if let date = source.published.map({ String($0.prefix(10)) }), !date.isEmpty {
        fields.append(("date", date))
        fields.append(("year", String(date.prefix(4))))
      }
      if let version = source.version { fields.append(("version", "\(version)")) }
      if let url = source.url { fields.append(("url", Self.address(url))) }
      let kept = entry.clips.compactMap(\.kept).max()
      if let kept { fields.append(("urldate", String(Timestamp(seconds: kept).iso8601.prefix(10)))) }
      fields.append(("annotation", Self.tex(entry.words)))
      let lines = fields.map { "  \($0.0) = {\($0.1)}" }
      return "@article{\(key),\n" + lines.joined(separator: ",\n") + "\n}\n"
    }
    .joined(separator: "\n")
  }

  /// Text for TeX: its signs are written as commands, and braces match.
  static func tex(_ text: String) -> String {
    let commands: [Character: String] = [
      "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "#": "\\#", "$": "\\$", "%": "\\%", "&": "\\&",
      "_": "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
    ]
    return text.squeezed.map { commands[$0] ?? String($0) }.joined()
  }

  /// A name: in braces if BibTeX would part it in the wrong place.
  private static func author(_ name: String) -> String {
    let words = name.split(separator: " ")
    let isPlain =
      (2...4).contains(words.count) && !name.contains(where: { ",{}\\".contains($0) })
      && words.allSatisfy { $0.first?.isUppercase == true && $0.lowercased() != "and" }
    return isPlain ? tex(name) : "{\(tex(name))}"
  }

  /// An address: its signs stay, but braces must match.
  private static func address(_ url: String) -> String {
    let escapes: [Character: String] = ["{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"]
    return url.map { escapes[$0] ?? String($0) }.joined()
  }

  // MARK: CSL

  /// The entries in the JSON of the Citation Style Language 1.0.2.
  var csl: JSON {
    .array(
      zip(entries, keys).map { entry, key in
        let source = entry.source
        var members: [(String, JSON)] = [
          ("id", .string(key)), ("type", .string("article-newspaper")), ("title", .string(source.headline)),
        ]
        if !source.authors.isEmpty {
          members.append(("author", .array(source.authors.map { .object([("literal", .string($0))]) })))
        }
        if let name = source.source { members.append(("container-title", .string(name))) }
        if let date = Self.date(source.published) { members.append(("issued", date)) }
        if let version = source.version { members.append(("version", .string("\(version)"))) }
        if let url = source.url { members.append(("URL", .string(url))) }
        let kept = entry.clips.compactMap(\.kept).max()
        if let date = Self.date(kept.map { Timestamp(seconds: $0).iso8601 }) {
          members.append(("accessed", date))
        }
        members.append(("note", .string(entry.words)))
        return .object(members)
      })
  }

  private static func date(_ text: String?) -> JSON? {
    let parts = text?.prefix(10).split(separator: "-").compactMap { Int($0) } ?? []
    return parts.isEmpty ? nil : .object([("date-parts", .array([.array(parts.map { .number($0) })]))])
  }
}

extension Citations.Entry {
  /// The clips with their notes, as one text.
  fileprivate var words: String {
    clips.map { clip in
      let (words, note) = (clip.words.squeezed, clip.note.squeezed)
      return "“\(words)”" + (note.isEmpty ? "" : " \(note)")
    }
    .joined(separator: " ")
  }
}
