extension LanguagePack {
  /// Sentences of the shell commands: faults and what to do in Swedish.
  static let swedishToldShell: StaticString =
    """
    no command or directory “%1”
      inget kommando eller mapp ”%1”
    Did you mean `%1`
      Menade du `%1`
    Did you mean “%1”
      Menade du ”%1”
    Did you mean %1
      Menade du %1
    There are: %1
      Det finns: %1
    no command “%1”
      inget kommando ”%1”
    To read the file, run `newsroom %1`; to print it, `newsroom show %2`
      Kör `newsroom %1` för att läsa filen, `newsroom show %2` för att skriva ut den
    Give the directory that holds your stories
      Ange mappen med dina artiklar
    Run `newsroom DIRECTORY`, or set NEWSROOM_LIBRARY
      Kör `newsroom MAPP`, eller sätt NEWSROOM_LIBRARY
    no such directory: %1
      ingen sådan mapp: %1
    %1 is a file, not a directory
      %1 är en fil, inte en mapp
    interrupted. What was read so far is kept; the next run continues from there
      avbrutet. Det hittills lästa är sparat; nästa körning fortsätter därifrån
    another newsroom is still reading the directory; the results may be incomplete
      ett annat newsroom läser fortfarande mappen; resultatet kan vara ofullständigt
    --limit must be 0 or more
      --limit måste vara 0 eller mer
    %1 can't be combined with --kiosk
      %1 kan inte användas med --kiosk
    %1 needs --kiosk
      %1 kräver --kiosk
    --idle and --session take minutes, from 0
      --idle och --session tar minuter, från 0
    --script: %1
      --script: %1
    --size takes columns and rows, such as 80x24
      --size tar kolumner och rader, t.ex. 80x24
    --now takes a time, such as 2026-11-22T12:00:00Z
      --now tar en tidpunkt, t.ex. 2026-11-22T12:00:00Z
    --unread and --saved can't be combined
      --unread och --saved kan inte användas ihop
    --oldest and --order can't be combined
      --oldest och --order kan inte användas ihop
    only the newest %1 matches are listed in this order
      bara de nyaste %1 träffarna visas i den här ordningen
    say what to do: --read, --unread, --saved, --unsaved, --tag or --untag
      säg vad som ska ske: --read, --unread, --saved, --unsaved, --tag eller --untag
    a mark can't be set and taken away at once
      en markering kan inte både sättas och tas bort
    a tag has 1 to %1 characters, and a letter or a digit
      en etikett har 1 till %1 tecken och en bokstav eller siffra
    there are no clippings yet
      det finns inga urklipp än
    no story that this finds has clippings
      ingen funnen artikel har urklipp
    there is no home directory; name a FILE
      det finns ingen hemkatalog; ange en FIL
    %1 is there already and was not changed. `newsroom config init -` prints a new one
      %1 finns redan och ändrades inte. `newsroom config init -` skriver ut en ny
    wrote %1
      skrev %1
    There is no %1, and none is needed. `newsroom config init` writes one
      Det finns ingen %1, och ingen krävs. `newsroom config init` skriver en
    %1 is in order
      %1 är i ordning
    no such file: %1
      ingen sådan fil: %1
    there is no directory %1. Correct the path, or create the directory
      det finns ingen mapp %1. Rätta sökvägen, eller skapa mappen
    nothing has come %1
      inget har kommit %1
    --since takes a time, such as 24h, 7d, 2w, 2026-11-01 or last-visit
      --since tar en tid, t.ex. 24h, 7d, 2w, 2026-11-01 eller last-visit
    no export format %1; the formats are %2
      inget exportformat %1; formaten är %2
    can't create %1: %2
      kan inte skapa %1: %2
    it already exists; choose an empty folder
      den finns redan; välj en tom mapp
    can't write %1: %2
      kan inte skriva %1: %2
    there is no file %1
      det finns ingen fil %1
    --into takes a folder in the library, such as imported
      --into tar en mapp i biblioteket, t.ex. imported
    %1 is no export that newsroom knows: Pocket, Instapaper, wallabag, Omnivore, Readwise, bookmarks or OPML
      %1 är ingen export som newsroom känner: Pocket, Instapaper, wallabag, Omnivore, Readwise, bokmärken \
    eller OPML
    you can't write to %1; its owner keeps it up to date
      det går inte att skriva till %1; ägaren håller den aktuell
    no story is related to “%1”
      ingen artikel hör till ”%1”
    none of the %1 stories related to “%2” matches the query
      ingen av de %1 artiklarna vid ”%2” passar sökningen
    “%1” is not part of a thread
      ”%1” är inte del av en tråd
    “%1” has no part “%2”
      ”%1” har ingen del ”%2”
    Give the words to search for, or --kept NAME
      Ange orden att söka efter, eller --kept NAMN
    showing %1 of more than %2 stories; -n N shows more
      visar %1 av mer än %2 artiklar; -n N visar fler
    showing %1 of %2 stories; -n N shows more
      visar %1 av %2 artiklar; -n N visar fler
    no format “%1”; the formats are %2
      inget format ”%1”; formaten är %2
    no search is kept as “%1”; there are none yet (+ in the reader keeps one)
      ingen sökning är sparad som ”%1”; det finns ingen än (+ i läsaren sparar en)
    no search is kept as “%1”. Kept searches: %2
      ingen sökning är sparad som ”%1”. Sparade sökningar: %2
    --json, --raw and --explain can't be combined
      --json, --raw och --explain kan inte användas ihop
    --width must be from 1 to 1000
      --width måste vara från 1 till 1000
    %1 is killed: its text is not shown
      %1 är stoppad: texten visas inte
    %1 is withheld: its text is not shown
      %1 är innehållen: texten visas inte
    %1 is not in the library, so its versions are unknown
      %1 finns inte i biblioteket, så versionerna är okända
    no file %1, and no library to search for a story of that name
      ingen fil %1 och inget bibliotek att söka artikeln i
    %1 is a directory, not a story. `newsroom %2` opens it; `newsroom list %3` lists its stories
      %1 är en mapp, ingen artikel. `newsroom %2` öppnar den; `newsroom list %3` visar dess artiklar
    no story has the path, id or headline “%1”, and there is no such file. `newsroom list` lists all stories
      ingen artikel har sökvägen, id:t eller rubriken ”%1”, och det finns ingen sådan fil. `newsroom \
    list` visar alla artiklar
    no story has the path, id or headline “%1”. `newsroom list` lists all stories
      ingen artikel har sökvägen, id:t eller rubriken ”%1”. `newsroom list` visar alla artiklar
    it contains no story
      den innehåller ingen artikel
    %1 contains %2 stories; --every prints them all
      %1 innehåller %2 artiklar; --every skriver ut alla
    there is no terminal; connect with ssh -t
      det finns ingen terminal; anslut med ssh -t
    This story is no longer here
      Artikeln finns inte längre här
    This can't be shown at the moment
      Det kan inte visas just nu
    closed after %1 without a key
      stängt efter %1 utan tangent
    closed: a session lasts %1
      stängt: ett besök varar %1
    This reader closes in %1; any key keeps it open
      Läsaren stängs om %1; en tangent håller den öppen
    This session ends in %1; marks and places are kept if the host keeps them
      Besöket slutar om %1; markeringar och platser sparas om värden gör det
    a minute
      en minut
    a second
      en sekund
    %1 minutes
      %1 minuter
    %1 seconds
      %1 sekunder
    the limit on open files (%1) is too low; run `ulimit -n 256` first
      gränsen för öppna filer (%1) är för låg; kör först `ulimit -n 256`
    can't write to standard output: %1
      kan inte skriva till standard ut: %1
    can't read standard input: %1
      kan inte läsa standard in: %1
    standard input is empty
      standard in är tom
    can't tell the format of %1; give one with --format: %2
      kan inte se formatet av %1; ange ett med --format: %2
    """
}
