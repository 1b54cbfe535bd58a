/// What news sites put around their stories, by names of elements and by words.
///
/// English, Danish, Swedish, Norwegian, German, French, Spanish and Dutch. To add a site's own, add a word to
/// a row.
enum Furniture {
  /// The kinds of furniture.
  enum Kind: CaseIterable {
    case share, newsletter, consent, comments, paywall, advert, follow, author, tags, breadcrumb, mostRead,
      tools
    /// Links to other stories, which become teasers.
    case related
  }

  /// The most characters that an element with such a name may contain; a longer one may be the story.
  static func longest(_ kind: Kind) -> Int {
    switch kind {
    case .share, .tools, .breadcrumb: 300
    case .tags, .follow: 400
    case .advert, .newsletter, .paywall: 700
    case .author: 1_200
    case .consent, .mostRead, .related: 4_000
    case .comments: 200_000
    }
  }

  /// Whether its text is the site speaking for itself, kept among a story's asides.
  static func isPromotion(_ kind: Kind) -> Bool {
    [.newsletter, .paywall, .follow, .author].contains(kind)
  }

  // MARK: Names

  /// Words of classes and ids in order, one row per kind; "share bar" finds `share-bar`, `shareBar` and
  /// `sharebar`.
  static let names: [(kind: Kind, words: String)] = [
    (
      .share,
      """
      share, share bar, share buttons, share links, share tools, share icons, sharing, share this,
      social share, social buttons, social bar, social icons, addthis, addtoany, shareaholic, sharedaddy,
      del artikel, dela artikel, teilen, partager, compartir, delen
      """
    ),
    (
      .newsletter,
      """
      newsletter, newsletter signup, nyhedsbrev, nyhetsbrev, nieuwsbrief, boletin, infolettre, signup box,
      sign up box, signup form, subscribe box, subscribe form, email signup, mailing list, mc embed signup
      """
    ),
    (
      .consent,
      """
      cookie banner, cookie notice, cookie consent, cookie bar, cookie law info, cookie message,
      cookie warning, cookiebanner, consent banner, consent notice, onetrust, onetrust banner sdk,
      didomi host, didomi notice, didomi popup, usercentrics root, qc cmp, qc cmp2 container,
      cybot cookiebot dialog, truste, cc window, gdpr notice, gdpr banner, privacy banner, privacy modal,
      privacy notice, privacy popup, privacy center, privacy preference center, cookie modal, cookie dialog,
      cookie popup, cookie policy modal, cookie settings, cookie preferences, cookie overlay, consent modal,
      consent dialog, consent popup, consent overlay, consent manager, preference center, preferences modal,
      cmp container, cmp modal, borlabs cookie, cookieyes, cky consent, iubenda cs banner,
      sp message container, samtykke, samtycke, cookie samtykke, einwilligung, zustimmung, consentement,
      cookie besked, kakor, bandeau cookies, aviso cookies, cookiemelding
      """
    ),
    (
      .comments,
      """
      comments, comment list, comments area, comments section, comment section, comment thread, comment form,
      comment respond, reader comments, disqus thread, disqus comments, fb comments, livefyre,
      facebook comments, kommentarer, kommentarfelt, kommentarspor, kommentare, leserkommentare, commentaires,
      comentarios, reacties
      """
    ),
    (
      .paywall,
      """
      paywall, paywall message, paywall prompt, regwall, meter message, subscribe prompt, subscription prompt,
      upsell, subscriber only message, piano offer, tp container inner, betalingsmur, betalvagg, abo hinweis,
      plus abo, offre abonnement, betaalmuur
      """
    ),
    (
      .advert,
      """
      ad, ads, advert, advertisement, advertising, ad slot, ad container, ad wrapper, ad unit, ad label,
      ad break, ad placeholder, google ad, google ads, adsbygoogle, dfp ad, dfp slot, gpt ad, ad banner,
      banner ad, sponsored, sponsored content, taboola, outbrain, teads, plista, ligatus, annonce, annonser,
      annons, annonse, anzeige, werbung, publicite, pub slot, publicidad, advertentie, reklame, reklam
      """
    ),
    (
      .follow,
      """
      follow us, follow links, follow buttons, follow author, social links, social media links, social follow,
      folg os, folj oss, suivez nous, volg ons, siguenos
      """
    ),
    (
      .author,
      """
      author bio, author box, author card, author info, author profile, about author, about the author,
      bio box, post author bio, author description, forfatter boks, om forfatteren, autorenbox, autoren info
      """
    ),
    (
      .tags,
      """
      tag list, tags, tags links, tag links, article tags, post tags, entry tags, story tags, tag cloud,
      tagcloud, topic list, article topics, keywords list, emneord, amnesord, schlagworte, mots cles,
      etiquetas
      """
    ),
    (
      .breadcrumb,
      """
      breadcrumb, breadcrumbs, bread crumb, crumbs, brodkrumme, brodkrummer, brodsmulor, brodsmuler,
      fil ariane, kruimelpad
      """
    ),
    (
      .mostRead,
      """
      most read, most popular, most viewed, most shared, popular posts, trending, trending now, mest laest,
      mest laeste, mest last, mest lasta, mest lest, mest leste, meistgelesen, meist gelesen, plus lus,
      les plus lus, lo mas leido, mas leidas, meest gelezen
      """
    ),
    (
      .tools,
      """
      article tools, story tools, print button, print link, email button, text size, font size, font resizer,
      article actions, story actions, toolbar, save article, listen button, audio player label, skip link,
      skip to content, back to top, gift article, reading time, read time, site title, site name,
      site branding, site logo
      """
    ),
    (
      .related,
      """
      related, related stories, related articles, related posts, related content, related links, related news,
      related topics stories, related box, related items, read more, readmore, read also, also read, see also,
      more stories, more news, more on this, more on this story, more like this, further reading, recommended,
      recommended stories, recommendations, recirculation, recirc, you may like, you might like, laes ogsaa,
      laes ogsa, laesogsaa, las ocksa, lasocksa, las mer, laes mere, les ogsa, les mer, relateret, relaterade,
      relatert, relaterte, mehr zum thema, lesen sie auch, auch interessant, verwandte artikel, lire aussi,
      a lire aussi, articles lies, lees ook, lees meer, gerelateerd, leer tambien, lee tambien, relacionadas,
      noticias relacionadas, te puede interesar
      """
    ),
  ]

