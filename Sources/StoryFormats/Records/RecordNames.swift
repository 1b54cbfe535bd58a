/// The names of a story's fields in records, in order of preference.
///
/// Those of the Guardian Open Platform, the New York Times's Article Search and Annotated Corpus, the
/// WordPress REST API, schema.org's NewsArticle, GDELT, news-please (Common Crawl), NewsAPI, Factiva, Ghost,
/// Mastodon and machine learning corpora, and common words in English, Danish, Swedish, Norwegian, German,
/// Dutch, French, Spanish, Italian and Portuguese. Case, "_", "-" and spaces are ignored
/// (`RecordName.folded`).
enum RecordNames {
  static let usual: [RecordFields.Field: [String]] = [
    .id: [
      "id", "guid", "_id", "uuid", "doc_id", "article_id", "identifier", "story_id", "news_id", "post_id",
    ],
    .url: [
      "url", "link", "source_url", "canonical_url", "web_url", "webUrl", "uri", "permalink", "article_url",
      "DocumentIdentifier", "mainEntityOfPage", "@id", "adresse", "enlace", "lien",
    ],
    .headline: [
      "title", "headline", "title_page", "fields.headline", "heading", "webTitle", "head", "hed",
      "article_title", "news_title", "post_title", "print_headline", "titel", "overskrift", "tittel",
      "überschrift", "ueberschrift", "schlagzeile", "titre", "título", "titulo", "titular", "titolo", "kop",
      "rubrik", "resolved_title", "given_title", "subject", "name", "HD",
    ],
    .standfirst: [
      "standfirst", "summary", "description", "abstract", "lead", "deck", "subtitle", "excerpt", "snippet",
      "fields.standfirst", "fields.trailText", "trailText", "dek", "subheadline", "subheading", "sub_title",
      "highlights", "teaser", "alternativeHeadline", "intro", "preamble", "manchet", "underrubrik",
      "underoverskrift", "undertitel", "ingress", "sammanfattning", "sammendrag", "vorspann", "untertitel",
      "anriss", "zusammenfassung", "chapô", "chapo", "chapeau", "sous-titre", "résumé", "entradilla",
      "bajada",
      "subtítulo", "subtitulo", "resumen", "sottotitolo", "sommario", "samenvatting", "intro_text",
      "LP",
    ],
    .text: [
      "text", "maintext", "body", "content", "article", "article_text", "full_text", "fulltext", "document",
      "story", "articleBody", "fields.bodyText", "bodyText", "body_text", "text_body", "plain_text",
      "main_text", "content_text", "article_content", "news_content", "story_text", "post_content",
      "content_elements", "paragraphs", "blocks", "brødtekst", "broedtekst", "brødtext", "brödtext",
      "brodtext", "tekst",
      "artikel", "artikeltekst", "artikeltext", "volltext", "inhalt", "texte", "contenu", "corps", "texto",
      "contenido", "cuerpo", "conteúdo", "conteudo", "corpo", "testo", "contenuto", "inhoud",
      "lead_paragraph", "passage", "transcript", "TD",
    ],
    .html: [
      "html", "body_html", "content_html", "content.rendered", "fields.body", "html_body", "html_content",
      "contentHtml", "bodyHtml", "article_html", "text_html", "raw_html",
    ],
    .bylines: [
      "authors", "author", "byline", "bylines", "creator", "writer", "author_name", "writers", "reporter",
      "journalist", "fields.byline", "_embedded.author", "credits.by", "forfatter", "forfattere", "skribent",
      "författare", "forfattare", "journalister", "autor", "autoren", "verfasser", "auteur", "auteurs",
      "autores", "autore", "primary_author", "published_by", "account", "user", "BY",
    ],
    .dateline: ["dateline", "location", "place", "locationCreated", "sted", "ort", "lieu", "lugar"],
    .section: [
      "section", "category", "desk", "sectionName", "section_name", "news_desk", "topic", "articleSection",
      "sectionId", "section_title", "channel", "department", "sektion", "seksjon", "kategori", "kategorie",
      "ressort", "rubrique", "sección", "seccion", "sezione", "rubriek", "rubrik",
    ],
    .tags: [
      "tags", "keywords", "topics", "categories", "subjects", "labels", "news_keywords", "descriptors",
      "V2Themes", "themes", "emneord", "stikord", "nøgleord", "nyckelord", "taggar", "stichwörter",
      "schlagwörter", "schlagworte", "mots-clés", "étiquettes", "etiquetas", "palabras_clave",
    ],
    .people: [
      "people", "persons", "person", "per_facet", "V2Persons", "V1Persons", "personer", "personen",
      "personnes", "personas", "persone", "pessoas",
    ],
    .places: [
      "places", "locations", "geo_facet", "place_names", "location", "place", "contentLocation", "steder",
      "platser", "orte", "lieux", "lugares", "luoghi", "sted", "ort", "lieu", "lugar",
    ],
    .organisations: [
      "organisations", "organizations", "organisation", "organization", "orgs", "org", "org_facet",
      "companies",
      "V2Organizations", "V1Organizations", "organisationer", "organisasjoner", "organisationen",
      "organisaties", "organizaciones", "organizzazioni",
    ],
    .language: [
      "language", "lang", "languageCode", "inLanguage", "language_code", "sprog", "språk", "sprache",
    ],
    .published: [
      "published", "date_gmt", "date", "date_publish", "publish_date", "published_at", "publishedAt",
      "pub_date", "pubDate", "datePublished", "date_published", "published_date", "publication_date",
      "webPublicationDate", "fields.firstPublicationDate", "first_publication_date", "first_published",
      "publish_time", "published_time", "publishedDate", "publishDate", "display_date", "issued",
      "timestamp", "created_at", "created", "created_utc", "time", "dateCreated", "post_date", "seendate",
      "SQLDATE", "DATEADDED", "dato", "datum", "fecha", "data", "publiceret", "publicerad", "publisert",
      "udgivet", "udgivelsesdato", "offentliggjort", "veröffentlicht", "veröffentlichungsdatum",
      "erscheinungsdatum", "erschienen", "date_de_publication", "publié", "fecha_de_publicacion",
      "fecha_publicacion", "publicado", "date_publication", "fecha_de_publicación", "PD",
    ],
    .updated: [
      "updated", "modified_gmt", "date_modify", "modified", "updated_at", "updatedAt", "dateModified",
      "date_modified", "last_modified", "lastModified", "fields.lastModified", "last_updated", "update_date",
      "updated_date", "opdateret", "uppdaterad", "oppdatert", "aktualisiert", "actualizado",
    ],
    .provider: [
      "source", "publisher", "publication", "source_domain", "provider", "source.name", "domain", "site",
      "SourceCommonName", "site_name", "outlet", "newspaper", "kilde", "quelle", "medium", "avis",
    ],
    .image: ["image_url", "image", "urlToImage", "top_image", "imageUrl", "jetpack_featured_media_url"],
  ]
}

/// Compares names of members.
enum RecordName {
  /// A name in lower case without "_", "-" and spaces: "Published At" and "published_at" are the same.
  static func folded(_ name: String) -> String {
    guard name.utf8.contains(where: { !isPlain($0) }) else { return name }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars
    where scalar != "_" && scalar != "-" && scalar != " " && scalar != "\u{A0}" {
      scalars.append(scalar)
    }
    return String(scalars).lowercased()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
