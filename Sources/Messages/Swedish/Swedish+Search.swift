extension LanguagePack {
  /// Searches and what a list is narrowed by in Swedish.
  static let swedishSearch: StaticString =
    """
    Stories like “%1”
      Artiklar som ”%1”
    New since your last visit
      Nytt sedan förra besöket
    No stories are like “%1”.
      Inga artiklar liknar ”%1”.
    Nothing new since your last visit.
      Inget nytt sedan förra besöket.
    “%1” finds no stories.
      ”%1” hittar inga artiklar.
    No matches for “%1”.
      Inga träffar för ”%1”.
    “%1”
      ”%1”
    Looking up names …
      Slår upp namn …
    Tab completes
      Tab fyller i
    "a phrase"  begin*  -not  a OR b
      "en fras"  början*  -inte  a OR b
    in the headline
      i rubriken
    by an author
      av en författare
    on a desk
      hos en redaktion
    with a tag; tag:harb* for one that begins so
      med en etikett; tag:harb* för en som börjar så
    with a tag of your own; tag: finds these too
      med en egen etikett; tag: hittar också dessa
    about a person
      om en person
    about a place
      om en plats
    about an organisation
      om en organisation
    in a language, by its code or English name
      på ett språk, med dess kod eller engelska namn
    in a file format
      i ett filformat
    in a folder or file, or by a pattern (path:wire/*.md)
      i en mapp eller fil, eller efter ett mönster (path:wire/*.md)
    with a slug, or an agency's slugline
      med en slug eller en byrås stickord
    by its mark (new: since your last visit, changed: since you read it) or its agency's status
      efter markering (new: sedan förra besöket, changed: sedan läst) eller byråns status
    with an image or a link
      med en bild eller en länk
    published then; date:<7d for the last week
      publicerad då; date:<7d för den senaste veckan
    published before that time began
      publicerad innan den tiden började
    published after that time ended
      publicerad efter att den tiden slutade
    by its number of words
      efter antal ord
    by its urgency, from 1 (most urgent) to 9
      efter prioritet, från 1 (viktigast) till 9
    by its agency's version number
      efter byråns versionsnummer
    words close together; near:(ferry strike, 5) allows 5 words between
      ord nära varandra; near:(ferry strike, 5) tillåter 5 ord emellan
    similar to a story, named by path, id, slug or headline
      liknar en artikel, given med sökväg, id, slug eller rubrik
    All stories
      Alla artiklar
    All authors
      Alla författare
    All tags of yours
      Alla egna etiketter
    All tags
      Alla etiketter
    All people
      Alla personer
    All places
      Alla platser
    All organisations
      Alla organisationer
    All languages
      Alla språk
    All formats
      Alla format
    All sources
      Alla källor
    desks
      redaktioner
    authors
      författare
    tags
      etiketter
    tags of yours
      egna etiketter
    people
      personer
    places
      platser
    organisations
      organisationer
    languages
      språk
    formats
      format
    sources
      källor
    parts
      delar
    Desks
      Redaktioner
    Authors
      Författare
    Tags
      Etiketter
    My tags
      Mina etiketter
    People
      Personer
    Places
      Platser
    Organisations
      Organisationer
    Languages
      Språk
    Formats
      Format
    Sources
      Källor
    With
      Med
    Images
      Bilder
    Links
      Länkar
    Urgency %1
      Prioritet %1
    Language unknown
      Språket okänt
    No desk
      Ingen redaktion
    No author
      Ingen författare
    No mytag
      Ingen egen etikett
    No tag
      Ingen etikett
    No person
      Ingen person
    No place
      Ingen plats
    No organisation
      Ingen organisation
    No format
      Inget format
    No source
      Ingen källa
    No part
      Ingen del
    Tagged %1
      Etikett %1
    About %1
      Om %1
    In %1
      På %1
    Format %1
      Format %1
    From %1
      Från %1
    With images
      Med bilder
    With links
      Med länkar
    on the desk %1
      hos redaktionen %1
    by %1
      av %1
    tagged %1
      med etiketten %1
    in %1
      på %1
    in the format %1
      i formatet %1
    with images
      med bilder
    with links
      med länkar
    about %1
      om %1
    from %1
      från %1
    with the slug %1
      med sluggen %1
    without a language
      utan språk
    without an author
      utan författare
    without a mytag
      utan egen etikett
    without a desk
      utan redaktion
    without a tag
      utan etikett
    without a person
      utan person
    without a place
      utan plats
    without a organisation
      utan organisation
    without a format
      utan format
    without a source
      utan källa
    without a part
      utan bilder och länkar
    """
}
