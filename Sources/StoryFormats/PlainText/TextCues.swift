/// The words by which sites announce other stories, authors, and themselves: English, Danish, Swedish,
/// Norwegian, German.
enum TextCues {
  // MARK: Labels

  private static let labels: Set<String> = [
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

  /// Labels with which sentences and subheadings may also begin, so they count only in capitals.
  private static let onlyInCapitals: Set<String> = [
    "background", "earlier", "in depth", "related", "recommended", "baggrund", "bakgrund", "bakgrunn",
    "hintergrund",
  ]

  /// A label at the beginning of a line, with its separator, and the text after it, which may be empty.
  static func label(_ text: String) -> (label: String, target: String)? {
    guard text.utf8.count <= 1_200, mayHaveSeparator(text) else { return nil }
    let plain = text.withPlainBlanks.drop { $0.isWhitespace || "*•◦▪‣·>»→▶►-–—[".contains($0) }
    guard let separator = plain.prefix(60).firstIndex(where: { ":|>›»–—：".contains($0) }) else { return nil }
    let before = plain[..<separator].trimmingBlanks
    let word = before.lowercased().replacing("’", with: "'")
    let isInCapitals = before == before.uppercased()
    let isKnown =
      labels.contains(word) ? isInCapitals || !onlyInCapitals.contains(word) : isInCapitals && isLonger(word)
    guard isKnown else { return nil }
    let target = plain[plain.index(after: separator)...].trimmingBlanks.drop { ":|>›».".contains($0) }
      .trimmingBlanks
    // "Read more: it was on a poster. Nobody looked up." continues as prose.
    let isAddress = ["http://", "https://", "www."].contains { target.hasPrefix($0) }
    if !isInCapitals, !isAddress,
      target.first?.isLowercase == true || (TextMarks.endsWithStop(target) && target.contains(". "))
    {
      return nil
    }
    return (before, target)
  }

  /// Quickly rules out most lines by their bytes: none of the separators `: | > › » – — ：`.
  private static func mayHaveSeparator(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
      for index in 0..<min(bytes.count, 250) {
        switch bytes[index] {
        case 0x3A, 0x7C, 0x3E: return true
        case 0xC2: if at(index + 1) == 0xBB { return true }
        case 0xE2: if at(index + 1) == 0x80, [0x93, 0x94, 0xBA].contains(at(index + 2)) { return true }
        case 0xEF: if at(index + 1) == 0xBC, at(index + 2) == 0x9A { return true }
        default: continue
        }
      }
      return false
    }
  }

  /// Whether a line is only a label, without a separator.
  static func isBareLabel(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let word = text.lowercased().withPlainBlanks
    return labels.contains(word) && !onlyInCapitals.contains(word)
  }

  /// Whether a line is a label with its subject: "read more about trams".
  private static func isLonger(_ word: String) -> Bool {
    word.split(separator: " ").count <= 9 && labels.contains { $0.contains(" ") && word.hasPrefix($0 + " ") }
  }

  // MARK: Captions and desks

  private static let captionLabels: Set<String> = [
    "photo", "photos", "photograph", "photography", "picture", "image", "images", "caption", "illustration",
    "graphic", "foto",
    "fotos", "billede", "bild", "bilde", "grafik", "grafikk", "video", "photo credit", "image credit",
    "getty images",
  ]

