internal import Stories
internal import Words

/// What a file's path says about its story.
struct MarkdownPath {
  /// The folder's parts.
  let folders: [Substring]
  /// The file name without extension, language and date; the folder's name for an index page.
  let slug: String
  /// The language in the name or a folder.
  let language: String?

  /// The date in the file name, perhaps without leading zeros: `2017-2-5-harbour`.
  let date: Timestamp?

  init(_ source: Source) {
    date = Self.date(in: source.stem)
    folders = source.path.split(separator: "/").dropLast().map { $0 }
    var stem = source.stem
    var language: String?
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex {
      let ending = stem[stem.index(after: dot)...]
      if let tag = LanguageTag.normal(ending), Self.isKnown(tag) {
        (language, stem) = (tag, stem[..<dot])
      }
    }
    self.language =
      language
      ?? folders.lazy.compactMap { folder in
        LanguageTag.normal(folder).flatMap { Self.isKnown($0) && !Self.englishWords.contains($0) ? $0 : nil }
      }.first
    let isIndex = stem == "index" || stem == "_index"
    slug = isIndex ? folders.last.map { Self.withoutDate($0) } ?? String(stem) : Self.withoutDate(stem)
  }

  /// The slug as words: "Harbour plan" for "harbour-plan".
  var readable: String {
    let words = slug.split { $0 == "-" || $0 == "_" || $0.isWhitespace }.joined(separator: " ")
    return words.isEmpty ? slug : words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func date(in name: Substring) -> Timestamp? {
    if let date = DateReading.inFileName(String(name)) { return date }
    let parts = name.split(maxSplits: 3, omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard parts.count > 2, parts[0].utf8.count == 4,
      parts.prefix(3).allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return Timestamp(year: year, month: month, day: day, precision: .day)
  }

  /// The name without a date such as `2016-03-29-` before it.
  static func withoutDate(_ name: Substring) -> String {
    var rest = name[...]
    for (count, isLast) in [(4, false), (2, false), (2, true)] {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard digits.count == count || (count == 2 && digits.count == 1) else { return String(name) }
      rest = rest.dropFirst(digits.count)
      guard let mark = rest.first, mark == "-" || mark == "_" || (isLast && mark == " ") else {
        return String(name)
      }
      rest = rest.dropFirst()
    }
    return rest.isEmpty ? String(name) : String(rest)
  }

  private static func isKnown(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-")
    return parts.first.map { languages.contains(String($0)) } == true
      && parts.dropFirst().allSatisfy { $0.count == 2 || $0.count == 4 || $0.allSatisfy(\.isNumber) }
  }

  /// Languages with two-letter codes (ISO 639-1).
  private static let languages = Set(
    """
    aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy ia id ig ik is it iu ja jv ka kg ki
    kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl
    nn no nr nv ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Codes that are English words, and so more likely folder names.
  private static let englishWords: Set<String> = ["am", "as", "my", "or", "so", "to", "om", "in"]
}
