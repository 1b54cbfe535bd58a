/// Sections that sites put after and between the parts of a story, by their first line.
extension Furniture {
  /// Headings, in letters and spaces only, of links to other stories.
  private static let sections: Set<String> = list(
    """
    you may also like, you might also like, you may like, you might like, also of interest,
    you may also be interested in, recommended, recommended for you, recommended stories, recommended reading,
    recommended videos, we recommend, top video, top videos, top stories, top news, top headlines, latest,
    latest news, latest stories, latest videos, latest headlines, latest articles, breaking news,
    more stories, more news, more videos, more articles, more headlines, more coverage, more like this,
    more top stories, related, related stories, related articles, related posts, related news,
    related content, related links, related topics, related coverage, related videos, related video,
    read next, read more, what to read next, up next, next up, next article, previous article, in other news,
    elsewhere, around the web, from around the web, from the web, from our partners, from our network,
    partner content, promoted content, promoted stories, sponsored stories, sponsored content, paid content,
    editors picks, editor s picks, editors choice, editor s choice, our picks, must read, must reads,
    dont miss, don t miss, in case you missed it, most read, most popular, most viewed, most watched,
    most shared, most commented, popular stories, popular now, popular articles, popular posts, trending,
    trending now, trending stories, trending topics, hot topics, see also, see more, watch more, watch next,
    featured, featured stories, featured video, featured videos, similar articles, similar stories,
    share this article, share this story, sign up for our newsletter, stay connected, follow us, læs også,
    læs mere, mest læste, mest læst, relaterede artikler, andre læser, seneste nyt, flere nyheder,
    mere om emnet, se også, måske er du også interesseret i, anbefalet til dig, anbefalede artikler,
    läs också, läs mer, mest läst, mest lästa, relaterade artiklar, senaste nytt, fler nyheter, mer om ämnet,
    se också, andra läser, rekommenderat, rekommenderade artiklar, du kanske också gillar, missa inte,
    les også, mest lest, mest leste, relaterte artikler, relaterte saker, siste nytt, flere saker, anbefalt,
    anbefalte artikler, lesen sie auch, das könnte sie auch interessieren, das könnte sie interessieren,
    das könnte dich auch interessieren, mehr zum thema, mehr zum themengebiet, meistgelesen,
    meistgelesene artikel, am meisten gelesen, verwandte artikel, verwandte themen, ähnliche artikel,
    weitere artikel, weitere meldungen, weitere nachrichten, weitere themen, aktuelle nachrichten,
    neueste artikel, empfehlungen der redaktion, auch interessant, lesetipps, top themen,
    à lire aussi, a lire aussi, lire aussi, à lire également, à lire ensuite, vous aimerez aussi,
    vous pourriez aussi aimer, sur le même sujet, sur le même thème, articles similaires, articles liés,
    les plus lus, les plus lues, les plus populaires, dernières nouvelles, à découvrir, notre sélection,
    la rédaction vous conseille, dans la même rubrique, dans l actualité, te puede interesar,
    también te puede interesar, le puede interesar, te recomendamos, recomendados, noticias relacionadas,
    artículos relacionados, lo más leído, lo más visto, las más leídas, más noticias, últimas noticias,
    lee también, ver también, lees ook, lees meer, meer nieuws, gerelateerd, gerelateerde artikelen,
    meest gelezen, aanbevolen, laatste nieuws, potrebbe interessarti, leggi anche, articoli correlati,
    leia também, leia mais, veja também
    """)

  /// Headings of reader comments.
  private static let talk: Set<String> = list(
    """
    comments, comment, join the conversation, join the discussion, join the debate, leave a comment,
    leave a reply, post a comment, add a comment, have your say, reader comments, readers comments,
    view comments, show comments, start the conversation, be the first to comment, comments are closed,
    what do you think, conversation, kommentarer, skriv en kommentar, skriv kommentar, deltag i debatten,
    kommentera, kommentare, kommentar schreiben, leserkommentare, diskutieren sie mit, ihre meinung,
    commentaires, laisser un commentaire, réagir, vos réactions, réactions, comentarios, deja un comentario,
    deja tu comentario, reacties, plaats een reactie
    """)

