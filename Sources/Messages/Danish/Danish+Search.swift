extension LanguagePack {
  /// Searches and what a list is narrowed by in Danish.
  static let danishSearch: StaticString =
    """
    Stories like “%1”
      Artikler som ”%1”
    New since your last visit
      Nyt siden sidste besøg
    No stories are like “%1”.
      Ingen artikler ligner ”%1”.
    Nothing new since your last visit.
      Intet nyt siden sidste besøg.
    “%1” finds no stories.
      ”%1” finder ingen artikler.
    No matches for “%1”.
      Ingen fund for ”%1”.
    “%1”
      ”%1”
    Looking up names …
      Slår navne op …
    Tab completes
      Tab fuldfører
    "a phrase"  begin*  -not  a OR b
      "en frase"  begynd*  -ikke  a OR b
    in the headline
      i rubrikken
    by an author
      af en forfatter
    on a desk
      hos en redaktion
    with a tag; tag:harb* for one that begins so
      med et emneord; tag:harb* for et, der begynder sådan
    with a tag of your own; tag: finds these too
      med dit eget emneord; tag: finder også disse
    about a person
      om en person
    about a place
      om et sted
    about an organisation
      om en organisation
    in a language, by its code or English name
      på et sprog, ved dets kode eller engelske navn
    in a file format
      i et filformat
    in a folder or file, or by a pattern (path:wire/*.md)
      i en mappe eller fil, eller efter et mønster (path:wire/*.md)
    with a slug, or an agency's slugline
      med en slug eller et bureaus stikord
    by its mark (new: since your last visit, changed: since you read it) or its agency's status
      efter mærke (new: siden sidste besøg, changed: siden læst) eller bureauets status
    with an image or a link
      med et billede eller et link
    published then; date:<7d for the last week
      udgivet da; date:<7d for den seneste uge
    published before that time began
      udgivet, før den tid begyndte
    published after that time ended
      udgivet, efter at den tid sluttede
    by its number of words
      efter antal ord
    by its urgency, from 1 (most urgent) to 9
      efter prioritet, fra 1 (vigtigst) til 9
    by its agency's version number
      efter bureauets versionsnummer
    words close together; near:(ferry strike, 5) allows 5 words between
      ord tæt på hinanden; near:(ferry strike, 5) tillader 5 ord imellem
    similar to a story, named by path, id, slug or headline
      ligner en artikel, givet ved sti, id, slug eller rubrik
    All stories
      Alle artikler
    All authors
      Alle forfattere
    All tags of yours
      Alle dine emneord
    All tags
      Alle emneord
    All people
      Alle personer
    All places
      Alle steder
    All organisations
      Alle organisationer
    All languages
      Alle sprog
    All formats
      Alle formater
    All sources
      Alle kilder
    desks
      redaktioner
    authors
      forfattere
    tags
      emneord
    tags of yours
      dine emneord
    people
      personer
    places
      steder
    organisations
      organisationer
    languages
      sprog
    formats
      formater
    sources
      kilder
    parts
      dele
    Desks
      Redaktioner
    Authors
      Forfattere
    Tags
      Emneord
    My tags
      Mine emneord
    People
      Personer
    Places
      Steder
    Organisations
      Organisationer
    Languages
      Sprog
    Formats
      Formater
    Sources
      Kilder
    With
      Med
    Images
      Billeder
    Links
      Links
    Urgency %1
      Prioritet %1
    Language unknown
      Sproget ukendt
    No desk
      Ingen redaktion
    No author
      Ingen forfatter
    No mytag
      Intet eget emneord
    No tag
      Intet emneord
    No person
      Ingen person
    No place
      Intet sted
    No organisation
      Ingen organisation
    No format
      Intet format
    No source
      Ingen kilde
    No part
      Ingen del
    Tagged %1
      Emneord %1
    About %1
      Om %1
    In %1
      På %1
    Format %1
      Format %1
    From %1
      Fra %1
    With images
      Med billeder
    With links
      Med links
    on the desk %1
      hos redaktionen %1
    by %1
      af %1
    tagged %1
      med emneordet %1
    in %1
      på %1
    in the format %1
      i formatet %1
    with images
      med billeder
    with links
      med links
    about %1
      om %1
    from %1
      fra %1
    with the slug %1
      med sluggen %1
    without a language
      uden sprog
    without an author
      uden forfatter
    without a mytag
      uden eget emneord
    without a desk
      uden redaktion
    without a tag
      uden emneord
    without a person
      uden person
    without a place
      uden sted
    without a organisation
      uden organisation
    without a format
      uden format
    without a source
      uden kilde
    without a part
      uden billeder og links
    """
}
