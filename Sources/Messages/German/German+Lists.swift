extension LanguagePack {
  /// Lists to choose from, boxes, searches, dates in German.
  static let germanLists: StaticString =
    """
    Commands
      Befehle
    No command matches “%1”; %2 lists all commands.
      Kein Befehl passt zu „%1“; %2 zeigt alle Befehle.
    Nothing was chosen.
      Nichts wurde gewählt.
    No matches.
      Keine Treffer.
    Looking up the %1 …
      Nachschlagen: %1 …
    Keys
      Tasten
    No key matches.
      Keine Taste passt.
    Libraries
      Bibliotheken
    No libraries are named: see newsroom.toml(5).
      Keine Bibliothek hat einen Namen: siehe newsroom.toml(5).
    state: open
      offen
    open
      öffnen
    Mark
      Markieren
    Order
      Reihenfolge
    Newest first
      Neueste zuerst
    Oldest first
      Älteste zuerst
    Headlines from A to Z
      Schlagzeilen von A bis Z
    Longest first
      Längste zuerst
    Shortest first
      Kürzeste zuerst
    Best match first
      Bester Treffer zuerst
    Theme
      Thema
    now
      jetzt
    Copy
      Kopieren
    The link
      Die Adresse
    The headline
      Die Schlagzeile
    The paragraph
      Der Absatz
    The citation
      Das Zitat
    The path of the file
      Der Pfad der Datei
    Give the story to
      Den Artikel geben an
    Keep
      Behalten
    Clippings
      Ausschnitte
    paragraph
      Absatz
    heading
      Zwischentitel
    quote
      Zitat
    table
      Tabelle
    code
      Code
    caption
      Bildtext
    Contents · %1
      Inhalt · %1
    Already on the screen: “%1”
      Schon auf dem Schirm: „%1“
    This is the last heading.
      Das ist der letzte Zwischentitel.
    This is above the first heading.
      Das ist über dem ersten Zwischentitel.
    This story has no headings.
      Dieser Artikel hat keine Zwischentitel.
    Thread · %1
      Strang · %1
    thread: first
      erster
    thread: longest
      längster
    thread: correction
      Berichtigung
    no date
      ohne Datum
    This story is not part of a thread.
      Dieser Artikel gehört zu keinem Strang.
    This story has no other version.
      Dieser Artikel hat keine andere Fassung.
    This story has not changed since you read it.
      Dieser Artikel ist seit dem Lesen unverändert.
    No words of this story are kept from an earlier reading.
      Von diesem Artikel sind keine Wörter einer früheren Lektüre erhalten.
    version %1 → %2 · %3
      Fassung %1 → %2 · %3
    %1 added, %2 removed
      %1 hinzugefügt, %2 entfernt
    No words differ
      Keine Wörter unterscheiden sich
    Outside the library
      Außerhalb der Bibliothek
    Tracking parameters removed.
      Parameter zur Verfolgung entfernt.
    This path is outside the library's directory.
      Dieser Pfad liegt außerhalb des Verzeichnisses der Bibliothek.
    Not a story
      Kein Artikel
    %1 in the library's directory. Open it with another program.
      %1 im Verzeichnis der Bibliothek. Mit einem anderen Programm öffnen.
    A picture
      Ein Bild
    A recording
      Eine Aufnahme
    A film
      Ein Film
    A document
      Ein Dokument
    A table
      Eine Tabelle
    A presentation
      Eine Präsentation
    An archive
      Ein Archiv
    Probably this story. Open it?
      Wahrscheinlich dieser. Öffnen?
    Stay on this page
      Auf dieser Seite bleiben
    Everything
      Alles
    Go to date: 
      Zum Datum: 
    Keep the search as: 
      Die Suche behalten als: 
    Kept. Note: 
      Behalten. Notiz: 
    2016, 2016-03, march 2016, yesterday, last week, 2w
      2016, 2016-03, märz 2016, yesterday, last week, 2w
    not a date; try 2016, 2016-03-29, yesterday or 2w
      kein Datum; etwa 2016, 2016-03-29, yesterday oder 2w
    No stories from %1; %2
      Keine Artikel von %1; %2
    No stories %1; %2
      Keine Artikel %1; %2
    this story has no date.
      dieser Artikel hat kein Datum.
    this is the next older one.
      das ist der nächstältere.
    all are older.
      alle sind älter.
    all are newer.
      alle sind neuer.
    this is the next newer one.
      das ist der nächstneuere.
    since %1
      seit %1
    after %1
      nach %1
    until %1
      bis %1
    before %1
      vor %1
    %1 to %2
      %1 bis %2
    last week
      letzte Woche
    past week
      letzte Woche
    this week
      diese Woche
    next week
      nächste Woche
    New since last visit
      Neu seit dem letzten Besuch
    No search to keep; press %1 to start one.
      Keine Suche zu behalten; %1 beginnt eine.
    Search kept as “%1”; %2 lists it beside the desks.
      Suche als „%1“ behalten; %2 zeigt sie neben den Ressorts.
    “%1” can't be deleted.
      „%1“ lässt sich nicht löschen.
    “%1” is set in newsroom.toml; delete its line there.
      „%1“ steht in newsroom.toml; die Zeile dort löschen.
    Search “%1” deleted. It was: %2
      Suche „%1“ gelöscht. Sie war: %2
    """
}
