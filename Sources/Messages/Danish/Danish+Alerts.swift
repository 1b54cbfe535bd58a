extension LanguagePack {
  /// Searches that alert and hide, the list as a file, groups, columns in Danish.
  static let danishAlerts: StaticString =
    """
    %1 · %2 lists alerts
      %1 · %2 viser alarmer
    Alert from “%1”: %2
      Alarm fra ”%1”: %2
    %1 alerts from %2 …
      %1 alarmer fra %2 …
    %1 alerts from %2
      %1 alarmer fra %2
    %1 alert|%1 alerts
      %1 alarm|%1 alarmer
    No search alerts yet: choose one with :alert.
      Ingen søgning slår alarm endnu: vælg en med :alert.
    No alerts: nothing has arrived that a search with an alert finds.
      Ingen alarmer: intet er kommet, som en søgning med alarm finder.
    Alerts
      Alarmer
    Alerts · %1 new
      Alarmer · %1 nye
    alerts
      slår alarm
    does not alert
      slår ikke alarm
    Alert of what arrives
      Slå alarm om nyt
    “%1” tells of what arrives; %2 lists it.
      ”%1” fortæller om nyt; %2 viser det.
    “%1” alerts no more.
      ”%1” slår ikke længere alarm.
    No search is kept: %1 searches, and %2 keeps the search.
      Ingen søgning er gemt: %1 søger, og %2 gemmer søgningen.
    “%1” is set in newsroom.toml; write { search = …, %2 } there.
      ”%1” står i newsroom.toml; skriv { search = …, %2 } dér.
    List what kept searches have found among arrivals since you last looked
      Vis, hvad gemte søgninger har fundet af nyt, siden du sidst så efter
    Let a kept search tell of what arrives, or end it
      Lad en gemt søgning fortælle om nyt, eller stop det
    Hide what a kept search finds, for some days or until a date, or end it
      Skjul, hvad en gemt søgning finder, nogle dage eller til en dato, eller stop det
    Show the stories that searches hide, or hide them again
      Vis de artikler, som søgninger skjuler, eller skjul dem igen
    Let the kept search tell of what arrives, or end it
      Lad den gemte søgning fortælle om nyt, eller stop det
    Hide what the kept search finds, or end it
      Skjul, hvad den gemte søgning finder, eller stop det
    Select a kept search first; they are beside the desks.
      Vælg først en gemt søgning; de står ved redaktionerne.
    “%1” and %2 more hides no more: its time has ended.
      ”%1” og %2 til skjuler ikke længere: tiden er gået.
    “%1” hides no more: its time has ended.
      ”%1” skjuler ikke længere: tiden er gået.
    hides nothing
      skjuler intet
    hides
      skjuler
    hides until %1
      skjuler til %1
    Hide what a search finds
      Skjul, hvad en søgning finder
    “%1” hides nothing any more.
      ”%1” skjuler ikke længere noget.
    What “%1” finds is hidden until %2; %3 shows it.
      Hvad ”%1” finder, er skjult til %2; %3 viser det.
    What “%1” finds is hidden; %2 shows it.
      Hvad ”%1” finder, er skjult; %2 viser det.
    3 days, 2w, friday, 2026-03-02; nothing for no end
      3 days, 2w, friday, 2026-03-02; intet for altid
    → until %1
      → til %1
    not a day to come; try %1
      ingen kommende dag; prøv %1
    No search hides anything; :mute lets one do so.
      Ingen søgning skjuler noget; :mute får en til det.
    nothing here was hidden
      intet her var skjult
    Shown: %1 · %2 hides again
      Vist: %1 · %2 skjuler igen
    What “%1” and %2 more finds is hidden again.
      Hvad ”%1” og %2 til finder, er skjult igen.
    What “%1” finds is hidden again.
      Hvad ”%1” finder, er skjult igen.
    %1 searches
      %1 søgninger
    %1 hidden by %2
      %1 skjult af %2
    %1 · %2 hidden
      %1 · %2 skjult
    No other stories here.
      Ingen andre artikler her.
    %1; %2 shows them.
      %1; %2 viser dem.
    hint: what is new
      nyt
    hint: thread
      tråd
    hint: alike
      lignende
    hint: mark many
      markér flere
    hint: versions
      versioner
    hint: commands
      kommandoer
    hint: themes
      temaer
    hint: headings
      mellemrubrikker
    hint: copy
      kopiér
    hint: clip
      klip
    hint: hides it
      skjuler
    hint: writes it
      skriver
    Type a link's letters; %1 cancels.  %2
      Skriv et links bogstaver; %1 fortryder.  %2
    type to narrow
      skriv for at indsnævre
    %1 move, type to narrow
      %1 flytter, skriv for at indsnævre
    Narrow the list by author, tag, person, place, language, source, folder or desk; Esc widens it
      Indsnævr listen efter forfatter, emneord, person, sted, sprog, kilde, mappe eller redaktion; Esc \
    udvider den
    Put the list under dates, desks or sources, or under no headings
      Sæt listen under datoer, redaktioner eller kilder, eller uden overskrifter
    Find the words, keep the results as the list, go to the date, keep the search, the note or the keys, \
    hide what the search finds, write the file
      Find ordene, behold resultaterne som liste, gå til datoen, gem søgningen, noten eller tasterne, \
    skjul det søgningen finder, skriv filen
    Complete a field or a name; again for the next choice
      Fuldfør et felt eller et navn; igen for næste valg
    The previous choice
      Forrige valg
    Widen READ MORE beside the story
      Gør LÆS MERE ved siden af artiklen bredere
    Narrow READ MORE beside the story
      Gør LÆS MERE ved siden af artiklen smallere
    marks belong to the visitor
      mærker hører til gæsten
    end of hiding
      slut på skjul
    name of a file
      navn på en fil
    Hide “%1” until: 
      Skjul ”%1” til: 
    Write the list to: 
      Skriv listen til: 
    in the folder %1
      i mappen %1
    NO DESK
      INGEN REDAKTION
    NO SOURCE
      INGEN KILDE
    by desk
      efter redaktion
    by source
      efter kilde
    Results stand together; desks and sources part the list without a search.
      Resultater står sammen; redaktioner og kilder deler listen uden søgning.
    By date.
      Efter dato.
    By desk.
      Efter redaktion.
    By source: feeds, wires, mailboxes and files of many stories.
      Efter kilde: feeds, bureauer, postkasser og filer med mange artikler.
    Without headings.
      Uden overskrifter.
    Write the stories of the list to a file, in the format that its name ends with
      Skriv listens artikler til en fil i det format, navnet slutter med
    Writing %1 …
      Skriver %1 …
    Wrote %1 to %2.
      Skrev %1 til %2.
    Wrote the first %1 to %2; `newsroom export` writes any number.
      Skrev de første %1 til %2; `newsroom export` skriver så mange, det skal være.
    Choose another name
      Vælg et andet navn
    Replace the file
      Erstat filen
    There is a file %1
      Der er en fil %1
    a name that ends with %1
      et navn, der slutter på %1
    %1 or %2
      %1 eller %2
    READ MORE is beside a story on screens of %1 columns or more.
      LÆS MERE er ved siden af en artikel på skærme med mindst %1 kolonner.
    READ MORE is now %1 columns wide.
      LÆS MERE er nu %1 kolonner bred.
    READ MORE can't be wider on this screen.
      LÆS MERE kan ikke blive bredere på denne skærm.
    READ MORE can't be narrower on this screen.
      LÆS MERE kan ikke blive smallere på denne skærm.
    Contents
      Indhold
    All folders
      Alle mapper
    folders
      mapper
    Folders
      Mapper
    No folder
      Ingen mappe
    without a folder
      uden mappe
    from a feed, wire, mailbox or folder, by its title, file or path
      fra et feed, bureau, en postkasse eller mappe, ved titel, fil eller sti
    """
}
