extension LanguagePack {
  /// Sentences of the shell commands: faults and what to do in German.
  static let germanToldShell: StaticString =
    """
    no command or directory “%1”
      kein Befehl oder Verzeichnis „%1“
    Did you mean `%1`
      War `%1` gemeint
    Did you mean “%1”
      War „%1“ gemeint
    Did you mean %1
      War %1 gemeint
    There are: %1
      Es gibt: %1
    no command “%1”
      kein Befehl „%1“
    To read the file, run `newsroom %1`; to print it, `newsroom show %2`
      `newsroom %1` liest die Datei, `newsroom show %2` gibt sie aus
    Give the directory that holds your stories
      Das Verzeichnis mit den Artikeln angeben
    Run `newsroom DIRECTORY`, or set NEWSROOM_LIBRARY
      `newsroom VERZEICHNIS` aufrufen oder NEWSROOM_LIBRARY setzen
    no such directory: %1
      kein solches Verzeichnis: %1
    %1 is a file, not a directory
      %1 ist eine Datei, kein Verzeichnis
    interrupted. What was read so far is kept; the next run continues from there
      unterbrochen. Das bisher Gelesene ist gespeichert; der nächste Lauf fährt dort fort
    another newsroom is still reading the directory; the results may be incomplete
      ein anderes newsroom liest das Verzeichnis noch; die Ergebnisse sind vielleicht unvollständig
    --limit must be 0 or more
      --limit muss 0 oder mehr sein
    %1 can't be combined with --kiosk
      %1 verträgt sich nicht mit --kiosk
    %1 needs --kiosk
      %1 braucht --kiosk
    --idle and --session take minutes, from 0
      --idle und --session nehmen Minuten, ab 0
    --script: %1
      --script: %1
    --size takes columns and rows, such as 80x24
      --size nimmt Spalten und Zeilen, etwa 80x24
    --now takes a time, such as 2026-11-22T12:00:00Z
      --now nimmt einen Zeitpunkt, etwa 2026-11-22T12:00:00Z
    --unread and --saved can't be combined
      --unread und --saved vertragen sich nicht
    --oldest and --order can't be combined
      --oldest und --order vertragen sich nicht
    only the newest %1 matches are listed in this order
      nur die neuesten %1 Treffer stehen in dieser Reihenfolge
    say what to do: --read, --unread, --saved, --unsaved, --tag or --untag
      sagen, was zu tun ist: --read, --unread, --saved, --unsaved, --tag oder --untag
    a mark can't be set and taken away at once
      eine Markierung lässt sich nicht zugleich setzen und entfernen
    a tag has 1 to %1 characters, and a letter or a digit
      ein Schlagwort hat 1 bis %1 Zeichen und einen Buchstaben oder eine Ziffer
    there are no clippings yet
      es gibt noch keine Ausschnitte
    no story that this finds has clippings
      kein gefundener Artikel hat Ausschnitte
    there is no home directory; name a FILE
      es gibt kein Heimverzeichnis; eine DATEI angeben
    %1 is there already and was not changed. `newsroom config init -` prints a new one
      %1 ist schon da und wurde nicht geändert. `newsroom config init -` gibt eine neue aus
    wrote %1
      %1 geschrieben
    There is no %1, and none is needed. `newsroom config init` writes one
      Es gibt kein %1, und keines ist nötig. `newsroom config init` schreibt eines
    %1 is in order
      %1 ist in Ordnung
    no such file: %1
      keine solche Datei: %1
    there is no directory %1. Correct the path, or create the directory
      es gibt kein Verzeichnis %1. Den Pfad berichtigen oder das Verzeichnis anlegen
    nothing has come %1
      nichts ist gekommen %1
    --since takes a time, such as 24h, 7d, 2w, 2026-11-01 or last-visit
      --since nimmt eine Zeit, etwa 24h, 7d, 2w, 2026-11-01 oder last-visit
    no export format %1; the formats are %2
      kein Ausgabeformat %1; die Formate sind %2
    can't create %1: %2
      %1 lässt sich nicht anlegen: %2
    it already exists; choose an empty folder
      es gibt ihn schon; einen leeren Ordner wählen
    can't write %1: %2
      %1 lässt sich nicht schreiben: %2
    there is no file %1
      es gibt keine Datei %1
    --into takes a folder in the library, such as imported
      --into nimmt einen Ordner der Bibliothek, etwa imported
    %1 is no export that newsroom knows: Pocket, Instapaper, wallabag, Omnivore, Readwise, bookmarks or OPML
      %1 ist kein Export, den newsroom kennt: Pocket, Instapaper, wallabag, Omnivore, Readwise, \
    Lesezeichen oder OPML
    you can't write to %1; its owner keeps it up to date
      %1 ist nicht beschreibbar; der Eigentümer hält ihn aktuell
    no story is related to “%1”
      kein Artikel gehört zu „%1“
    none of the %1 stories related to “%2” matches the query
      keiner der %1 Artikel zu „%2“ passt zur Suche
    “%1” is not part of a thread
      „%1“ gehört zu keinem Strang
    “%1” has no part “%2”
      „%1“ hat keinen Teil „%2“
    Give the words to search for, or --kept NAME
      Die gesuchten Wörter angeben oder --kept NAME
    showing %1 of more than %2 stories; -n N shows more
      %1 von mehr als %2 Artikeln; -n N zeigt mehr
    showing %1 of %2 stories; -n N shows more
      %1 von %2 Artikeln; -n N zeigt mehr
    no format “%1”; the formats are %2
      kein Format „%1“; die Formate sind %2
    no search is kept as “%1”; there are none yet (+ in the reader keeps one)
      keine Suche heißt „%1“; es gibt noch keine (+ im Leser behält eine)
    no search is kept as “%1”. Kept searches: %2
      keine Suche heißt „%1“. Behaltene Suchen: %2
    --json, --raw and --explain can't be combined
      --json, --raw und --explain vertragen sich nicht
    --width must be from 1 to 1000
      --width muss von 1 bis 1000 sein
    %1 is killed: its text is not shown
      %1 ist gesperrt: Der Text wird nicht gezeigt
    %1 is withheld: its text is not shown
      %1 ist zurückgehalten: Der Text wird nicht gezeigt
    %1 is not in the library, so its versions are unknown
      %1 ist nicht in der Bibliothek; seine Fassungen sind unbekannt
    no file %1, and no library to search for a story of that name
      keine Datei %1 und keine Bibliothek, um den Artikel zu suchen
    %1 is a directory, not a story. `newsroom %2` opens it; `newsroom list %3` lists its stories
      %1 ist ein Verzeichnis, kein Artikel. `newsroom %2` öffnet es; `newsroom list %3` zeigt seine Artikel
    no story has the path, id or headline “%1”, and there is no such file. `newsroom list` lists all stories
      kein Artikel hat Pfad, Id oder Schlagzeile „%1“, und es gibt keine solche Datei. `newsroom list` \
    zeigt alle Artikel
    no story has the path, id or headline “%1”. `newsroom list` lists all stories
      kein Artikel hat Pfad, Id oder Schlagzeile „%1“. `newsroom list` zeigt alle Artikel
    it contains no story
      darin ist kein Artikel
    %1 contains %2 stories; --every prints them all
      %1 enthält %2 Artikel; --every gibt alle aus
    there is no terminal; connect with ssh -t
      es gibt kein Terminal; mit ssh -t verbinden
    This story is no longer here
      Dieser Artikel ist nicht mehr hier
    This can't be shown at the moment
      Das lässt sich gerade nicht zeigen
    closed after %1 without a key
      geschlossen nach %1 ohne Taste
    closed: a session lasts %1
      geschlossen: Ein Besuch dauert %1
    This reader closes in %1; any key keeps it open
      Der Leser schließt in %1; jede Taste hält ihn offen
    This session ends in %1; marks and places are kept if the host keeps them
      Der Besuch endet in %1; Markierungen und Stellen bleiben, wenn der Wirt sie behält
    a minute
      einer Minute
    a second
      einer Sekunde
    %1 minutes
      %1 Minuten
    %1 seconds
      %1 Sekunden
    the limit on open files (%1) is too low; run `ulimit -n 256` first
      die Grenze für offene Dateien (%1) ist zu niedrig; erst `ulimit -n 256` aufrufen
    can't write to standard output: %1
      die Standardausgabe lässt sich nicht schreiben: %1
    can't read standard input: %1
      die Standardeingabe lässt sich nicht lesen: %1
    standard input is empty
      die Standardeingabe ist leer
    can't tell the format of %1; give one with --format: %2
      das Format von %1 ist nicht zu erkennen; mit --format angeben: %2
    """
}
