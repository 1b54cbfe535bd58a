/// The names by which the second reading recognises text and furniture.
extension SecondReading {
  /// The meaning of an element's class and id.
  struct Said {
    /// The step in which such an element is tried as the text; nil for none.
    var step: Int?
    var isFurniture = false
    /// Whether it is named as a paywall, or as the text behind one.
    var isWall = false
  }

  /// Elements that never are running text, whatever their names.
  static let passedOver = Elements.names([.silent, .around, .media, .control]).subtracting(["form", "figure"])
    .union(["menu", "math", "figcaption", "amp-ad", "amp-social-share", "amp-sidebar"])

  /// Elements whose names may mark them as furniture.
  static let named: Set<String> = [
    "div", "p", "section", "span", "ul", "ol", "dl", "li", "header", "table", "details", "center", "form",
  ]

  /// Elements that may contain the text.
  static let holders: Set<String> = ["article", "div", "main", "section", "td"]

  /// Names written as one word, by step: made for a story's text, for a story, for a page's content.
  private static let bodies = NameTable<Int>(
    bodyNames.indices.reversed().flatMap { step in bodyNames[step].map { ($0, step) } })
  private static let bodyNames: [[String]] = [
    [
      "articlebody", "articlecontent", "articletext", "articlecopy", "articlecontainer", "articlemaincontent",
      "articlebodycontent", "articlebodytext", "entrycontent", "postcontent", "postbody", "posttext",
      "postentry",
      "textcontent", "bodytext", "bodycopy", "storybodytext", "newsbody", "newstext", "newscontent",
      "contenttext", "maintext", "artikelbody", "artikeltext", "artikelinhalt", "artikelcontent", "brodtext",
      "braodtext", "articlebrodtext", "beitragstext", "corpsarticle", "articlecorps", "textearticle",
      "cuerponoticia", "articulocuerpo", "cuerpoarticulo", "noticiacuerpo", "articlecuerpo", "rtecontent",
      "richtextbody", "fieldnamebody", "bodymarkup", "ssrcss",
    ],
    [
      "story", "storybody", "storycontent", "storytext", "storycopy", "fulltext", "maincolumn", "singlepost",
      "blogcontent", "sectioncontent", "singlecontent", "themecontent", "fieldbody", "postarea", "textblock",
      "article", "articlewrapper", "articlemain", "primary", "postwrapper", "artikel", "beitrag", "noticia",
      "newsarticle", "newsitem", "pressrelease", "blogpost", "postfull", "hentry", "text", "cell",
    ],
    [
      "content", "maincontent", "contentmain", "contentbody", "pagecontent", "sitecontent", "contentarea",
      "contentwrapper", "contentcontainer", "innercontent", "inhalt", "hauptinhalt", "contenu", "contenido",
      "innehall",
      "indhold", "innhold", "inhoud",
    ],
  ]

  private static let posts = NameTable(names: ["post", "entry"])

  /// Words in the names of furniture.
  private static let furniture = NameTable(names: [
    "share", "shares", "sharing", "sharebar", "sharethis", "sharedaddy", "addthis", "addtoany", "social",
    "sociable", "socials", "follow", "newsletter", "newsletters", "signup",
    "sidebar", "sidebars", "rail", "banner", "banners", "breadcrumb", "breadcrumbs", "crumbs", "button",
    "buttons", "btn", "author", "authors", "byline", "bylines", "bio", "contributor", "footer", "footers",
    "colophon",
    "nav", "navigation", "navbar", "navi", "menu", "menus", "subnav", "toolbar", "tools", "utility", "pager",
    "pagination", "related", "relateds", "recommended", "recommendations", "recommendation", "recirc",
    "recirculation", "readmore", "promo", "promos", "promotion", "popular", "trending", "mostread", "latest",
    "upnext", "widget", "widgets", "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot",
    "adunit", "dfp", "gpt", "outbrain", "taboola", "sponsor", "sponsored", "sponsors", "criteo", "affiliate",
    "cookie", "cookies", "consent", "gdpr", "modal", "overlay", "popup", "lightbox", "permission", "privacy",
    "meta", "metadata", "postmeta", "entrymeta", "rating", "ratings", "votes", "timestamp", "dateline",
    "comments", "comment", "commentlist", "respond", "reply", "replies", "disqus", "livefyre", "hidden",
    "hide",
    "noprint", "caption", "captions", "credit", "gallery", "galleries", "slideshow", "slider", "carousel",
    "swiper",
    "embed", "embedded", "tags", "taglist", "tagcloud", "topics", "keywords", "categories", "teaser",
    "teasers",
    "copyright", "disclaimer", "obfuscated", "blurred", "poll", "quiz",
    "survey",
    "tooltip", "popover", "skip", "offscreen", "visuallyhidden", "notloaded", "loading", "spinner", "print",
    "donate", "donation", "shop", "product", "deal", "deals", "coupon", "annonce", "annons", "annonse",
    "anzeige", "werbung",
    "publicite", "pub", "publicidad", "advertentie", "reklame", "laesogsaa", "lasocksa", "lesogsa", "tilmeld",
    "nyhedsbrev", "nyhetsbrev", "deel", "teilen", "partager", "compartir", "kommentarer", "kommentare",
    "commentaires", "comentarios", "reacties", "puff", "puffs", "teaserbox", "morelinks", "disclosure",
  ])

