internal import Stories

/// Turns lines like "READ MORE: another headline" in a body into references.
enum LabelledLines {
  /// Words that announce another story, in lower case.
  private static let labels: Set<String> = [
    "read more", "read also", "also read", "read next", "read on", "see also", "more", "related",
    "related story",
    "related stories", "related article", "related articles", "more on this", "more on this story",
    "further reading",
    "background", "don't miss", "don’t miss",
    "læs også", "læs mere", "læs videre", "se også", "mere om", "relateret",
    "läs också", "läs mer", "läs även", "läs vidare", "se också", "se även",
    "les også", "les mer", "les meir", "les óg", "les videre",
    "lesen sie auch", "mehr zum thema", "mehr dazu", "siehe auch", "weiterlesen", "auch interessant",
    "lue myös", "lue lisää", "lees ook", "lees meer", "lees verder", "meer over dit onderwerp", "gerelateerd",
    "lire aussi", "à lire aussi", "lire la suite", "à lire également", "sur le même sujet", "voir aussi",
    "lee también", "leer también", "lea también", "leer más", "más información", "te puede interesar",
    "ver también",
    "relaterade artiklar", "relaterede artikler", "relaterte saker", "mer om", "verwandte artikel",
    "mehr lesen",
    "lesen sie mehr", "lesa meira",
  ]
  /// Labels that are also common in prose, and so count only before a link.
  private static let needLink: Set<String> = [
    "more", "background", "related", "mere om", "mer om", "read on",
  ]
  private static let longestHeadline = 200

  /// Whether a text is only a label; labels that are common in prose don't count.
  static func isLabel(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let word = text.lowercased()
    return labels.contains(word) && (!needLink.contains(word) || word == "related")
  }

  /// The body without its labelled lines, and all references in reading order.
  static func take(from blocks: [Block], references: [Reference]) -> (
    blocks: [Block], references: [Reference]
  ) {
    var kept: [Block] = []
    var references = references
    /// Headlines to insert, each before the reference at that index.
    var headlines: [(before: Int, reference: Reference)] = []
    var seen = 0
    for block in blocks {
      defer { seen = max(seen, (block.lastReference ?? -1) + 1) }
      guard case .paragraph(let inlines) = block.kind, let (label, rest) = split(inlines) else {
        kept.append(block)
        continue
      }
      let links = linked(rest)
      if let links {
        for link in links {
          references[link].label = label
          references[link].position = kept.count
        }
      } else if rest.allSatisfy({ $0.reference == nil && !$0.marks.contains(.note) }),
        let headline = headline(rest.text), !needLink.contains(label.lowercased())
      {
        let reference = Reference(
          kind: .story, text: headline, target: headline, naming: .headline, label: label,
          position: kept.count)
        headlines.append((seen, reference))
      } else {
        kept.append(block)
      }
    }
    if headlines.isEmpty { return (kept, references) }
    var all: [Reference] = []
    var places: [Int] = []
    var next = 0
    for index in 0...references.count {
      while next < headlines.count, headlines[next].before <= index {
        all.append(headlines[next].reference)
        next += 1
      }
      if index < references.count {
        places.append(all.count)
        all.append(references[index])
      }
    }
    return (kept.map { $0.renumbered(places) }, all)
  }

  /// The label at the start of a paragraph as written, and what follows its separator.
  private static func split(_ inlines: [Inline]) -> (label: String, rest: [Inline])? {
    guard mayBeLabelled(inlines) else { return nil }
    let text = inlines.text
    guard text.utf8.count < 2000 else { return nil }
    let start = text.prefix(40)
    guard let mark = start.unicodeScalars.firstIndex(where: isMark) ?? linkStart(inlines, start) else {
      return nil
    }
    let label = String(text[..<mark]).squeezed
    guard labels.contains(label.lowercased()) else { return nil }
    var toDrop = text.distance(from: text.startIndex, to: mark)
    if mark < start.endIndex, isMark(text.unicodeScalars[mark]) { toDrop += 1 }
    var rest: [Inline] = []
    for inline in inlines {
      let dropped = inline.text.dropFirst(toDrop)
      toDrop = max(0, toDrop - inline.text.count)
      if !dropped.isEmpty {
        rest.append(Inline(String(dropped), marks: inline.marks, reference: inline.reference))
      }
    }
    rest = rest.trimmed
    return rest.isEmpty ? nil : (label, rest)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { ":：–—→»>".unicodeScalars.contains(scalar) }

  /// Whether there may be a separator near the beginning, which rules out most paragraphs.
  private static func mayBeLabelled(_ inlines: [Inline]) -> Bool {
    if inlines.count > 1, inlines[0].marks.contains(.strong) { return true }
    var left = 80
    for inline in inlines where left > 0 {
      for byte in inline.text.utf8.prefix(left) where [0x3A, 0x3E, 0xC2, 0xE2, 0xEF].contains(byte) {
        return true
      }
      left -= inline.text.utf8.count
    }
    return false
  }

  /// Where the first link begins, for a bold label without a separator.
  private static func linkStart(_ inlines: [Inline], _ start: Substring) -> Substring.Index? {
    guard let first = inlines.first, first.reference == nil, first.marks.contains(.strong) else { return nil }
    return start.index(start.startIndex, offsetBy: first.text.count, limitedBy: start.endIndex)
  }

  /// The links of a text that contains only links and separators.
  private static func linked(_ inlines: [Inline]) -> [Int]? {
    var links: [Int] = []
    for inline in inlines {
      if let link = inline.reference {
        if links.last != link { links.append(link) }
      } else if !inline.text.allSatisfy({ $0.isWhitespace || ",;|·/.&»→".contains($0) }) {
        return nil
      }
    }
    return links.isEmpty ? nil : links
  }

  /// A headline: one line, short, and not a sentence.
  private static func headline(_ text: String) -> String? {
    let words = text.squeezed
    guard !words.isEmpty, words.utf8.count <= longestHeadline, !text.contains("\n"), words.last != "." else {
      return nil
    }
    return words
  }
}

extension Block {
  /// The highest reference in the block's words.
  fileprivate var lastReference: Int? { allInlines.compactMap(\.reference).max() }
}