  /// Words that make a name describe the page's layout and not the element: `has-comments`, `no-sidebar-ads`.
  static let states: Set<String> = [
    "has", "is", "no", "with", "without", "not", "open", "closed", "enabled", "disabled", "allow", "show",
    "page", "template",
    "single", "supports", "layout", "post", "category", "tag", "type", "hentry",
  ]

  // MARK: Words

  /// Short texts that are furniture if they are a whole line: letters and spaces only, lower case.
  static let phrases: [(kind: Kind, words: String)] = [
    (
      .share,
      """
      share, share this, share this article, share this story, share this page, share article,
      share on facebook, share on twitter, share on x, share on linkedin, share via email, share with friends,
      tweet, tweet this, pin it, copy link, link copied, email this, email this article, share save,
      share comment, facebook twitter, facebook twitter email, facebook twitter linkedin, del, del artiklen,
      del artikel, del på facebook, del på twitter, del med andre, kopier link, dela, dela artikeln,
      dela på facebook, dela på twitter, dela sidan, kopiera länk, del saken, del artikkelen, teilen,
      artikel teilen, auf facebook teilen, auf twitter teilen, beitrag teilen, twittern, link kopieren,
      partager, partager cet article, partager sur facebook, partager sur twitter, copier le lien, compartir,
      compartir en facebook, compartir en twitter, copiar enlace, delen, deel dit artikel, deel op facebook,
      deel via email, artikel delen
      """
    ),
    (
      .tools,
      """
      print, print this, print this article, print article, print this page, print story, email, e mail,
      e mail article, save, save article, save for later, bookmark, listen, listen to this article,
      listen to article, skip to content, skip to main content, back to top, top of page, jump to comments,
      view comments, text size, increase text size, close, menu, search, udskriv, print artikel, gem artikel,
      gem, lyt til artiklen, gå til indhold, til toppen, skriv ut, spara artikel, lyssna på artikeln,
      till toppen, lagre, lytt til saken, til toppen av siden, drucken, artikel drucken, artikel merken,
      merken, vorlesen, zum seitenanfang, nach oben, imprimer, imprimer cet article, écouter l article,
      retour en haut, imprimir, guardar, escuchar, volver arriba, afdrukken, artikel opslaan,
      luister naar dit artikel, naar boven
      """
    ),
    (
      .advert,
      """
      advertisement, advertising, advert, ad, ads, sponsored, sponsored content, sponsored links,
      sponsored stories, promoted stories, promoted links, paid content, promoted, promoted content,
      story continues below, story continues below advertisement, article continues below,
      article continues below advertisement, article continues after advertisement,
      advertisement continue reading the main story, continue reading the main story,
      continue reading below advertisement, scroll to continue, annonce, annoncer, reklame,
      artiklen fortsætter efter annoncen, artiklen fortsætter under annoncen,
      artiklen fortsætter efter videoen, annons, reklam, artikeln fortsätter efter annonsen,
      artikeln fortsätter under annonsen, annonse, annonsørinnhold, artikkelen fortsetter under annonsen,
      saken fortsetter under annonsen, anzeige, werbung, nach der anzeige weiterlesen,
      der artikel wird nach der anzeige fortgesetzt, weiter nach der werbung, publicité,
      la suite après la publicité, contenu sponsorisé, publicidad, contenido patrocinado, advertentie,
      artikel gaat verder onder de advertentie, lees verder onder de advertentie,
      tekst gaat verder onder de advertentie
      """
    ),
    (
      .comments,
      """
      comments, comment, no comments, no comments yet, leave a comment, leave a reply, post a comment,
      add a comment, join the conversation, join the discussion, comments are closed, show comments,
      read comments, view all comments, reply, kommentarer, ingen kommentarer, skriv en kommentar, kommentér,
      vis kommentarer, inga kommentarer, kommentera, visa kommentarer, skriv kommentar, delta i debatten,
      vis debatten, kommentare, keine kommentare, kommentar schreiben, jetzt kommentieren,
      kommentare anzeigen, commentaires, aucun commentaire, laisser un commentaire, réagir,
      lire les commentaires, comentarios, deja un comentario, comentar, ver comentarios, reacties,
      geen reacties, plaats een reactie, reageer, bekijk reacties
      """
    ),
    (
      .follow,
      """
      follow us, follow, follow us on facebook, follow us on twitter, follow us on instagram,
      follow us on social media, like us on facebook, følg os, følg os på facebook, følg med på facebook,
      følj oss, följ oss, följ oss på facebook, følg oss, følg oss på facebook, folgen sie uns, folge uns,
      suivez nous, suivez nous sur facebook, síguenos, síguenos en facebook, síguenos en twitter, volg ons,
      volg ons op facebook
      """
    ),
    (
      .newsletter,
      """
      newsletter, newsletters, sign up, subscribe, sign up for our newsletter, subscribe to our newsletter,
      get the newsletter, your email address, nyhedsbrev, tilmeld, tilmeld dig, tilmeld nyhedsbrev,
      tilmeld dig vores nyhedsbrev, få nyhedsbrevet, nyhetsbrev, prenumerera, anmäl dig, meld deg på,
      meld deg på nyhetsbrevet, newsletter abonnieren, jetzt anmelden, zum newsletter anmelden, abonnez vous,
      s abonner, s inscrire, inscrivez vous à notre newsletter, suscríbete, suscribirse,
      suscríbete a nuestro boletín, nieuwsbrief, schrijf je in, meld je aan
      """
    ),
    (
      .paywall,
      """
      subscribe to continue reading, subscribe to read more, already a subscriber, log in, log in to continue,
      sign in, subscribers only, for subscribers, already have an account log in, kun for abonnenter,
      for abonnenter, log ind, bliv abonnent, endast för prenumeranter, logga in, bli prenumerant,
      kun for abonnenter, logg inn, bli abonnent, nur für abonnenten, anmelden, einloggen, jetzt abonnieren,
      réservé aux abonnés, article réservé aux abonnés, se connecter, je m abonne, solo para suscriptores,
      iniciar sesión, alleen voor abonnees, inloggen, word abonnee
      """
    ),
    (
      .consent,
      """
      accept, accept all, accept cookies, accept all cookies, reject all, manage cookies, cookie settings,
      we use cookies, accepter alle, accepter cookies, acceptera alla, godta alle, alle akzeptieren,
      tout accepter, aceptar, aceptar todo, alles accepteren
      """
    ),
    (
      .mostRead,
      """
      most read, most popular, trending, trending now, popular now, mest læste, mest læst, mest lästa,
      mest läst, mest leste, mest lest, meistgelesen, am meisten gelesen, les plus lus, lo más leído,
      más leídas, meest gelezen
      """
    ),
    (
      .tags,
      """
      tags, topics, filed under, emner, emneord, ämnen, stikkord, themen, schlagworte, mots clés, etiquetas,
      temas, onderwerpen
      """
    ),
  ]

