extension LanguagePack {
  /// Lists to choose from, boxes, searches, dates in Danish.
  static let danishLists: StaticString =
    """
    Commands
      Kommandoer
    No command matches “%1”; %2 lists all commands.
      Ingen kommando passer til ”%1”; %2 viser alle kommandoer.
    Nothing was chosen.
      Intet blev valgt.
    No matches.
      Ingen fund.
    Looking up the %1 …
      Slår op: %1 …
    Keys
      Taster
    No key matches.
      Ingen tast passer.
    Libraries
      Biblioteker
    No libraries are named: see newsroom.toml(5).
      Ingen biblioteker har navn: se newsroom.toml(5).
    state: open
      åbent
    open
      åbn
    Mark
      Markér
    Order
      Rækkefølge
    Newest first
      Nyeste først
    Oldest first
      Ældste først
    Headlines from A to Z
      Rubrikker fra A til Å
    Longest first
      Længste først
    Shortest first
      Korteste først
    Best match first
      Bedste fund først
    Theme
      Tema
    now
      nu
    Copy
      Kopiér
    The link
      Linket
    The headline
      Rubrikken
    The paragraph
      Afsnittet
    The citation
      Kildehenvisningen
    The path of the file
      Filens sti
    Give the story to
      Giv artiklen til
    Keep
      Gem
    Clippings
      Udklip
    paragraph
      afsnit
    heading
      mellemrubrik
    quote
      citat
    table
      tabel
    code
      kode
    caption
      billedtekst
    Contents · %1
      Indhold · %1
    Already on the screen: “%1”
      Allerede på skærmen: ”%1”
    This is the last heading.
      Dette er den sidste mellemrubrik.
    This is above the first heading.
      Dette er over den første mellemrubrik.
    This story has no headings.
      Denne artikel har ingen mellemrubrikker.
    Thread · %1
      Tråd · %1
    thread: first
      første
    thread: longest
      længste
    thread: correction
      rettelse
    no date
      uden dato
    This story is not part of a thread.
      Denne artikel er ikke del af en tråd.
    This story has no other version.
      Denne artikel har ingen anden version.
    This story has not changed since you read it.
      Denne artikel er uændret, siden den blev læst.
    No words of this story are kept from an earlier reading.
      Ingen ord af denne artikel er gemt fra en tidligere læsning.
    version %1 → %2 · %3
      version %1 → %2 · %3
    %1 added, %2 removed
      %1 tilføjet, %2 fjernet
    No words differ
      Ingen ord er forskellige
    Outside the library
      Uden for biblioteket
    Tracking parameters removed.
      Sporingsparametre fjernet.
    This path is outside the library's directory.
      Stien er uden for bibliotekets mappe.
    Not a story
      Ikke en artikel
    %1 in the library's directory. Open it with another program.
      %1 i bibliotekets mappe. Åbn med et andet program.
    A picture
      Et billede
    A recording
      En optagelse
    A film
      En film
    A document
      Et dokument
    A table
      En tabel
    A presentation
      En præsentation
    An archive
      Et arkiv
    Probably this story. Open it?
      Sandsynligvis denne. Åbn den?
    Stay on this page
      Bliv på denne side
    Everything
      Alt
    Go to date: 
      Gå til dato: 
    Keep the search as: 
      Gem søgningen som: 
    Kept. Note: 
      Gemt. Note: 
    2016, 2016-03, march 2016, yesterday, last week, 2w
      2016, 2016-03, marts 2016, yesterday, last week, 2w
    not a date; try 2016, 2016-03-29, yesterday or 2w
      ingen dato; prøv 2016, 2016-03-29, yesterday eller 2w
    No stories from %1; %2
      Ingen artikler fra %1; %2
    No stories %1; %2
      Ingen artikler %1; %2
    this story has no date.
      denne artikel har ingen dato.
    this is the next older one.
      dette er den næste ældre.
    all are older.
      alle er ældre.
    all are newer.
      alle er nyere.
    this is the next newer one.
      dette er den næste nyere.
    since %1
      siden %1
    after %1
      efter %1
    until %1
      indtil %1
    before %1
      før %1
    %1 to %2
      %1 til %2
    last week
      sidste uge
    past week
      sidste uge
    this week
      denne uge
    next week
      næste uge
    New since last visit
      Nyt siden sidste besøg
    No search to keep; press %1 to start one.
      Ingen søgning at gemme; tryk %1 for at begynde en.
    Search kept as “%1”; %2 lists it beside the desks.
      Søgningen er gemt som ”%1”; %2 viser den ved redaktionerne.
    “%1” can't be deleted.
      ”%1” kan ikke slettes.
    “%1” is set in newsroom.toml; delete its line there.
      ”%1” står i newsroom.toml; slet linjen der.
    Search “%1” deleted. It was: %2
      Søgningen ”%1” slettet. Den var: %2
    """
}
