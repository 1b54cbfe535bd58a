internal import Words

/// The words around names in a byline: openings, conjunctions and jobs.
enum BylineWords {
  /// What comes before names, longest first.
  static let openings = [
    "by", "af", "av", "von", "par", "por", "door", "di", "text", "tekst", "written by", "words by",
    "story by", "posted by",
    "skrevet af", "skriven av", "skrevet av", "author", "authors", "forfatter", "from", "byline",
    "published by", "texte", "texto",
    "report by", "reported by", "reporting by", "contributed by", "submitted by", "created by", "article by",
    "a story by",
    "view all posts by", "see all posts by", "all posts by", "more posts by", "view posts by", "posts by",
    "view all articles by", "see all articles by", "all articles by", "more articles by", "articles by",
    "more by",
    "more from", "see more from", "view all stories by", "stories by", "read more by", "about the author",
    "view profile of",
    "view all post by", "view author profile of", "se alle artikler af", "alle artikler af",
    "se alla inlägg av",
    "alla artiklar av", "visa alla inlägg av", "vis alle innlegg av", "vis alle indlæg af",
    "flere artikler af",
    "alle beiträge von", "alle artikel von", "mehr von", "voir tous les articles de", "tous les articles de",
    "publié par",
    "écrit par", "rédigé par", "ver todas las entradas de", "publicado por", "escrito por",
    "bekijk alle berichten van",
    "geschreven door", "geplaatst door", "veröffentlicht von", "geschrieben von", "ein artikel von",
    "ein beitrag von",
    "publiceret af", "publicerad av", "publisert av", "foto og tekst", "tekst og foto", "text och foto",
    "auteur", "autor",
    "autora", "autore", "scritto da", "a cura di", "journalist", "verfasst von", "post author", "opinion by",
    "column by",
    "analysis by", "review by", "guest post by", "av journalist", "af journalist",
  ].sorted { $0.count > $1.count }

  /// What begins a part that names others than the authors.
  static let others = [
    "photo", "foto", "photograph", "image", "illustration", "picture", "edited by", "reviewed by",
    "medically reviewed",
    "fact check", "fact-check", "translated", "follow", "special to", "redigeret", "updated by", "video by",
    "graphic",
  ]

  /// What comes between names; in capitals only if the names are.
  static let joiners: Set<String> = [
    "and", "og", "och", "und", "et", "y", "en", "&", "with", "med", "avec", "con", "mit", "e", "And", "ja",
    "oraz",
  ]
  static let largeJoiners: Set<String> = ["AND", "OG", "OCH", "UND", "WITH", "ET"]

  /// Words that neither are nor begin a name.
  static let buttons: Set<String> = [
    "share", "follow", "tweet", "print", "email", "e-mail", "comments", "comment", "admin", "administrator",
    "updated",
    "published", "posted", "last", "author", "del", "dela", "følg", "följ", "unknown", "guest",
    "editor-in-chief", "staff",
    "null", "undefined", "opdateret", "publiceret", "publicerad", "uppdaterad", "publisert", "oppdatert",
    "aktualisiert",
    "veröffentlicht", "view", "anonymous", "webmaster", "user", "username", "read", "min", "reading",
    "subscribe", "login",
    "none", "publié", "publicado", "actualizado", "date", "wp-admin", "superuser", "by", "listen",
    "advertisement", "image",
  ]

  /// Words that end a name.
  static let ends: Set<String> = [
    "in", "for", "i", "à", "on", "at", "is", "edited", "reviewed", "photography", "photographs", "photos",
    "photo", "foto",
    "illustrations", "translated", "posted", "posted:", "published", "published:", "updated", "updated:",
    "publiceret",
    "publicerad", "publisert", "opdateret", "uppdaterad", "oppdatert", "veröffentlicht", "aktualisiert",
    "publié", "publicado",
    "actualizado", "last", "bio", "has", "who", "of", "email", "e-mail", "follow", "share", "contact", "|",
    "-", "—", "–",
  ]

  private static let trades = [
    "reporter", "journalist", "editor", "correspondent", "columnist", "writer", "producer", "photographer",
    "analyst",
    "contributor", "redaktør", "redaktör", "korrespondent", "fotograf", "redakteur", "journaliste",
    "periodista", "redactor",
    "verslaggever", "blogger", "redaktorin", "journalistin", "författare", "skribent",
    "kolumnist",
  ]
  /// Adjectives before a job.
  static let qualities: Set<String> = [
    "staff", "senior", "chief", "political", "politics", "sports", "sport", "news", "managing", "associate",
    "assistant", "deputy",
    "special", "contributing", "business", "science", "health", "education", "environment", "environmental",
    "technology", "tech",
    "investigative", "executive", "national", "city", "local", "general", "features", "feature", "foreign",
    "economics", "crime",
    "courts", "video", "multimedia", "freelance", "guest", "opinion", "the", "a", "data", "digital", "media",
    "legal", "military",
    "diplomatic", "security", "arts", "culture", "music", "film", "food", "travel", "weather", "breaking",
    "community", "former",
    "junior", "lead", "principal", "social", "affairs", "white", "house", "state", "government", "religion",
    "audience", "copy",
    "erhvervs", "kultur", "udlands", "politisk",
  ]

  /// Whether a word, in lower case, is a job.
  static func isTrade(_ word: String) -> Bool {
    callings.contains(word) || trades.contains { word.hasSuffix($0) || word == $0 + "s" }
  }

  /// Jobs with endings that other words have too.
  private static let callings: Set<String> = [
    "fellow", "intern", "critic", "engineer", "manager", "director", "professor", "scientist", "officer",
    "researcher",
    "economist", "strategist", "consultant", "specialist", "founder", "president", "developer", "lecturer",
    "host", "anchor",
    "chief", "ceo", "lecturer",
  ]

  private static let degrees: Set<String> = [
    "md", "phd", "mba", "jd", "rn", "bsc", "msc", "esq", "dds", "mph", "ma", "ba", "rd", "cpa", "dvm", "do",
  ]
  private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

  /// What belongs to the name before a comma: "Jr."; empty for a degree, nil for anything else.
  static func suffix(_ words: [String]) -> String? {
    guard words.count == 1, let word = words.first else { return nil }
    let plain = word.lowercased().filter { $0 != "." }
    if generations.contains(plain) { return word }
    return degrees.contains(plain) ? "" : nil
  }

  /// Whether a word is a month or a weekday.
  static func isOfDates(_ word: String) -> Bool {
    let plain = word.filter { $0 != "." && $0 != "," }
    return DateWords.months[plain] != nil || DateWords.weekdays.contains(plain)
  }

  private static let beforeDates: Set<String> = [
    "op", "le", "el", "den", "am", "em", "il", "om", "på", "the", "d.",
  ]

  /// Whether a date begins at a word after a name: "Nick Holm February 28", "Nick Holm Tuesday".
  static func begins(_ place: Int, of words: [String]) -> Bool {
    guard place > 0 else { return false }
    if beforeDates.contains(words[place].lowercased()), place + 1 < words.count {
      return words[place + 1].first?.isNumber == true || isOfDates(words[place + 1].lowercased())
    }
    guard isOfDates(words[place].lowercased()) else { return false }
    if place + 1 < words.count {
      return words[place + 1].first?.isNumber == true || isOfDates(words[place + 1].lowercased())
    }
    return place > 1 && words[place].count > 3
  }
}