  private static let walls = NameTable(names: [
    "paywall", "regwall", "premium", "subscribe", "subscription", "subscriber", "subscribers", "plus", "abo",
    "metered",
  ])

  /// Pairs of words in the names of furniture.
  private static let pairs = NameTable(names: [
    "readmore", "seealso", "alsoread", "readalso", "readnext", "nextup", "upnext", "nextarticle", "nextpost",
    "prevpost", "previouspost", "postnav", "postnavigation", "moreon", "morefrom", "morestories", "morenews",
    "morelike", "mostread", "mostpopular", "mostviewed", "topstories", "taglist", "tagcloud", "screenreader",
    "sronly", "visuallyhidden", "backtotop", "skiplink", "userinfo", "userprofile", "messagecontainer",
    "articleinfo", "articleinfos", "articlemeta", "articletools", "articlefooter", "storyfooter",
    "aboutauthor",
    "callout", "calltoaction", "infinitescroll", "relatedarticle", "relatedposts", "jprelatedposts",
    "signupform",
    "linklist", "linkbox", "articlelinks", "youmay", "laesogsaa", "lasmer", "laesmere", "lesogsa", "lesmer",
    "mehrzum", "lireaussi", "leesook", "contentinfo", "articleaside", "storyaside",
  ])

  /// Beginnings of names of overlays.
  private static let beginnings = NameTable(names: [
    "jp", "shareaholic", "onetrust", "ot", "didomi", "trc", "ob", "zergnet",
  ])

  /// The meaning of an element's class and id.
  static func said(names: String, id: String) -> Said {
    var said = Said()
    for (name, isID) in names.split(separator: " ").prefix(24).map({ ($0, false) }) + [(id[...], true)]
    where !name.isEmpty && name.utf8.count <= 120 {
      let words = Furniture.words(of: name)
      guard let first = words.first else { continue }
      if let step = [bodies[words[...]], tail(of: words)].lazy.compactMap({ $0 }).min() {
        let order = [0, 2, 3][step]
        said.step = min(said.step ?? order, order)
      } else if posts[words[...]] != nil {
        said.step = said.step ?? 0
      } else if first == "main", words.count <= 2 {
        said.step = said.step ?? 4
      }
      // Layout classes and a post's categories don't name a part.
      if !isID, words.count > 1, Furniture.stateNames.contains(first), first != "post", first != "page" {
        continue
      }
      if isID && words.count > 3 { continue }
      if words.contains(where: walls.contains) { said.isWall = true }
      if words.contains(where: furniture.contains) || beginnings.contains(first) {
        said.isFurniture = true
      } else if words.count > 1 {
        for place in words.indices.dropLast() where pairs[words[place...place + 1]] != nil {
          said.isFurniture = true
        }
      }
    }
    return said
  }

  /// The step of the last two words of a longer name: there is one for "td-post-content", none for
  /// "c-article-body__text".
  private static func tail(of words: [String]) -> Int? {
    guard words.count > 2, words.suffix(2).reduce(0, { $0 + $1.utf8.count }) > 7 else { return nil }
    return bodies[words.suffix(2)]
  }
}