  /// Whether a line describes a picture: "Photo: Anna Berg".
  static func isCaption(_ text: String) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    let core = text.drop { $0 == "(" || $0 == "[" || $0.isWhitespace }
    guard let colon = core.prefix(24).firstIndex(where: { $0 == ":" || $0 == "©" }) else {
      return text.hasPrefix("©")
    }
    return captionLabels.contains(core[..<colon].trimmingBlanks.lowercased())
  }

  private static let desks: Set<String> = [
    "news", "culture", "business", "sport", "sports", "opinion", "politics", "world", "local", "feature",
    "features",
    "technology", "science", "health", "travel", "economy", "environment", "nyheder", "kultur", "erhverv",
    "indland",
    "udland", "debat", "nyheter", "ekonomi", "inrikes", "utrikes", "innenriks", "utenriks", "økonomi",
    "sporten", "wirtschaft",
    "politik", "nachrichten", "reportage", "interview",
  ]

  /// Whether a line above the headline names the desk.
  static func isDesk(_ text: String) -> Bool {
    text.utf8.count <= 20 && desks.contains(text.lowercased())
  }

  // MARK: Invitations

  /// Whether a line is an invitation whose address was lost.
  ///
  /// "Read more about the plan here (in English)."
  static func invitesOutside(_ text: String) -> Bool {
    guard text.utf8.count <= longestPromotion, mayEndHere(text) else { return false }
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

  /// Quickly rules out most lines by their bytes: none of "here", "her", "här" and "hier".
  private static func mayEndHere(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.dropLast().contains { index in
        guard bytes[index] | 0x20 == UInt8(ascii: "h") else { return false }
        let next = bytes[index + 1]
        return next >= 0x80 || "eai".utf8.contains(next | 0x20)
      }
    }
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

  /// Whether a line is certainly the site's own.
  static func isSurelyPromotion(_ text: String) -> Bool {
    text.utf8.count <= 100 && mayBePromotion(text)
      && alwaysPromotion.contains(text.lowercased().filter { $0.isLetter || $0 == " " }.trimmingBlanks)
  }

  /// Quickly rules out most lines by the first letter: one with which no promotion begins.
  private static func mayBePromotion(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let letter = bytes[index] | 0x20
        if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") {
          return promotionLetters.contains(letter)
        }
        // Of the signs beyond ASCII, general punctuation (U+2000 to U+203F) has no letters.
        let isSign = bytes.count - index > 2 && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
        if bytes[index] >= 0x80, !isSign { return true }
        index += isSign ? 3 : 1
      }
      return false
    }
  }

  private static let promotionLetters = Set(alwaysPromotion.compactMap(\.utf8.first))

  /// Whether a line begins like a promotion.
  static func opensAsPromotion(_ text: String) -> Bool {
    guard text.utf8.count <= longestPromotion else { return false }
    let lower = text.lowercased().replacing("’", with: "'")
    return promotionOpenings.contains { lower.hasPrefix($0 + " ") } && hasPromotionWords(text)
  }

  /// Whether a line has words of promotions.
  static func hasPromotionWords(_ text: String) -> Bool {
    guard text.utf8.count <= longestPromotion else { return false }
    let lower = text.lowercased()
    return promotionWords.contains { lower.hasBytes(of: $0) }
  }

  /// The longest line of a site about itself, in bytes.
  private static let longestPromotion = 600

  private static let address: Set<String> = [
    "you", "your", "our", "us", "yours", "you'll", "you're", "vores", "os", "dig", "dit", "din", "dine",
    "vår", "vårt", "våra",
    "oss", "ditt", "dina", "deg", "våre", "unser", "unsere", "unseren", "uns", "sie", "ihr", "ihre", "ihren",
  ]

  private static let appeals: Set<String> = [
    "find", "try", "get", "visit", "discover", "looking", "want", "need", "search", "browse", "book", "buy",
    "order", "win",
    "vote", "apply", "explore", "søg", "køb", "prøv", "besøg", "sök", "köp", "prova", "besök", "søk", "kjøp",
    "besøk", "suchen",
    "besuchen", "entdecken", "jetzt",
  ]

  /// Whether a line begins like an appeal to the reader: "Find a job in the north".
  static func opensAsAppeal(_ text: String) -> Bool {
    appeals.contains(text.prefix { $0.isLetter }.lowercased())
  }

  /// Whether a line addresses the reader, outside quotation marks: "Get our stories in your inbox".
  static func addressesReader(_ text: String) -> Bool {
    guard text.utf8.count <= longestPromotion, !TextMarks.opensQuotation(text) else { return false }
    let lower = text.lowercased().replacing("’", with: "'")
    return promotionOpenings.contains { lower.hasPrefix($0 + " ") }
      || lower.split { !($0.isLetter || $0 == "'") }.contains { address.contains(String($0)) }
  }

  // MARK: Speech

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
  /// The text without spaces, tabs and no-break spaces at its ends.
  var trimmingBlanks: String {
    let isBlank = { (character: Character) in character.isWhitespace || character == "\u{A0}" }
    guard let start = firstIndex(where: { !isBlank($0) }), let end = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(self[start...end])
  }
}
