extension LanguagePack {
  /// Sentences of the bottom line: marks, tags, clippings, copies, panes, news in German.
  static let germanMarks: StaticString =
    """
    Already read.
      Schon gelesen.
    Already unread.
      Schon ungelesen.
    Marking …
      Markieren …
    No mark to take back.
      Keine Markierung zurückzunehmen.
    No mark to repeat.
      Keine Markierung zu wiederholen.
    Taken back, %1: “%2” · X repeats it
      Zurückgenommen, %1: „%2“ · X wiederholt
    Again %1: “%2” · x takes it back
      Wieder %1: „%2“ · x nimmt zurück
    %1 · x takes it back
      %1 · x nimmt zurück
    Taken back: %1 · X repeats it
      Zurückgenommen: %1 · X wiederholt
    These marks were set too long ago to take them back.
      Diese Markierungen sind zu alt, um sie zurückzunehmen.
    marked read
      als gelesen markiert
    marked unread
      als ungelesen markiert
    done: saved
      gemerkt
    no longer saved
      nicht mehr gemerkt
    tagged “%1”
      mit dem Schlagwort „%1“
    no longer tagged “%1”
      nicht mehr mit dem Schlagwort „%1“
    not tagged “%1”
      ohne das Schlagwort „%1“
    read
      gelesen
    unread
      ungelesen
    saved
      gemerkt
    not saved
      nicht gemerkt
    None of these is saved.
      Davon ist nichts gemerkt.
    None of these is tagged “%1”.
      Davon hat nichts das Schlagwort „%1“.
    All of these are tagged “%1” already.
      Alle haben schon das Schlagwort „%1“.
    All of these are read already.
      Alle sind schon gelesen.
    All of these are unread already.
      Alle sind schon ungelesen.
    All of these are saved already.
      Alle sind schon gemerkt.
    Tagged “%1” · x takes it back
      Schlagwort „%1“ gegeben · x nimmt zurück
    No longer tagged “%1” · x takes it back
      Schlagwort „%1“ entfernt · x nimmt zurück
    %1: %2 read · %3 save · %4 more · %5 ends
      %1: %2 gelesen · %3 merken · %4 mehr · %5 Ende
    A range
      Ein Bereich
    No range: V begins one at the selected row, and moving extends it.
      Kein Zeilenbereich: V beginnt einen an der gewählten Zeile, Bewegen erweitert ihn.
    Mark %1 as %2
      Als %2: %1
    Save %1
      Merken: %1
    Unsave %1
      Nicht mehr merken: %1
    Tag %1 “%2”
      Schlagwort „%2“: %1
    Take “%1” from %2
      Ohne Schlagwort „%1“: %2
    Tag %1 …
      Schlagwort: %1 …
    Tag %1
      Schlagwort: %1
    Tag the story
      Dem Artikel ein Schlagwort geben
    the range
      Bereich
    all in the list
      alle
    all above
      alle darüber
    all below
      alle darunter
    has it · %1
      hat es · %1
    New tag “%1”
      Neues Schlagwort „%1“
    Take away “%1”
      „%1“ nehmen
    No tags yet: type a name
      Keine Schlagwörter: Namen tippen
    None of these stories has a tag of yours; # gives one
      Kein Artikel hat ein eigenes Schlagwort; # gibt eines
    There are no lines to select here.
      Hier sind keine Zeilen zu wählen.
    There are no words to keep on the screen.
      Auf dem Schirm sind keine Wörter zu behalten.
    There are no words to keep in these lines.
      In diesen Zeilen sind keine Wörter zu behalten.
    Clipping kept; " lists all clippings.
      Ausschnitt behalten; " zeigt alle Ausschnitte.
    No clippings yet: c keeps a paragraph of a story, V selects lines.
      Noch keine Ausschnitte: c behält einen Absatz, V wählt Zeilen.
    The story of this clipping is no longer in the library.
      Der Artikel dieses Ausschnitts ist nicht mehr in der Bibliothek.
    The words of this clipping are no longer in the story.
      Die Wörter dieses Ausschnitts stehen nicht mehr im Artikel.
    Clipping deleted. It was: %1
      Ausschnitt gelöscht. Er war: %1
    Set $EDITOR to the editor that is to open clippings.
      $EDITOR auf den Editor setzen, der Ausschnitte öffnen soll.
    clipping: gone
      fort
    clipping: changed
      geändert
    There is nothing to copy.
      Es gibt nichts zu kopieren.
    This is too long to copy: terminals take at most %1 bytes.
      Zu lang zum Kopieren: Terminals nehmen höchstens %1 Byte.
    Sent %1 to your terminal's clipboard: %2
      %1 an die Zwischenablage des Terminals gesendet: %2
    the link
      die Adresse
    the headline
      die Schlagzeile
    the paragraph
      den Absatz
    the citation
      das Zitat
    the path of the file
      den Pfad der Datei
    the address
      die Adresse
    the lines
      die Zeilen
    The settings forbid this: forbid = ["%1"] in newsroom.toml.
      Die Einstellungen verbieten das: forbid = ["%1"] in newsroom.toml.
    newsroom.toml names no command for stories: see [pipes] in newsroom.toml(5).
      newsroom.toml nennt keinen Befehl für Artikel: siehe [pipes] in newsroom.toml(5).
    This story does not say its address.
      Dieser Artikel nennt seine Adresse nicht.
    Set $BROWSER to the browser that is to open addresses.
      $BROWSER auf den Browser setzen, der Adressen öffnen soll.
    Only addresses of the web are opened; this is %1.
      Nur Adressen im Web werden geöffnet; das ist %1.
    Set $EDITOR to the editor that is to open files; this is %1.
      $EDITOR auf den Editor setzen, der Dateien öffnen soll; das ist %1.
    Open the story first.
      Erst den Artikel öffnen.
    Lines are now at most %1 columns wide.
      Zeilen sind jetzt höchstens %1 Spalten breit.
    The list has no story beside it here, so its width is that of the screen.
      Neben der Liste steht hier kein Artikel; sie ist so breit wie der Schirm.
    The list can't be wider on this screen.
      Breiter geht die Liste auf diesem Schirm nicht.
    The list can't be narrower on this screen.
      Schmaler geht die Liste auf diesem Schirm nicht.
    The list is now %1 columns wide.
      Die Liste ist jetzt %1 Spalten breit.
    The list is hidden while you read; %1 shows it again.
      Die Liste ist beim Lesen ausgeblendet; %1 zeigt sie wieder.
    The list is beside the story again, if there is room.
      Die Liste steht wieder neben dem Artikel, wenn Platz ist.
    READ MORE is hidden; %1 goes there, %2 shows it again.
      WEITERLESEN ist ausgeblendet; %1 geht dorthin, %2 zeigt es wieder.
    READ MORE is with the story again, if there is room.
      WEITERLESEN steht wieder beim Artikel, wenn Platz ist.
    One line a story.
      Eine Zeile je Artikel.
    Headline and details of each story.
      Schlagzeile und Angaben zu jedem Artikel.
    This is now the newer version.
      Das ist jetzt die neuere Fassung.
    This story left the library; %1 closes it.
      Der Artikel hat die Bibliothek verlassen; %1 schließt ihn.
    There is a newer version; %1 shows it.
      Es gibt eine neuere Fassung; %1 zeigt sie.
    Looking for changes …
      Sieht nach Änderungen …
    """
}
