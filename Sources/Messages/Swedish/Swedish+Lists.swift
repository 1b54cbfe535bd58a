extension LanguagePack {
  /// Lists to choose from, boxes, searches, dates in Swedish.
  static let swedishLists: StaticString =
    """
    Commands
      Kommandon
    No command matches “%1”; %2 lists all commands.
      Inget kommando passar ”%1”; %2 visar alla kommandon.
    Nothing was chosen.
      Inget valdes.
    No matches.
      Inga träffar.
    Looking up the %1 …
      Slår upp: %1 …
    Keys
      Tangenter
    No key matches.
      Ingen tangent passar.
    Libraries
      Bibliotek
    No libraries are named: see newsroom.toml(5).
      Inga bibliotek har namn: se newsroom.toml(5).
    state: open
      öppet
    open
      öppna
    Mark
      Märk
    Order
      Ordning
    Newest first
      Nyaste först
    Oldest first
      Äldsta först
    Headlines from A to Z
      Rubriker från A till Ö
    Longest first
      Längsta först
    Shortest first
      Kortaste först
    Best match first
      Bästa träff först
    Theme
      Tema
    now
      nu
    Copy
      Kopiera
    The link
      Länken
    The headline
      Rubriken
    The paragraph
      Stycket
    The citation
      Källhänvisningen
    The path of the file
      Filens sökväg
    Give the story to
      Ge artikeln till
    Keep
      Spara
    Clippings
      Urklipp
    paragraph
      stycke
    heading
      mellanrubrik
    quote
      citat
    table
      tabell
    code
      kod
    caption
      bildtext
    Contents · %1
      Innehåll · %1
    Already on the screen: “%1”
      Redan på skärmen: ”%1”
    This is the last heading.
      Det här är den sista mellanrubriken.
    This is above the first heading.
      Det här är ovanför den första mellanrubriken.
    This story has no headings.
      Den här artikeln har inga mellanrubriker.
    Thread · %1
      Tråd · %1
    thread: first
      första
    thread: longest
      längsta
    thread: correction
      rättelse
    no date
      utan datum
    This story is not part of a thread.
      Den här artikeln är inte del av en tråd.
    This story has no other version.
      Den här artikeln har ingen annan version.
    This story has not changed since you read it.
      Den här artikeln är oförändrad sedan den lästes.
    No words of this story are kept from an earlier reading.
      Inga ord av den här artikeln är sparade från en tidigare läsning.
    version %1 → %2 · %3
      version %1 → %2 · %3
    %1 added, %2 removed
      %1 tillagda, %2 borttagna
    No words differ
      Inga ord skiljer sig
    Outside the library
      Utanför biblioteket
    Tracking parameters removed.
      Spårningsparametrar borttagna.
    This path is outside the library's directory.
      Sökvägen ligger utanför bibliotekets mapp.
    Not a story
      Ingen artikel
    %1 in the library's directory. Open it with another program.
      %1 i bibliotekets mapp. Öppna med ett annat program.
    A picture
      En bild
    A recording
      En inspelning
    A film
      En film
    A document
      Ett dokument
    A table
      En tabell
    A presentation
      En presentation
    An archive
      Ett arkiv
    Probably this story. Open it?
      Troligen den här. Öppna den?
    Stay on this page
      Stanna på den här sidan
    Everything
      Allt
    Go to date: 
      Gå till datum: 
    Keep the search as: 
      Spara sökningen som: 
    Kept. Note: 
      Sparat. Anteckning: 
    2016, 2016-03, march 2016, yesterday, last week, 2w
      2016, 2016-03, mars 2016, yesterday, last week, 2w
    not a date; try 2016, 2016-03-29, yesterday or 2w
      inget datum; prova 2016, 2016-03-29, yesterday eller 2w
    No stories from %1; %2
      Inga artiklar från %1; %2
    No stories %1; %2
      Inga artiklar %1; %2
    this story has no date.
      den här artikeln har inget datum.
    this is the next older one.
      det här är nästa äldre.
    all are older.
      alla är äldre.
    all are newer.
      alla är nyare.
    this is the next newer one.
      det här är nästa nyare.
    since %1
      sedan %1
    after %1
      efter %1
    until %1
      till och med %1
    before %1
      före %1
    %1 to %2
      %1 till %2
    last week
      förra veckan
    past week
      förra veckan
    this week
      den här veckan
    next week
      nästa vecka
    New since last visit
      Nytt sedan förra besöket
    No search to keep; press %1 to start one.
      Ingen sökning att spara; tryck %1 för att börja en.
    Search kept as “%1”; %2 lists it beside the desks.
      Sökningen sparad som ”%1”; %2 visar den vid redaktionerna.
    “%1” can't be deleted.
      ”%1” kan inte tas bort.
    “%1” is set in newsroom.toml; delete its line there.
      ”%1” står i newsroom.toml; ta bort raden där.
    Search “%1” deleted. It was: %2
      Sökningen ”%1” borttagen. Den var: %2
    """
}
