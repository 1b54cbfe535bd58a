/// The words by which sites announce other stories, writers, and themselves; English, Danish, Swedish, Norwegian, German.
enum TextCues {
  // MARK: Labels

  private static let labels = [
    "read more", "read also", "also read", "read next", "see also", "see more", "related", "related story",
    "related stories", "related article", "related articles", "more on this", "more on this story",
    "in depth",
    "don't miss", "from the archive", "background", "earlier", "read the full story", "recommended",
    "læs mere", "læs også", "se også", "læs næste", "baggrund", "relateret", "læs videre", "hør også",
    "läs mer", "läs också", "läs även", "se även", "bakgrund", "relaterat", "läs vidare", "hör också",
    "les mer", "les også", "bakgrunn", "relatert", "les videre",
    "lesen sie auch", "lesen sie mehr", "mehr dazu", "mehr zum thema", "siehe auch", "hintergrund",
    "auch interessant",
  ]

  /// A label at the beginning of a line, with its separator, and what stands behind it (which may be nothing).
  static func label(_ text: String) -> (label: String, target: String)? {
    let plain = text.withPlainBlanks
    guard let separator = plain.prefix(40).firstIndex(where: { ":|>›»–—：".contains($0) }) else { return nil }
    let before = plain[..<separator].trimmingBlanks
    let word = before.lowercased().withPlainApostrophes
    guard labels.contains(word) else { return nil }
    // Words that sentences begin with as well are labels only in capitals.
    if [
      "background", "earlier", "in depth", "related", "recommended", "baggrund", "bakgrund", "bakgrunn",
      "hintergrund",
    ].contains(word),
      before != before.uppercased()
    {
      return nil
    }
    let target = plain[plain.index(after: separator)...].trimmingBlanks
    return (before, target.drop { ":|>›».".contains($0) }.trimmingBlanks)
  }

  // MARK: Ways out

  /// Whether a line invites to something whose address was lost ("Read more about the plan here").
  static func invitesOutside(_ text: String) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
    guard (3...30).contains(words.count), text.count <= 220, let first = words.first else { return false }
    let opens =
      [
        "read", "find", "see", "learn", "watch", "listen", "download", "læs", "se", "find", "hør", "läs",
        "hitta", "lyssna", "les", "lesen", "hier", "mehr",
      ]
      .contains(first)
    guard opens, !text.dropLast().contains(". ") else { return false }
    let withoutBrackets = text.prefix { $0 != "(" && $0 != "[" }
    let core = withoutBrackets.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    return core.suffix(2).contains { ["here", "her", "här", "hier"].contains($0) }
      && (text.hasSuffix(".") || text.hasSuffix(")") || text.hasSuffix(":")
        || core.last.map { ["here", "her", "här", "hier"].contains($0) } == true)
  }

  // MARK: The site's own lines

  private static let alwaysPromotion: Set<String> = [
    "advertisement", "advertising", "sponsored", "annonce", "annons", "annonse", "anzeige", "reklam",
    "reklame",
    "story continues below", "story continues below advertisement", "article continues below",
    "article continues after advertisement", "artiklen fortsætter under annoncen",
    "artikeln fortsätter efter annonsen",
    "artikkelen fortsetter under annonsen", "share this article", "share this story", "del artiklen",
    "dela artikeln",
  ]

  private static let promotionOpenings = [
    "sign up", "subscribe", "follow us", "follow the", "like us", "join us", "join our", "join the",
    "get our", "get the",
    "download our", "download the", "support our", "support us", "become a member", "for more news",
    "want more", "don't miss a",
    "never miss", "advertise with", "donate", "enjoyed this", "like this article", "tell us what",
    "share your",
    "tilmeld", "abonner", "følg os", "få vores", "støt", "bliv medlem", "hent vores", "modtag",
    "prenumerera", "följ oss", "få vårt", "stöd", "bli medlem", "ladda ner", "gilla oss", "missa inte",
    "følg oss", "meld deg på", "få vårt", "last ned", "abonnieren", "folgen sie", "melden sie sich",
    "jetzt abonnieren",
  ]

  private static let promotionWords = [
    "newsletter", "subscribe", "subscription", "sign up", "facebook", "twitter", "instagram", "linkedin",
    "youtube",
    "podcast app", "our app", "membership", "member today", "follow us", "join us", "free trial",
    "daily email",
    "weekly email", "inbox", "nyhedsbrev", "nyhetsbrev", "abonner", "prenumer", "følg os", "følg oss",
    "följ oss",
    "tilmeld", "i din indbakke", "i din inkorg", "find your next job", "advertise", "support our journalism",
    "støt vores", "stöd vår", "abonnement",
  ]

  /// Whether a line says of itself that it is the site's.
  static func isSurelyPromotion(_ text: String) -> Bool {
    alwaysPromotion.contains(text.lowercased().filter { $0.isLetter || $0 == " " }.trimmingBlanks)
  }

  /// Whether a line opens as promotions do.
  static func opensAsPromotion(_ text: String) -> Bool {
    let lower = text.lowercased().withPlainApostrophes
    return promotionOpenings.contains { lower.hasPrefix($0) && lower.dropFirst($0.count).first == " " }
      && hasPromotionWords(text)
  }

  /// Whether a line has words that promotions have.
  static func hasPromotionWords(_ text: String) -> Bool {
    let lower = text.lowercased()
    return promotionWords.contains { lower.hasBytes(of: $0) }
  }

  // MARK: Speaking

  static let speaking: Set<String> = [
    "says", "said", "tells", "told", "explains", "explained", "adds", "added", "writes", "wrote", "asks",
    "asked",
    "notes", "noted", "argues", "argued", "recalls", "siger", "sagde", "forklarer", "fortæller", "fortalte",
    "tilføjer",
    "skriver", "säger", "sade", "sa", "berättar", "förklarar", "tillägger", "sier", "forteller", "forklarer",
    "sagt",
    "sagte", "erklärt", "erzählt",
  ]
}

extension StringProtocol {
  /// The text without blanks, tabs and no-break spaces at its ends.
  var trimmingBlanks: String {
    let isBlank = { (character: Character) in character.isWhitespace || character == "\u{A0}" }
    guard let start = firstIndex(where: { !isBlank($0) }), let end = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(self[start...end])
  }
}