  /// Openings of lines in which a site speaks for itself, and words of which such a line has one.
  static let appeals: [(kind: Kind, openings: String, words: String)] = [
    (
      .newsletter,
      """
      sign up, subscribe, get our, get the, get all, join our, want more, receive, tilmeld, få vores, få de,
      modtag, abonnér, abonner på, prenumerera, få vårt, få våra, anmäl dig, meld deg på, få de viktigste,
      melden sie sich, abonnieren sie, erhalten sie, jetzt für, inscrivez, abonnez, recevez, suscríbete,
      suscríbase, recibe, apúntate, schrijf je in, meld je aan, ontvang
      """,
      """
      newsletter, inbox, by email, by e-mail, briefing, daily email, nyhedsbrev, indbakke, nyhetsbrev, inkorg,
      innboks, e-post, postfach, per e-mail, infolettre, boîte mail, boletín, correo, nieuwsbrief, mailbox
      """
    ),
    (
      .follow,
      """
      follow us, follow the, follow our, like us, find us, join us, følg os, følg oss, følg med, följ oss,
      folgen sie, folge uns, suivez, síguenos, sigue, volg ons
      """,
      """
      facebook, twitter, instagram, linkedin, youtube, tiktok, mastodon, bluesky, telegram, whatsapp, threads,
      on x
      """
    ),
    (
      .paywall,
      """
      subscribe, already a subscriber, to continue reading, log in, sign in, you have, this article is,
      become a, support, for at læse, bliv abonnent, denne artikel er, har du allerede, för att läsa,
      bli prenumerant, for å lese, bli abonnent, um weiterzulesen, jetzt abonnieren, dieser artikel ist,
      pour lire, cet article est, il vous reste, para seguir leyendo, este artículo es, om verder te lezen,
      word abonnee, dit artikel is
      """,
      """
      subscriber, subscription, free trial, continue reading, free articles, unlimited access, our journalism,
      abonnent, abonnement, prenumer, abonnenten, abonnés, suscriptor, suscripción, abonnee
      """
    ),
  ]

  /// What follows the name in a line that introduces the author.
  static let presenting = [
    "is", "er", "är", "ist", "est", "es", "writes", "covers", "reports", "skriver", "schreibt", "couvre",
    "escribe", "schrijft",
  ]
  static let trades = [
    "reporter", "journalist", "editor", "correspondent", "columnist", "writer", "author", "critic",
    "freelance", "redaktør", "redaktör",
    "korrespondent", "kommentator", "skribent", "forfatter", "författare", "redakteur", "redaktionsleiter",
    "autor", "journaliste",
    "correspondant", "rédact", "periodista", "corresponsal", "redactor", "verslaggever", "redacteur",
    "correspondente",
  ]
}