  /// Headings of boxes about the author or the paper.
  private static let writers: Set<String> = list(
    """
    about the author, about the authors, about the writer, about us, about this author, about author,
    written by, author, contributor, om forfatteren, om skribenten, om författaren, über den autor,
    über die autorin, zum autor, zur autorin, à propos de l auteur, sobre el autor, sobre la autora,
    over de auteur
    """)

  /// Parts of a consent dialog.
  private static let consents: Set<String> = list(
    """
    cookie list, cookies list, strictly necessary cookies, necessary cookies, functional cookies,
    functionality cookies, performance cookies, targeting cookies, social media cookies, analytics cookies,
    analytical cookies, marketing cookies, advertising cookies, preference cookies, statistics cookies,
    unclassified cookies, manage consent preferences, privacy preference center, privacy preference centre,
    your privacy, your privacy choices, cookie settings, cookie preferences, cookie consent, cookie policy,
    we value your privacy, we use cookies, this site uses cookies, this website uses cookies,
    vi bruger cookies, vi använder cookies, vi använder kakor, vi bruker cookies, wir verwenden cookies,
    nous utilisons des cookies, your choices regarding cookies on this site, about cookies, nødvendige cookies,
    funktionelle cookies, statistiske cookies, markedsføringscookies, cookieindstillinger, nödvändiga cookies,
    nödvändiga kakor, funktionella cookies, kakinställningar, notwendige cookies, funktionale cookies,
    technisch notwendige cookies, cookie einstellungen, datenschutzeinstellungen,
    cookies strictement nécessaires, cookies nécessaires, cookies de performance,
    cookies estrictamente necesarias, cookies de rendimiento, noodzakelijke cookies
    """)

  /// Headings that a story may have too.
  private static let doubtfulConsents: Set<String> = list(
    "cookies, privacy, cookies and privacy, privacy and cookies, our cookies, about your privacy, kakor")
  private static let consentWords = [
    "use cookies", "uses cookies", "cookies to ", "bruger cookies", "använder cookies", "använder kakor",
    "bruker cookies", "verwenden cookies", "utilisons des cookies", "third-party cookies",
  ]

  /// Whether a heading opens a consent dialog, if the words below it ask for consent.
  static func mayAskForConsent(heading: String) -> Bool {
    heading.utf8.count < 40 && doubtfulConsents.contains(folded(heading))
  }

  /// Whether the words of a box ask for consent to cookies.
  static func asksForConsent(_ text: String) -> Bool {
    let lower = text.lowercased()
    return consentWords.contains { lower.hasBytes(of: $0) }
  }

  private static let openings = [
    "more from ", "more in ", "more on ", "more about ", "also on ", "also in ", "read more from ",
    "latest from ",
    "latest in ", "latest on ", "top stories ", "popular on ", "popular in ", "trending on ", "trending in ",
    "most read in ", "most popular in ", "recommended from ", "mere fra ", "mer från ", "mehr aus ",
    "mehr von ",
    "plus de ", "más de ", "más sobre ", "meer van ", "meer over ", "recommended by ", "related to ",
  ]

  private static func list(_ words: String) -> Set<String> {
    Set(words.split(separator: ",").map { MarkupTree.collapsed($0) }.filter { !$0.isEmpty })
  }

  /// The kind of section that a line opens.
  enum Section {
    /// Links to other stories.
    case stories
    case comments
    case writer
    case consent
  }

  /// The longest line that opens a section, in bytes.
  private static let longestOpening = 80

  /// The section that a line opens; nil for a story's own subheading.
  static func section(openedBy text: String) -> Section? {
    guard text.utf8.count <= longestOpening else { return nil }
    let words = folded(text)
    if sections.contains(words) { return .stories }
    if talk.contains(words) { return .comments }
    if writers.contains(words) { return .writer }
    if consents.contains(words) { return .consent }
    if openings.contains(where: { words.hasPrefix($0) }), words.split(separator: " ").count <= 6,
      !TextMarks.endsWithStop(text)
    {
      return .stories
    }
    return nil
  }
}
