extension LanguagePack {
  /// Sentences of rooms below: the library, searches, the settings in German.
  static let germanToldLibrary: StaticString =
    """
    can't read the directory %1
      das Verzeichnis %1 lässt sich nicht lesen
    can't use the index %1: %2. You can delete it; newsroom will build it again
      der Index %1 ist nicht brauchbar: %2. Er kann gelöscht werden; newsroom baut ihn neu
    %1 is not a newsroom index: %2. Nothing in it was changed; choose another file for the index
      %1 ist kein Index von newsroom: %2. Nichts darin wurde geändert; eine andere Datei für den Index \
    wählen
    can't use the marks in %1: %2. Nothing in the file was changed; repair it, or move it away to start \
    afresh
      die Markierungen in %1 sind nicht brauchbar: %2. Nichts in der Datei wurde geändert; sie reparieren \
    oder wegschieben, um neu zu beginnen
    can't write %1, so items that drop out of a feed are lost
      %1 lässt sich nicht schreiben; was aus einem Feed fällt, geht verloren
    can't read %1: %2
      %1 lässt sich nicht lesen: %2
    the story %1 is no longer in the library
      der Artikel %1 ist nicht mehr in der Bibliothek
    the story is no longer in %1; press R to look for changes
      der Artikel ist nicht mehr in %1; R sieht nach Änderungen
    a story can't have more than %1 clippings
      ein Artikel kann nicht mehr als %1 Ausschnitte haben
    %1 has no front matter that names a story. Nothing in it was changed; repair it, or move it away
      %1 nennt im Kopf keinen Artikel. Nichts darin wurde geändert; sie reparieren oder wegschieben
    no clippings are kept of this story
      von diesem Artikel werden keine Ausschnitte behalten
    there is no home directory to save the search in
      es gibt kein Heimverzeichnis für die Suche
    this story has no clippings
      dieser Artikel hat keine Ausschnitte
    %1 is not there any more
      %1 ist nicht mehr da
    can't start %1: %2
      %1 lässt sich nicht starten: %2
    the browser ended with status %1
      der Browser endete mit Status %1
    the editor ended with status %1
      der Editor endete mit Status %1
    the index was damaged or made by another version; it is being built again
      der Index war beschädigt oder von einer anderen Version; er wird neu gebaut
    can't save an index (%1); the whole directory is read each time
      der Index lässt sich nicht speichern (%1); das ganze Verzeichnis wird jedes Mal gelesen
    %1; until then newsroom forgets new marks when it quits
      %1; bis dahin vergisst newsroom neue Markierungen beim Beenden
    the quotation mark is not closed yet
      das Anführungszeichen ist noch nicht geschlossen
    %1: needs a value, such as %2
      %1: braucht einen Wert, etwa %2
    there is no field “%1:”, so “%2” is searched as words
      es gibt kein Feld „%1:“, also wird „%2“ als Wörter gesucht
    only the first %1 characters are searched
      nur die ersten %1 Zeichen zählen
    a closing parenthesis without an opening one is ignored
      eine schließende Klammer ohne öffnende zählt nicht
    %1: takes one value; put several words in quotation marks
      %1: nimmt einen Wert; mehrere Wörter in Anführungszeichen setzen
    parentheses can be nested %1 deep; the rest are ignored
      Klammern können %1 tief sein; der Rest zählt nicht
    %1 can't follow or precede OR, so it is searched as words
      %1 kann nicht bei OR stehen und wird als Wörter gesucht
    “%1” is not a date, such as %2, so it is searched as words
      „%1“ ist kein Datum, etwa %2, und wird als Wörter gesucht
    not a date, such as %1, so it is searched as words
      kein Datum, etwa %1, und wird als Wörter gesucht
    %1: takes a number, such as 3, >3, <=3 or 1..3, so it is searched as words
      %1: nimmt eine Zahl, etwa 3, >3, <=3 oder 1..3, und wird als Wörter gesucht
    urgency: takes 1 (most urgent) to 9, so it is searched as words
      urgency: nimmt 1 (höchste) bis 9 und wird als Wörter gesucht
    “%1” is a time without an end; perhaps you mean date:%2, so it is searched as words
      „%1“ ist eine Zeit ohne Ende; vielleicht ist date:%2 gemeint, es wird als Wörter gesucht
    “%1” is a time without a beginning; perhaps you mean date:%2, so it is searched as words
      „%1“ ist eine Zeit ohne Anfang; vielleicht ist date:%2 gemeint, es wird als Wörter gesucht
    %1: takes %2, so it is searched as words
      %1: nimmt %2 und wird als Wörter gesucht
    showing results for “%1”
      Treffer für „%1“
    no story is called “%1”, so it is searched as words
      kein Artikel heißt „%1“, also wird als Wörter gesucht
    new stories are counted from your previous visit, and this is your first
      Neues zählt ab dem letzten Besuch, und dies ist der erste
    no story has these words
      kein Artikel hat diese Wörter
    can't understand “%1”: %2
      „%1“ ist nicht zu verstehen: %2
    “%1” is not a date, such as %2
      „%1“ ist kein Datum, etwa %2
    %1: takes a number, such as 3, >3, <=3 or 1..3
      %1: nimmt eine Zahl, etwa 3, >3, <=3 oder 1..3
    urgency: takes 1 (most urgent) to 9
      urgency: nimmt 1 (höchste) bis 9
    %1: takes %2
      %1: nimmt %2
    No story has “%1”. Did you mean %2?
      Kein Artikel hat „%1“. War %2 gemeint?
    there are no stories here
      hier sind keine Artikel
    each part of the query finds stories, but no story matches all of it
      jeder Teil der Suche findet Artikel, aber keiner passt zu allem
    no story matches
      kein Artikel passt
    no story is left after -%1
      nach -%1 bleibt kein Artikel
    no story is new
      kein Artikel ist neu
    no story is unread
      kein Artikel ist ungelesen
    no story is saved
      kein Artikel ist gemerkt
    no story is read
      kein Artikel ist gelesen
    no story is under embargo
      kein Artikel hat eine Sperrfrist
    no story is like “%1”
      kein Artikel ähnelt „%1“
    no story is in “%1”
      kein Artikel ist in „%1“
    no story matches %1
      kein Artikel passt zu %1
    no story has a date
      kein Artikel hat ein Datum
    no story is from that time; the oldest is from %1, the newest from %2
      kein Artikel ist aus dieser Zeit; der älteste ist von %1, der neueste von %2
    no story here has any %1
      kein Artikel hier hat %1
    """
}
