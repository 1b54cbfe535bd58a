/// The names by which links find the parts of a story: its own names, and those that sites make from
/// headings.
///
/// A heading answers to its anchor on GitHub ("a-part", or "a-part-1" for the second heading with the same
/// words) and to its own words, as wiki links use. Other site generators (kramdown, Pandoc, Goldmark,
/// MediaWiki) differ only in case and punctuation, so names are also compared by letters and digits alone.
public struct PartNames: Hashable, Sendable {
  /// The place of each name as written; a place is any number that the caller chooses, such as a line.
  public private(set) var places: [String: Int] = [:]
  /// The same by letters and digits alone.
  private var near: [String: Int] = [:]
  /// How many headings have used each anchor.
  private var counts: [String: Int] = [:]

  /// The longest name that is compared, in characters.
  private static let longest = 200

  /// Starts without names.
  public init() {}

  /// Adds a name that the story gives a part; if two parts share a name, the first keeps it.
  public mutating func add(name: String, at place: Int) {
    let name = String(name.prefix(Self.longest))
    guard !name.isEmpty else { return }
    if places[name] == nil { places[name] = place }
    note(Self.letters(name), at: place)
  }

  /// Adds a heading by its words.
  public mutating func add(heading words: String, at place: Int) {
    let slug = Self.slug(words)
    if !slug.isEmpty {
      let count = counts[slug, default: 0]
      counts[slug] = count + 1
      var name = count == 0 ? slug : "\(slug)-\(count)"
      // "Part 1" may be the anchor of the second "Part" as well.
      if places[name] != nil, count > 0 { name = "\(slug)-\(count + 1)" }
      if places[name] == nil { places[name] = place }
      note(Self.letters(name), at: place)
    }
    let letters = Self.letters(words)
    note(letters, at: place)
    // kramdown and Pandoc start an anchor at the first letter.
    if letters.first?.isNumber == true { note(String(letters.drop { $0.isNumber }), at: place) }
    // kramdown drops everything that is not ASCII.
    if letters.utf8.contains(where: { $0 >= 0x80 }) { note(letters.filter { $0.isASCII }, at: place) }
  }

  private mutating func note(_ letters: String, at place: Int) {
    if !letters.isEmpty, near[letters] == nil { near[letters] = place }
  }

  /// The place that a link's anchor means, without its "#"; nil if there is no such part.
  public func place(of anchor: String) -> Int? {
    var name = anchor.prefix(Self.longest * 2)
    // Text fragments (`:~:text=`) tell a browser what to search for, and name no part.
    if let directive = name.firstRange(of: ":~:") { name = name[..<directive.lowerBound] }
    if let place = whole(String(name)) { return place }
    if name.hasPrefix("user-content-"), let place = whole(String(name.dropFirst(13))) { return place }
    // A wiki link may include the headings above: `[[Story#Chapter#Part]]`.
    if let last = name.lastIndex(of: "#"), let place = whole(String(name[name.index(after: last)...])) {
      return place
    }
    // An empty anchor means the top of the page (HTML Living Standard, section 7.4.6.4).
    return name.isEmpty || name.lowercased() == "top" ? 0 : nil
  }

  private func whole(_ name: String) -> Int? {
    places[name] ?? places[name.lowercased()] ?? near[Self.letters(name)]
  }

  /// Limits every place to `last`, since numbers may have grown while parts were added.
  public mutating func bound(to last: Int) {
    places = places.mapValues { min($0, last) }
    near = near.mapValues { min($0, last) }
  }

  /// A heading's anchor on GitHub: lower case, "-" for each space, no other punctuation.
  static func slug(_ text: String) -> String {
    if text.utf8.count <= longest, let slug = asciiSlug(text) { return slug }
    var slug = String.UnicodeScalarView()
    for scalar in trimmed(text).prefix(longest) {
      if isLetter(scalar) || scalar == "_" || scalar == "-" {
        slug.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else if scalar == " " {
        slug.append("-")
      }
    }
    return String(slug)
  }

  /// The anchor of a heading in ASCII, which most are; nil for any other.
  private static func asciiSlug(_ text: String) -> String? {
    var slug: [UInt8] = []
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x80 else { return nil }
      if let letter = lowercase(byte) {
        slug.append(letter)
      } else if byte == 0x5F || byte == 0x2D || byte == 0x20 {
        slug.append(byte == 0x20 ? 0x2D : byte)
      }
    }
    // Spaces at the ends are none of its words.
    guard text.utf8.first != 0x20, text.utf8.last != 0x20 else { return nil }
    return String(decoding: slug, as: UTF8.self)
  }

  /// An ASCII letter in lower case, or a digit; nil for any other byte.
  private static func lowercase(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: byte
    case 0x41...0x5A: byte + 0x20
    default: nil
    }
  }

  /// The letters and digits, in lower case.
  private static func letters(_ text: String) -> String {
    if text.utf8.count <= longest * 2, text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: text.utf8.compactMap(lowercase), as: UTF8.self)
    }
    var letters = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longest * 2) where isLetter(scalar) {
      letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return String(letters)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func trimmed(_ text: String) -> Substring.UnicodeScalarView {
    var rest = text.unicodeScalars[...]
    while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

extension Story {
  /// The names of the story's parts.
  ///
  /// Each name leads to the body block in which the part begins; notes come after all blocks.
  public var partNames: PartNames {
    var names = PartNames()
    for (index, block) in body.enumerated() { names.add(block, at: index) }
    for note in notes { names.add(note: note.label, at: body.count) }
    names.add(headline: headline, at: 0)
    return names
  }

  /// The blocks of a part: a heading with what is under it, or the single block of that name.
  ///
  /// Empty if there is no such part.
  public func blocks(ofPart anchor: String) -> [Block] {
    guard let start = partNames.place(of: anchor), body.indices.contains(start) else { return [] }
    guard case .heading(let level, _) = body[start].kind else { return [body[start]] }
    let end = body[(start + 1)...].firstIndex { block in
      if case .heading(let other, _) = block.kind { other <= level } else { false }
    }
    return Array(body[start..<(end ?? body.endIndex)])
  }

  /// Whether the story has the part that `anchor` names.
  public func hasPart(_ anchor: String) -> Bool { partNames.place(of: anchor) != nil }
}

extension PartNames {
  /// Adds the names of a block and of the blocks inside it.
  mutating func add(_ block: Block, at place: Int) {
    var waiting = [block]
    while let block = waiting.popLast() {
      for name in block.anchors ?? [] { add(name: name, at: place) }
      switch block.kind {
      case .heading(_, let words): add(heading: words.text, at: place)
      case .quote(let blocks, _): waiting += blocks.reversed()
      case .list(_, let items): waiting += items.reversed().flatMap { $0.blocks.reversed() }
      case .paragraph, .table, .code, .figure, .rule: break
      }
    }
  }

  /// Adds the headline, which sites show as a heading above the text.
  public mutating func add(headline: String, at place: Int) {
    add(name: Self.slug(headline), at: place)
    add(name: headline, at: place)
  }

  /// Adds a footnote by its label.
  public mutating func add(note label: String, at place: Int) {
    add(name: "note-\(label)", at: place)
    // The name that Goldmark and kramdown give it.
    add(name: "fn:\(label)", at: place)
  }
}
