extension LanguagePack {
  /// Keys of prompts, lists and boxes; where commands work in German.
  static let germanBoxes: StaticString =
    """
    Earlier search
      Frühere Suche
    Later search
      Spätere Suche
    Delete the last letter; close the line if it is empty
      Den letzten Buchstaben löschen; eine leere Zeile schließen
    Delete the last word
      Das letzte Wort löschen
    Delete all that was typed
      Alles Getippte löschen
    Delete the kept search
      Die behaltene Suche löschen
    Next list: authors, tags and so on
      Nächste Liste: Autoren, Schlagwörter und so weiter
    Previous list
      Vorige Liste
    Choose the line; read the version
      Die Zeile wählen; die Fassung lesen
    Down a line, if nothing is typed yet
      Eine Zeile nach unten, wenn noch nichts getippt ist
    Up a line, if nothing is typed yet
      Eine Zeile nach oben, wenn noch nichts getippt ist
    Type a name, even one that begins with j or k
      Einen Namen tippen, auch einen, der mit j oder k beginnt
    Show what the version changed
      Zeigen, was die Fassung geändert hat
    Close the list of versions
      Die Liste der Fassungen schließen
    Close the box
      Das Fenster schließen
    Copy the address
      Die Adresse kopieren
    Open the address with $BROWSER
      Die Adresse mit $BROWSER öffnen
    Find a key by its name or by what it does
      Eine Taste nach Namen oder Wirkung finden
    Close the list of keys
      Die Liste der Tasten schließen
    Close the comparison
      Den Vergleich schließen
    Down a line
      Eine Zeile nach unten
    Up a line
      Eine Zeile nach oben
    Down a line; while you type, in the pane above
      Eine Zeile nach unten; beim Tippen im Bereich darüber
    Down a row in the results
      In den Ergebnissen eine Zeile nach unten
    Up a row in the results
      In den Ergebnissen eine Zeile nach oben
    Down a screen
      Einen Schirm nach unten
    To the beginning
      Zum Anfang
    To the end
      Zum Ende
    Close it without doing anything
      Schließen, ohne etwas zu tun
    One line more
      Eine Zeile mehr
    One line less
      Eine Zeile weniger
    A screen more
      Einen Schirm mehr
    A screen less
      Einen Schirm weniger
    Move the other end
      Das andere Ende bewegen
    Keep the lines, with a note
      Die Zeilen mit einer Notiz behalten
    Copy the lines
      Die Zeilen kopieren
    Delete the clipping
      Den Ausschnitt löschen
    Write the note in $VISUAL or $EDITOR
      Die Notiz in $VISUAL oder $EDITOR schreiben
    list
      Liste
    article
      Artikel
    READ MORE
      WEITERLESEN
    typing a line
      Eingabezeile
    lists
      Listen
    texts
      Texte
    find
      Suche im Artikel
    search
      Suche
    date
      Datum
    name of a search
      Name einer Suche
    note to a clipping
      Notiz zu einem Ausschnitt
    search among keys
      Suche in den Tasten
    desks and their like
      Ressorts und Ähnliches
    commands
      Befehle
    versions
      Fassungen
    clippings
      Ausschnitte
    help
      Hilfe
    comparison
      Vergleich
    address
      Adresse
    link letters
      Buchstaben auf Verweisen
    lines of a story
      Zeilen eines Artikels
    hint: move
      wählen
    hint: scroll
      Text
    hint: page
      Seite
    hint: read
      lesen
    hint: next unread
      nächster
    hint: back
      zurück
    hint: follow
      folgen
    hint: links
      Verweise
    hint: read more
      mehr
    hint: find
      suchen
    hint: unread
      ungelesen
    hint: save
      merken
    hint: desks
      Ressorts
    hint: narrow
      eingrenzen
    hint: filter
      Filter
    hint: order
      Ordnung
    hint: date
      Datum
    hint: help
      Hilfe
    hint: quit
      beenden
    hint: list
      Liste
    hint: widen
      erweitern
    hint: show all
      alle zeigen
    hint: finds
      findet
    hint: keeps the results
      behält die Ergebnisse
    hint: goes there
      geht dorthin
    hint: keeps it
      behält
    hint: keeps them
      behält sie
    hint: completes
      ergänzt
    hint: deletes the search
      löscht die Suche
    hint: next list
      nächste Liste
    hint: chooses
      wählt
    hint: does it
      führt aus
    hint: reads
      liest
    hint: shows changes
      zeigt Änderungen
    hint: copies
      kopiert
    hint: closes
      schließt
    hint: every key
      alle Tasten
    hint: extends
      erweitert
    hint: keeps
      behält
    hint: deletes
      löscht
    hint: editor
      Editor
    takes “%1”
      nimmt „%1“
    type to find
      Tippen findet
    [-out-] {+in+}
      [-weg-] {+neu+}
    shown, not opened
      gezeigt, nicht geöffnet
    """
}
