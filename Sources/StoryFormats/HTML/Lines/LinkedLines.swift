internal import Stories

/// Turns linked headlines between a page's paragraphs into references.
///
/// "SEE MORE: …", "… [VIDEO]", "Also on …", or a bare headline: a line that is a link leads away, a link in a
/// sentence stays.
enum LinkedLines {
  /// Words that announce another story, in lower case, without what follows "on", "from" or "in".
  private static let announcing: Set<String> = [
    "see more", "see", "see also", "watch", "watch also", "watch more", "watch now", "listen", "listen to",
    "read",
    "read more", "read also", "also read", "also", "more", "related", "video", "videos", "photos", "photo",
    "gallery",
    "pictures", "slideshow", "podcast", "audio", "opinion", "analysis", "explainer", "explained", "column",
    "commentary", "editorial", "feature", "interview", "live", "live updates", "live blog", "poll", "quiz",
    "map",
    "graphic", "timeline", "fact check", "exclusive", "review", "background", "previously", "earlier", "next",
    "don't miss", "don’t miss", "must read", "must watch", "recommended", "top story", "further reading",
    "click here",
    "læs", "læs også", "se", "se også", "hør", "video her", "læs mere", "baggrund", "analyse", "läs",
    "läs också",
    "läs mer", "se också", "lyssna", "bakgrund", "analys", "ledare", "les", "les også", "sjå også",
    "lesen sie auch",
    "lesen sie mehr", "lesen sie hier", "lesen sie dazu", "mehr dazu", "mehr zum thema", "sehen sie auch",
    "hören sie",
    "hintergrund", "kommentar", "bilder", "fotostrecke", "à lire", "à lire aussi", "lire aussi", "lire",
    "voir",
    "voir aussi", "écouter", "vidéo", "en images", "photos et vidéos", "analyse", "reportage", "lee también",
    "lea también",
    "lea más", "ver también", "vea también", "mira también", "fotos", "vídeo", "análisis", "lees ook",
    "lees verder",
    "kijk ook", "luister", "leggi anche", "guarda anche", "leia também", "leia mais", "veja também",
    "in pictures", "in photos", "on video", "from the archive", "from the archives",
  ]
  private static let joined = [
    "also on ", "more on ", "more from ", "more in ", "from ", "also in ", "read on ",
  ]
  /// Short words beside a headline that tell its kind.
  private static let kinds: Set<String> = [
    "video", "videos", "watch", "photos", "photo", "pictures", "pics", "images", "gallery", "audio", "listen",
    "podcast", "live", "updated", "update", "poll", "quiz", "map", "graphic", "infographic", "exclusive",
    "opinion",
    "slideshow", "read", "more", "here", "plus", "foto", "fotos", "bilder", "billeder", "bild", "vidéo",
    "vídeo", "+",
  ]
  /// The longest line that is a headline, and the longest announcement, in bytes; the fewest words of a bare
  /// headline.
  private static let longest = 320
  private static let longestLabel = 60
  private static let fewestWords = 4

  /// The body without such lines, and the references with their former positions.
  static func take(from blocks: [Block], references: [Reference]) -> (
    blocks: [Block], references: [Reference]
  ) {
    let found = blocks.map { block -> [Line]? in
      guard case .paragraph(let inlines) = block.kind else { return nil }
      return lines(inlines)
    }
    // On a page of links, the links are the text.
    let prose = zip(blocks, found).count(where: { block, lines in
      if lines == nil, case .paragraph = block.kind { true } else { false }
    })
    let bare = found.compactMap { $0 }.count(where: { $0.contains { $0.label == nil } })
    var kept: [Block] = []
    var taken: [(line: Line, position: Int)] = []
    var places: [Int] = []
    for (index, block) in blocks.enumerated() {
      places.append(kept.count)
      if prose > 0, let lines = found[index],
        lines.allSatisfy({ $0.label != nil }) || (bare <= prose && index > 0)
      {
        taken += lines.map { ($0, kept.count) }
      } else {
        kept.append(block)
      }
    }
    places.append(kept.count)
    var references = references
    for index in references.indices {
      if let before = references[index].position, places.indices.contains(before) {
        references[index].position = places[before]
      }
    }
    for (line, position) in taken {
      references[line.reference].label = line.label
      references[line.reference].position = position
      references[line.reference].text = line.words
    }
    return (kept, references)
  }

