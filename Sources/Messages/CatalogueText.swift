/// The phrases of a language and their texts.
///
/// They are written as text, which costs nothing until it is read: the English words on a line, their
/// translation on the next, after two blanks. A line that begins with "#" is a comment.
struct CatalogueText: Sendable {
  /// A sentence of a room below, with places for names and numbers.
  struct Template: Sendable {
    let key: String
    let text: String
    /// The words between the places.
    let pieces: [Substring]
    /// Whether it is several sentences.
    let isSeveral: Bool

    init(_ key: String, _ text: String) {
      (self.key, self.text, isSeveral) = (key, text, key.contains(". "))
      var pieces: [Substring] = []
      var rest = key[...]
      while let percent = rest.firstIndex(of: "%"), rest.index(after: percent) < rest.endIndex {
        pieces.append(rest[..<percent])
        rest = rest[rest.index(percent, offsetBy: 2)...]
      }
      self.pieces = pieces + [rest]
    }
  }

  /// Texts by phrase.
  let phrases: [String: String]
  /// Sentences of rooms below.
  let told: [Template]

  /// The longest sentence that is compared with those, in bytes.
  private static let longest = 2_000

  init(_ blocks: [StaticString], told: [StaticString]) {
    var phrases: [String: String] = [:]
    for block in blocks { Self.read(block) { phrases[$0] = $1 } }
    self.phrases = phrases
    var templates: [Template] = []
    for block in told { Self.read(block) { templates.append(Template($0, $1)) } }
    self.told = templates
  }

  private static func read(_ block: StaticString, _ take: (_ key: String, _ text: String) -> Void) {
    var key: Substring = ""
    for line in "\(block)".split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("  ") {
        take(String(key), String(line.dropFirst(2)))
      } else {
        key = line
      }
    }
  }

  /// The translation of a sentence of a room below, or of several; nil if none is known.
  func translation(of sentence: String) -> String? {
    guard sentence.utf8.count <= Self.longest else { return nil }
    guard Self.end(of: sentence[...]) != nil else { return whole(sentence) }
    // Some are known as they stand together; a place of a shorter one must not take the next sentence.
    if let together = whole(sentence, isSeveral: true) { return together }
    var (rest, translated) = (sentence[...], "")
    while let end = Self.end(of: rest), let text = whole(String(rest[..<end.lowerBound])) {
      translated += text + rest[end]
      rest = rest[end.upperBound...]
    }
    // One language at a time: where one sentence is not known, all stay as they are.
    return whole(String(rest)).map { translated + $0 } ?? whole(sentence)
  }

  /// The end of the first sentence that another follows.
  private static func end(of text: Substring) -> Range<Substring.Index>? {
    text.firstRange(of: ". ") ?? text.firstRange(of: "? ")
  }

  /// The translation of a text, with or without its full stop.
  private func whole(_ sentence: String, isSeveral: Bool = false) -> String? {
    if let text = phrases[sentence] { return text }
    if let end = sentence.last, ".?".contains(end),
      let text = whole(String(sentence.dropLast()), isSeveral: isSeveral)
    {
      return text + String(end)
    }
    for template in told where template.isSeveral || !isSeveral {
      guard let names = Self.names(in: sentence[...], template.pieces) else { continue }
      return Self.fill(template.text[...], names.map { $0 == sentence[...] ? String($0) : inner(String($0)) })
    }
    return nil
  }

  /// A part of a sentence, which may be such a sentence itself: the reason for a failure.
  private func inner(_ part: String) -> String {
    for template in told {
      if let names = Self.names(in: part[...], template.pieces), names.first != part[...] {
        return Self.fill(template.text[...], names.map(String.init))
      }
    }
    return part
  }

  /// What stands at the places of a template; nil if the sentence is another.
  private static func names(in sentence: Substring, _ pieces: [Substring]) -> [Substring]? {
    guard let first = pieces.first, let last = pieces.last, sentence.hasPrefix(first) else { return nil }
    guard pieces.count > 1 else { return sentence == first ? [] : nil }
    var rest = sentence.dropFirst(first.count)
    guard rest.utf8.count >= last.utf8.count, rest.hasSuffix(last) else { return nil }
    rest = rest.dropLast(last.count)
    var names: [Substring] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: piece) else { return nil }
      names.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return names + [rest]
  }

  /// A text with others in its places; a percent sign without a place stays.
  static func fill(_ pattern: Substring, _ others: [String]) -> String {
    guard !others.isEmpty else { return String(pattern) }
    var filled = ""
    var rest = pattern
    while let percent = rest.utf8.firstIndex(of: UInt8(ascii: "%")) {
      let next = rest.utf8.index(after: percent)
      filled += rest[..<percent]
      let place = next < rest.endIndex ? Int(rest.utf8[next]) - Int(UInt8(ascii: "1")) : -1
      if others.indices.contains(place) {
        filled += others[place]
        rest = rest[rest.utf8.index(after: next)...]
      } else {
        filled += "%"
        rest = rest[next...]
      }
    }
    return filled + rest
  }
}
