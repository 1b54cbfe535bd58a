internal import Stories

extension Furniture {
  /// Names written as one word ("sharebar"), with their kind.
  private static let kindsByName = NameTable(
    names.flatMap { kind, words in list(words).map { ($0.filter { $0 != " " }, kind) } })

  static let stateNames = NameTable(names: states)

  private static let kindsByPhrase: [String: Kind] = {
    var kinds: [String: Kind] = [:]
    for (kind, words) in phrases {
      for phrase in list(words) { kinds[phrase] = kind }
    }
    return kinds
  }()

  private static let appealLists = appeals.map {
    (kind: $0.kind, openings: list($0.openings), words: list($0.words))
  }

  private static func list(_ words: String) -> [String] {
    words.split(separator: ",").map { MarkupTree.collapsed($0) }.filter { !$0.isEmpty }
  }

  /// The longest class or id to examine, in bytes, and the most words in one of its names.
  private static let longestName = 400
  private static let mostWords = 8

  /// The kind that a class or id names; nil if none.
  static func kind(ofNames names: String) -> Kind? {
    guard !names.isEmpty, names.utf8.count <= longestName else { return nil }
    for name in names.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      let words = words(of: Substring(name))
      if words.isEmpty || words.contains(where: stateNames.contains) { continue }
      for start in words.indices {
        for end in start..<min(start + 4, words.count) {
          if let kind = kindsByName[words[start...end]], isWhole(kind, words, start...end) { return kind }
        }
      }
    }
    return nil
  }

  /// Names of text containers, written as one word.
  private static let textNames: Set<String> = [
    "articlebody", "articlecontent", "articletext", "articlestory", "articlecopy", "entrycontent",
    "storybody",
    "storycontent", "storytext", "storycopy", "posttext", "postcontent", "postbody", "bodytext", "bodycopy",
    "contentbody", "bodycontent", "fulltext", "brodtext", "artikeltext", "artikelbody", "textbody",
  ]

  /// Whether a class names a text container.
  static func namesText(_ names: String) -> Bool {
    guard names.utf8.count <= longestName else { return false }
    return names.split(separator: " ").contains { textNames.contains(words(of: $0).joined()) }
  }

  private static let moneyWords = [
    "subscri", "abonn", "abonné", "sign in", "log in", "login", "logga in", "log ind", "logg inn", "anmeld",
    "einloggen", "prenumer", "suscri", "inicia", "connect", "regist", "member", "unlock", "premium", "trial",
    "offer", "tilbud", "angebot", "newsletter", "continue reading", "inloggen", "weiterlesen", "free article",
  ]

  /// Whether a text asks to subscribe, register or log in.
  static func asksForMoney(_ text: String) -> Bool {
    let lower = text.lowercased()
    return moneyWords.contains { lower.hasBytes(of: $0) }
  }

  /// Whether a single short word is more than a part of a longer name: "tags" and "post-tags" are lists, but
  /// "ad" is not part of "ad-hoc".
  private static func isWhole(_ kind: Kind, _ words: [String], _ range: ClosedRange<Int>) -> Bool {
    let length = words[range].reduce(0) { $0 + $1.utf8.count }
    return length > 5 || range.lowerBound == 0 && range.upperBound == words.count - 1
  }

  /// "shareBar_top-2" as "share", "bar", "top"; letters outside ASCII are unchanged.
  static func words(of name: Substring) -> [String] {
    var name = name
    return name.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { word in
        var words: [String] = []
        var length = 0
        var wasLower = false
        func flush() {
          guard length > 0 else { return }
          if words.count < mostWords { words.append(String(decoding: word[..<length], as: UTF8.self)) }
          length = 0
        }
        for byte in bytes {
          switch byte {
          case 0x61...0x7A, 0x80...0xFF:
            word[length] = byte
            length += 1
            wasLower = true
          case 0x41...0x5A:
            if wasLower { flush() }
            word[length] = byte | 0x20
            length += 1
            wasLower = false
          default:
            flush()
            wasLower = false
          }
        }
        flush()
        return words
      }
    }
  }

  // MARK: Texts

  /// The longest line that can be a phrase, and the longest that can be an appeal, in bytes.
  private static let longestPhrase = 90
  private static let longestAppeal = 320

  /// The kind of a line that is furniture by its words; nil for the story's own words.
  static func kind(ofText text: String) -> Kind? {
    let size = text.utf8.count
    guard size <= longestAppeal, size > 1 else { return nil }
    if size <= longestPhrase, let kind = kindsByPhrase[folded(text)] { return kind }
    let lower = text.lowercased()
    for (kind, openings, words) in appealLists {
      let opens = openings.contains {
        lower.utf8.starts(with: $0.utf8) && !startsLetter(Substring(lower.utf8.dropFirst($0.utf8.count)))
      }
      guard opens else { continue }
      if words.contains(where: { lower.hasBytes(of: $0) }) { return kind }
    }
    return nil
  }

  private static func startsLetter(_ text: Substring) -> Bool { text.first?.isLetter == true }

  /// Letters in lower case and single spaces.
  static func folded(_ text: String) -> String {
    if let plain = text.lettersOfASCII(andDigits: false, gap: " ") { return plain }
    var folded = ""
    for character in text.lowercased() {
      if character.isLetter {
        folded.append(character)
      } else if !folded.isEmpty, folded.last != " " {
        folded.append(" ")
      }
    }
    if folded.last == " " { folded.removeLast() }
    return folded
  }

  /// Whether a line introduces the author, like "Anna Berg is the Courier's harbour correspondent".
  static func presentsWriter(_ text: String, _ writers: [String]) -> Bool {
    guard text.utf8.count <= 600 else { return false }
    for writer in writers
    where writer.split(separator: " ").count > 1 && text.lowercased().hasPrefix(writer.lowercased()) {
      let rest = text.dropFirst(writer.count).lowercased()
      let next = rest.drop { $0 == " " || $0 == "," }.prefix { $0.isLetter }
      guard presenting.contains(String(next)) else { continue }
      if trades.contains(where: { rest.hasBytes(of: $0) }) { return true }
    }
    return false
  }

  /// Whether a text is a sentence, and so worth keeping among a story's asides.
  static func isSentence(_ text: String) -> Bool {
    guard text.utf8.count <= 400, text.split(separator: " ", maxSplits: 4).count >= 4 else { return false }
    return TextMarks.endsSentence(text) && text.last != ":" && text.last != ";"
  }
}