  private struct Line {
    var reference: Int
    var words: String
    var label: String?
  }

  /// The headlines that a paragraph consists of; nil if it has words of its own.
  private static func lines(_ inlines: [Inline]) -> [Line]? {
    guard inlines.contains(where: { $0.reference != nil }),
      inlines.reduce(0, { $0 + $1.text.utf8.count }) <= longest * 4
    else { return nil }
    var lines: [Line] = []
    for part in inlines.lines {
      guard !MarkupTree.isBlank(part.text) else { continue }
      guard let line = line(part) else { return nil }
      lines.append(line)
    }
    return lines.isEmpty ? nil : lines
  }

  private static func line(_ inlines: [Inline]) -> Line? {
    guard let first = inlines.firstIndex(where: { $0.reference != nil }),
      let last = inlines.lastIndex(where: { $0.reference != nil }), let reference = inlines[first].reference
    else { return nil }
    let middle = inlines[first...last]
    guard middle.allSatisfy({ $0.reference == reference || isSign($0.text) }) else { return nil }
    let words = MarkupTree.collapsed(Array(middle).text)
    guard words.utf8.count <= longest else { return nil }
    let after = MarkupTree.collapsed(Array(inlines[(last + 1)...]).text)
    guard after.isEmpty || isSign(after) || isKind(after) else { return nil }
    let title = after.contains(where: \.isLetter) ? words + " " + after : words
    let before = MarkupTree.collapsed(Array(inlines[..<first]).text)
    if before.isEmpty || isSign(before) || isKind(before) {
      if let (label, rest) = labelled(words) {
        return Line(reference: reference, words: rest, label: label)
      }
      guard words.split(separator: " ").count >= fewestWords, !TextMarks.endsWithStop(words),
        !TextMarks.opensQuotation(words) || !TextMarks.endsSentence(words)
      else { return nil }
      let label = isKind(before) ? signless(before) : nil
      return Line(reference: reference, words: title, label: label)
    }
    guard let label = label(before) ?? named(before, words) else { return nil }
    return Line(reference: reference, words: title, label: label)
  }

  /// "WATCH: The harbour from above", all of it a link.
  private static func labelled(_ words: String) -> (label: String, rest: String)? {
    guard let colon = words.firstIndex(where: { ":|".contains($0) }) else { return nil }
    let label = MarkupTree.collapsed(words[..<colon])
    let rest = MarkupTree.collapsed(words[words.index(after: colon)...])
    guard announcing.contains(label.lowercased()), rest.split(separator: " ").count >= 2 else { return nil }
    return (label, rest)
  }

  /// The words before a link, if they announce it.
  private static func label(_ before: String) -> String? {
    guard before.utf8.count <= longestLabel else { return nil }
    let label = signless(before)
    let lower = label.lowercased()
    if announcing.contains(lower) { return label }
    if joined.contains(where: { lower.hasPrefix($0) }), lower.split(separator: " ").count <= 5 {
      return label
    }
    return nil
  }

  /// "Get alerts:" before a link that fills the rest of the line: the site's own label.
  private static func named(_ before: String, _ words: String) -> String? {
    guard before.last == ":" || before.last == "：", before.utf8.count <= longestLabel,
      before.split(separator: " ").count <= 4, words.split(separator: " ").count >= fewestWords
    else { return nil }
    return signless(before)
  }

  private static func signless(_ text: String) -> String {
    let isSign = { (character: Character) in !character.isLetter && !character.isNumber }
    var text = text[...]
    while let last = text.last, isSign(last) { text = text.dropLast() }
    return String(text.drop(while: isSign))
  }

  private static func isSign(_ text: String) -> Bool {
    text.utf8.count <= 12 && !text.contains { $0.isLetter || $0.isNumber }
  }

  /// "[VIDEO]", "(photos)", "+ video".
  private static func isKind(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let words = text.lowercased().split { !$0.isLetter }
    return !words.isEmpty && words.count <= 3 && words.allSatisfy { kinds.contains(String($0)) }
  }
}
