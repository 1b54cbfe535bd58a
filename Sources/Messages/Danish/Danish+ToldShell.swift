extension LanguagePack {
  /// Sentences of the shell commands: faults and what to do in Danish.
  static let danishToldShell: StaticString =
    """
    no command or directory “%1”
      ingen kommando eller mappe ”%1”
    Did you mean `%1`
      Mente du `%1`
    Did you mean “%1”
      Mente du ”%1”
    Did you mean %1
      Mente du %1
    There are: %1
      Der er: %1
    no command “%1”
      ingen kommando ”%1”
    To read the file, run `newsroom %1`; to print it, `newsroom show %2`
      Kør `newsroom %1` for at læse filen, `newsroom show %2` for at skrive den ud
    Give the directory that holds your stories
      Angiv mappen med dine artikler
    Run `newsroom DIRECTORY`, or set NEWSROOM_LIBRARY
      Kør `newsroom MAPPE`, eller sæt NEWSROOM_LIBRARY
    no such directory: %1
      ingen sådan mappe: %1
    %1 is a file, not a directory
      %1 er en fil, ikke en mappe
    interrupted. What was read so far is kept; the next run continues from there
      afbrudt. Det hidtil læste er gemt; næste kørsel fortsætter derfra
    another newsroom is still reading the directory; the results may be incomplete
      et andet newsroom læser stadig mappen; resultatet kan være ufuldstændigt
    --limit must be 0 or more
      --limit skal være 0 eller mere
    %1 can't be combined with --kiosk
      %1 kan ikke bruges med --kiosk
    %1 needs --kiosk
      %1 kræver --kiosk
    --idle and --session take minutes, from 0
      --idle og --session tager minutter, fra 0
    --script: %1
      --script: %1
    --size takes columns and rows, such as 80x24
      --size tager kolonner og rækker, fx 80x24
    --now takes a time, such as 2026-11-22T12:00:00Z
      --now tager et tidspunkt, fx 2026-11-22T12:00:00Z
    --unread and --saved can't be combined
      --unread og --saved kan ikke bruges sammen
    --oldest and --order can't be combined
      --oldest og --order kan ikke bruges sammen
    only the newest %1 matches are listed in this order
      kun de nyeste %1 fund vises i denne rækkefølge
    say what to do: --read, --unread, --saved, --unsaved, --tag or --untag
      sig, hvad der skal ske: --read, --unread, --saved, --unsaved, --tag eller --untag
    a mark can't be set and taken away at once
      et mærke kan ikke både sættes og fjernes
    a tag has 1 to %1 characters, and a letter or a digit
      et emneord har 1 til %1 tegn og et bogstav eller ciffer
    there are no clippings yet
      der er ingen udklip endnu
    no story that this finds has clippings
      ingen fundet artikel har udklip
    there is no home directory; name a FILE
      der er ingen hjemmemappe; angiv en FIL
    %1 is there already and was not changed. `newsroom config init -` prints a new one
      %1 er der allerede og blev ikke ændret. `newsroom config init -` skriver en ny ud
    wrote %1
      skrev %1
    There is no %1, and none is needed. `newsroom config init` writes one
      Der er ingen %1, og ingen kræves. `newsroom config init` skriver en
    %1 is in order
      %1 er i orden
    no such file: %1
      ingen sådan fil: %1
    there is no directory %1. Correct the path, or create the directory
      der er ingen mappe %1. Ret stien, eller opret mappen
    nothing has come %1
      intet er kommet %1
    --since takes a time, such as 24h, 7d, 2w, 2026-11-01 or last-visit
      --since tager et tidsrum, fx 24h, 7d, 2w, 2026-11-01 eller last-visit
    no export format %1; the formats are %2
      intet eksportformat %1; formaterne er %2
    can't create %1: %2
      kan ikke oprette %1: %2
    it already exists; choose an empty folder
      den findes allerede; vælg en tom mappe
    can't write %1: %2
      kan ikke skrive %1: %2
    there is no file %1
      der er ingen fil %1
    --into takes a folder in the library, such as imported
      --into tager en mappe i biblioteket, fx imported
    %1 is no export that newsroom knows: Pocket, Instapaper, wallabag, Omnivore, Readwise, bookmarks or OPML
      %1 er ingen eksport, som newsroom kender: Pocket, Instapaper, wallabag, Omnivore, Readwise, \
    bogmærker eller OPML
    you can't write to %1; its owner keeps it up to date
      der kan ikke skrives til %1; ejeren holder den ved lige
    no story is related to “%1”
      ingen artikel hører til ”%1”
    none of the %1 stories related to “%2” matches the query
      ingen af de %1 artikler ved ”%2” passer til søgningen
    “%1” is not part of a thread
      ”%1” er ikke del af en tråd
    “%1” has no part “%2”
      ”%1” har ingen del ”%2”
    Give the words to search for, or --kept NAME
      Angiv ordene at søge efter, eller --kept NAVN
    showing %1 of more than %2 stories; -n N shows more
      viser %1 af mere end %2 artikler; -n N viser flere
    showing %1 of %2 stories; -n N shows more
      viser %1 af %2 artikler; -n N viser flere
    no format “%1”; the formats are %2
      intet format ”%1”; formaterne er %2
    no search is kept as “%1”; there are none yet (+ in the reader keeps one)
      ingen søgning er gemt som ”%1”; der er ingen endnu (+ i læseren gemmer en)
    no search is kept as “%1”. Kept searches: %2
      ingen søgning er gemt som ”%1”. Gemte søgninger: %2
    --json, --raw and --explain can't be combined
      --json, --raw og --explain kan ikke bruges sammen
    --width must be from 1 to 1000
      --width skal være fra 1 til 1000
    %1 is killed: its text is not shown
      %1 er stoppet: teksten vises ikke
    %1 is withheld: its text is not shown
      %1 er holdt tilbage: teksten vises ikke
    %1 is not in the library, so its versions are unknown
      %1 er ikke i biblioteket, så versionerne er ukendte
    no file %1, and no library to search for a story of that name
      ingen fil %1 og intet bibliotek at søge efter artiklen i
    %1 is a directory, not a story. `newsroom %2` opens it; `newsroom list %3` lists its stories
      %1 er en mappe, ikke en artikel. `newsroom %2` åbner den; `newsroom list %3` viser dens artikler
    no story has the path, id or headline “%1”, and there is no such file. `newsroom list` lists all stories
      ingen artikel har stien, id'et eller rubrikken ”%1”, og der er ingen sådan fil. `newsroom list` \
    viser alle artikler
    no story has the path, id or headline “%1”. `newsroom list` lists all stories
      ingen artikel har stien, id'et eller rubrikken ”%1”. `newsroom list` viser alle artikler
    it contains no story
      den indeholder ingen artikel
    %1 contains %2 stories; --every prints them all
      %1 indeholder %2 artikler; --every skriver dem alle ud
    there is no terminal; connect with ssh -t
      der er ingen terminal; forbind med ssh -t
    This story is no longer here
      Artiklen er her ikke længere
    This can't be shown at the moment
      Det kan ikke vises i øjeblikket
    closed after %1 without a key
      lukket efter %1 uden tastetryk
    closed: a session lasts %1
      lukket: et besøg varer %1
    This reader closes in %1; any key keeps it open
      Læseren lukker om %1; enhver tast holder den åben
    This session ends in %1; marks and places are kept if the host keeps them
      Besøget slutter om %1; mærker og steder huskes, hvis værten gør det
    a minute
      et minut
    a second
      et sekund
    %1 minutes
      %1 minutter
    %1 seconds
      %1 sekunder
    the limit on open files (%1) is too low; run `ulimit -n 256` first
      grænsen for åbne filer (%1) er for lav; kør først `ulimit -n 256`
    can't write to standard output: %1
      kan ikke skrive til standard-ud: %1
    can't read standard input: %1
      kan ikke læse standard-ind: %1
    standard input is empty
      standard-ind er tom
    can't tell the format of %1; give one with --format: %2
      kan ikke se formatet af %1; angiv et med --format: %2
    """
}
