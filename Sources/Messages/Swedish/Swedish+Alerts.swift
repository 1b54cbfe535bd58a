extension LanguagePack {
  /// Searches that alert and hide, the list as a file, groups, columns in Swedish.
  static let swedishAlerts: StaticString =
    """
    %1 · %2 lists alerts
      %1 · %2 visar larm
    Alert from “%1”: %2
      Larm från ”%1”: %2
    %1 alerts from %2 …
      %1 larm från %2 …
    %1 alerts from %2
      %1 larm från %2
    %1 alert|%1 alerts
      %1 larm|%1 larm
    No search alerts yet: choose one with :alert.
      Ingen sökning larmar än: välj en med :alert.
    No alerts: nothing has arrived that a search with an alert finds.
      Inga larm: inget har kommit som en sökning med larm hittar.
    Alerts
      Larm
    Alerts · %1 new
      Larm · %1 nya
    alerts
      larmar
    does not alert
      larmar inte
    Alert of what arrives
      Larma om nytt
    “%1” tells of what arrives; %2 lists it.
      ”%1” berättar om nytt; %2 visar det.
    “%1” alerts no more.
      ”%1” larmar inte längre.
    No search is kept: %1 searches, and %2 keeps the search.
      Ingen sökning är sparad: %1 söker, och %2 sparar sökningen.
    “%1” is set in newsroom.toml; write { search = …, %2 } there.
      ”%1” står i newsroom.toml; skriv { search = …, %2 } där.
    List what kept searches have found among arrivals since you last looked
      Visa vad sparade sökningar har hittat bland nytt sedan du sist såg efter
    Let a kept search tell of what arrives, or end it
      Låt en sparad sökning berätta om nytt, eller sluta
    Hide what a kept search finds, for some days or until a date, or end it
      Dölj vad en sparad sökning hittar, några dagar eller till ett datum, eller sluta
    Show the stories that searches hide, or hide them again
      Visa artiklarna som sökningar döljer, eller dölj dem igen
    Let the kept search tell of what arrives, or end it
      Låt den sparade sökningen berätta om nytt, eller sluta
    Hide what the kept search finds, or end it
      Dölj vad den sparade sökningen hittar, eller sluta
    Select a kept search first; they are beside the desks.
      Välj först en sparad sökning; de står vid redaktionerna.
    “%1” and %2 more hides no more: its time has ended.
      ”%1” och %2 till döljer inte längre: tiden är slut.
    “%1” hides no more: its time has ended.
      ”%1” döljer inte längre: tiden är slut.
    hides nothing
      döljer inget
    hides
      döljer
    hides until %1
      döljer till %1
    Hide what a search finds
      Dölj vad en sökning hittar
    “%1” hides nothing any more.
      ”%1” döljer inget längre.
    What “%1” finds is hidden until %2; %3 shows it.
      Vad ”%1” hittar är dolt till %2; %3 visar det.
    What “%1” finds is hidden; %2 shows it.
      Vad ”%1” hittar är dolt; %2 visar det.
    3 days, 2w, friday, 2026-03-02; nothing for no end
      3 days, 2w, friday, 2026-03-02; inget för alltid
    → until %1
      → till %1
    not a day to come; try %1
      ingen kommande dag; prova %1
    No search hides anything; :mute lets one do so.
      Ingen sökning döljer något; :mute får en att göra det.
    nothing here was hidden
      inget här var dolt
    Shown: %1 · %2 hides again
      Visas: %1 · %2 döljer igen
    What “%1” and %2 more finds is hidden again.
      Vad ”%1” och %2 till hittar är dolt igen.
    What “%1” finds is hidden again.
      Vad ”%1” hittar är dolt igen.
    %1 searches
      %1 sökningar
    %1 hidden by %2
      %1 dolda av %2
    %1 · %2 hidden
      %1 · %2 dolda
    No other stories here.
      Inga andra artiklar här.
    %1; %2 shows them.
      %1; %2 visar dem.
    hint: what is new
      nytt
    hint: thread
      tråd
    hint: alike
      liknande
    hint: mark many
      märk flera
    hint: versions
      versioner
    hint: commands
      kommandon
    hint: themes
      teman
    hint: headings
      mellanrubriker
    hint: copy
      kopiera
    hint: clip
      klipp
    hint: hides it
      döljer
    hint: writes it
      skriver
    Type a link's letters; %1 cancels.  %2
      Skriv en länks bokstäver; %1 avbryter.  %2
    type to narrow
      skriv för att avgränsa
    %1 move, type to narrow
      %1 flyttar, skriv för att avgränsa
    Narrow the list by author, tag, person, place, language, source, folder or desk; Esc widens it
      Avgränsa listan efter författare, etikett, person, plats, språk, källa, mapp eller redaktion; Esc \
    vidgar den
    Put the list under dates, desks or sources, or under no headings
      Ställ listan under datum, redaktioner eller källor, eller utan rubriker
    Find the words, keep the results as the list, go to the date, keep the search, the note or the keys, \
    hide what the search finds, write the file
      Hitta orden, behåll resultaten som lista, gå till datumet, spara sökningen, anteckningen eller \
    tangenterna, dölj det sökningen hittar, skriv filen
    Complete a field or a name; again for the next choice
      Fyll i ett fält eller ett namn; igen för nästa val
    The previous choice
      Föregående val
    Widen READ MORE beside the story
      Gör LÄS MER bredvid artikeln bredare
    Narrow READ MORE beside the story
      Gör LÄS MER bredvid artikeln smalare
    marks belong to the visitor
      markeringar hör till besökaren
    end of hiding
      slut på döljande
    name of a file
      namn på en fil
    Hide “%1” until: 
      Dölj ”%1” till: 
    Write the list to: 
      Skriv listan till: 
    in the folder %1
      i mappen %1
    NO DESK
      INGEN REDAKTION
    NO SOURCE
      INGEN KÄLLA
    by desk
      efter redaktion
    by source
      efter källa
    Results stand together; desks and sources part the list without a search.
      Resultat står ihop; redaktioner och källor delar listan utan sökning.
    By date.
      Efter datum.
    By desk.
      Efter redaktion.
    By source: feeds, wires, mailboxes and files of many stories.
      Efter källa: flöden, byråer, brevlådor och filer med många artiklar.
    Without headings.
      Utan rubriker.
    Write the stories of the list to a file, in the format that its name ends with
      Skriv listans artiklar till en fil i det format som namnet slutar med
    Writing %1 …
      Skriver %1 …
    Wrote %1 to %2.
      Skrev %1 till %2.
    Wrote the first %1 to %2; `newsroom export` writes any number.
      Skrev de första %1 till %2; `newsroom export` skriver hur många som helst.
    Choose another name
      Välj ett annat namn
    Replace the file
      Ersätt filen
    There is a file %1
      Det finns en fil %1
    a name that ends with %1
      ett namn som slutar på %1
    %1 or %2
      %1 eller %2
    READ MORE is beside a story on screens of %1 columns or more.
      LÄS MER är bredvid en artikel på skärmar med minst %1 kolumner.
    READ MORE is now %1 columns wide.
      LÄS MER är nu %1 kolumner brett.
    READ MORE can't be wider on this screen.
      LÄS MER kan inte bli bredare på den här skärmen.
    READ MORE can't be narrower on this screen.
      LÄS MER kan inte bli smalare på den här skärmen.
    Contents
      Innehåll
    All folders
      Alla mappar
    folders
      mappar
    Folders
      Mappar
    No folder
      Ingen mapp
    without a folder
      utan mapp
    from a feed, wire, mailbox or folder, by its title, file or path
      från ett flöde, en byrå, brevlåda eller mapp, med titel, fil eller sökväg
    """
}
