extension LanguagePack {
  /// What commands of the shell have done, in German.
  static let germanDone: StaticString =
    """
    %1 problem; `newsroom check` shows it.|%1 problems; `newsroom check` lists them.
      %1 Problem; `newsroom check` zeigt es.|%1 Probleme; `newsroom check` zeigt sie.
    %1 removed that had dropped out of a feed.
      %1 entfernt, die aus einem Feed gefallen waren.
    %1 in %2; nothing has changed (%3).
      %1 in %2; nichts hat sich geändert (%3).
    %1 in %2: %3 (%4).
      %1 in %2: %3 (%4).
    %1 added, %2 changed, %3 removed
      %1 neu, %2 geändert, %3 entfernt
    %1 page|%1 pages
      %1 Seite|%1 Seiten
    %1 tag|%1 tags
      %1 Schlagwort|%1 Schlagwörter
    %1 clipping|%1 clippings
      %1 Ausschnitt|%1 Ausschnitte
    %1 in the library, %2 would be written to %3.
      %1 in der Bibliothek, %2 würden nach %3 geschrieben.
    %1 in the library, %2 written to %3.
      %1 in der Bibliothek, %2 nach %3 geschrieben.
    %1 marked read, %2 saved, %3, %4.
      %1 als gelesen markiert, %2 gemerkt, %3, %4.
    Of those in the library: %1
      Von denen in der Bibliothek: %1
    words
      Wörter
    files
      Dateien
    other versions
      andere Fassungen
    index
      Index
    last refresh
      aktualisiert
    Years
      Jahre
    (none)
      (ohne)
    and %1 more
      und %1 weitere
    %1 line|%1 lines
      %1 Zeile|%1 Zeilen
    %1 change|%1 changes
      %1 Änderung|%1 Änderungen
    %1 mark|%1 marks
      %1 Markierung|%1 Markierungen
    %1 search|%1 searches
      %1 Suche|%1 Suchen
    %1 of this machine written; done here: %2.
      %1 dieses Rechners geschrieben; hier ausgeführt: %2.
    %1 could not be read and passed over.
      %1 nicht lesbar und übergangen.
    no journal
      kein Journal
    %1 (this machine): %2
      %1 (dieser Rechner): %2
    %1, last at %2
      %1, zuletzt %2
    since your last visit
      seit dem letzten Besuch
    Without desk
      Ohne Ressort
    Without source
      Ohne Quelle
    Without author
      Ohne Autor
    %1; the newest %2 are listed.
      %1; die neuesten %2 sind aufgeführt.
    The longest
      Die längsten
    The most linked
      Am häufigsten verlinkt
    %1 link|%1 links
      %1 Link|%1 Links
    no problems
      keine Probleme
    %1 problem|%1 problems
      %1 Problem|%1 Probleme
    %1 in %2.
      %1 in %2.
    """
}
