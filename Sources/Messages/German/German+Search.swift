extension LanguagePack {
  /// Searches and what a list is narrowed by in German.
  static let germanSearch: StaticString =
    """
    Stories like “%1”
      Artikel wie „%1“
    New since your last visit
      Neu seit dem letzten Besuch
    No stories are like “%1”.
      Kein Artikel ähnelt „%1“.
    Nothing new since your last visit.
      Nichts Neues seit dem letzten Besuch.
    “%1” finds no stories.
      „%1“ findet keine Artikel.
    No matches for “%1”.
      Keine Treffer für „%1“.
    “%1”
      „%1“
    Looking up names …
      Namen nachschlagen …
    Tab completes
      Tab ergänzt
    "a phrase"  begin*  -not  a OR b
      "ein Satz"  anfang*  -nicht  a OR b
    in the headline
      in der Schlagzeile
    by an author
      von einem Autor
    on a desk
      in einem Ressort
    with a tag; tag:harb* for one that begins so
      mit einem Schlagwort; tag:harb* für eines, das so beginnt
    with a tag of your own; tag: finds these too
      mit einem eigenen Schlagwort; tag: findet auch diese
    about a person
      über eine Person
    about a place
      über einen Ort
    about an organisation
      über eine Organisation
    in a language, by its code or English name
      in einer Sprache, nach Kürzel oder englischem Namen
    in a file format
      in einem Dateiformat
    in a folder or file, or by a pattern (path:wire/*.md)
      in Ordner oder Datei oder nach Muster (path:wire/*.md)
    with a slug, or an agency's slugline
      mit Slug oder Stichwort einer Agentur
    by its mark (new: since your last visit, changed: since you read it) or its agency's status
      nach Markierung (new: seit dem letzten Besuch, changed: seit dem Lesen) oder Stand der Agentur
    with an image or a link
      mit Bild oder Verweis
    published then; date:<7d for the last week
      dann erschienen; date:<7d für die letzte Woche
    published before that time began
      erschienen, bevor diese Zeit begann
    published after that time ended
      erschienen, nachdem diese Zeit endete
    by its number of words
      nach Zahl der Wörter
    by its urgency, from 1 (most urgent) to 9
      nach Dringlichkeit, von 1 (höchste) bis 9
    by its agency's version number
      nach der Fassungsnummer der Agentur
    words close together; near:(ferry strike, 5) allows 5 words between
      Wörter nah beieinander; near:(ferry strike, 5) erlaubt 5 Wörter dazwischen
    similar to a story, named by path, id, slug or headline
      einem Artikel ähnlich, nach Pfad, Id, Slug oder Schlagzeile
    All stories
      Alle Artikel
    All authors
      Alle Autoren
    All tags of yours
      Alle eigenen Schlagwörter
    All tags
      Alle Schlagwörter
    All people
      Alle Personen
    All places
      Alle Orte
    All organisations
      Alle Organisationen
    All languages
      Alle Sprachen
    All formats
      Alle Formate
    All sources
      Alle Quellen
    desks
      Ressorts
    authors
      Autoren
    tags
      Schlagwörter
    tags of yours
      eigene Schlagwörter
    people
      Personen
    places
      Orte
    organisations
      Organisationen
    languages
      Sprachen
    formats
      Formate
    sources
      Quellen
    parts
      Teile
    Desks
      Ressorts
    Authors
      Autoren
    Tags
      Schlagwörter
    My tags
      Eigene
    People
      Personen
    Places
      Orte
    Organisations
      Organisationen
    Languages
      Sprachen
    Formats
      Formate
    Sources
      Quellen
    With
      Mit
    Images
      Bilder
    Links
      Verweise
    Urgency %1
      Dringlichkeit %1
    Language unknown
      Sprache unbekannt
    No desk
      Kein Ressort
    No author
      Kein Autor
    No mytag
      Kein eigenes Schlagwort
    No tag
      Kein Schlagwort
    No person
      Keine Person
    No place
      Kein Ort
    No organisation
      Keine Organisation
    No format
      Kein Format
    No source
      Keine Quelle
    No part
      Kein Teil
    Tagged %1
      Schlagwort %1
    About %1
      Über %1
    In %1
      Auf %1
    Format %1
      Format %1
    From %1
      Von %1
    With images
      Mit Bildern
    With links
      Mit Verweisen
    on the desk %1
      im Ressort %1
    by %1
      von %1
    tagged %1
      mit dem Schlagwort %1
    in %1
      auf %1
    in the format %1
      im Format %1
    with images
      mit Bildern
    with links
      mit Verweisen
    about %1
      über %1
    from %1
      von %1
    with the slug %1
      mit dem Slug %1
    without a language
      ohne Sprache
    without an author
      ohne Autor
    without a mytag
      ohne eigenes Schlagwort
    without a desk
      ohne Ressort
    without a tag
      ohne Schlagwort
    without a person
      ohne Person
    without a place
      ohne Ort
    without a organisation
      ohne Organisation
    without a format
      ohne Format
    without a source
      ohne Quelle
    without a part
      ohne Bilder und Verweise
    """
}
