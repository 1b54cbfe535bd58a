extension LanguagePack {
  /// Sentences of the bottom line: marks, tags, clippings, copies, panes, news in Danish.
  static let danishMarks: StaticString =
    """
    Already read.
      Allerede læst.
    Already unread.
      Allerede ulæst.
    Marking …
      Markerer …
    No mark to take back.
      Intet mærke at tage tilbage.
    No mark to repeat.
      Intet mærke at gentage.
    Taken back, %1: “%2” · X repeats it
      Taget tilbage, %1: ”%2” · X gentager
    Again %1: “%2” · x takes it back
      Igen %1: ”%2” · x tager tilbage
    %1 · x takes it back
      %1 · x tager tilbage
    Taken back: %1 · X repeats it
      Taget tilbage: %1 · X gentager
    These marks were set too long ago to take them back.
      Disse mærker er for gamle til at tage tilbage.
    marked read
      markeret som læst
    marked unread
      markeret som ulæst
    done: saved
      gemt
    no longer saved
      ikke længere gemt
    tagged “%1”
      med emneordet ”%1”
    no longer tagged “%1”
      ikke længere med emneordet ”%1”
    not tagged “%1”
      uden emneordet ”%1”
    read
      læst
    unread
      ulæst
    saved
      gemt
    not saved
      ikke gemt
    None of these is saved.
      Ingen af disse er gemt.
    None of these is tagged “%1”.
      Ingen af disse har emneordet ”%1”.
    All of these are tagged “%1” already.
      Alle disse har allerede emneordet ”%1”.
    All of these are read already.
      Alle disse er allerede læst.
    All of these are unread already.
      Alle disse er allerede ulæst.
    All of these are saved already.
      Alle disse er allerede gemt.
    Tagged “%1” · x takes it back
      Emneordet ”%1” givet · x tager tilbage
    No longer tagged “%1” · x takes it back
      Emneordet ”%1” fjernet · x tager tilbage
    %1: %2 read · %3 save · %4 more · %5 ends
      %1: %2 læst · %3 gem · %4 mere · %5 slut
    A range
      Et udsnit
    No range: V begins one at the selected row, and moving extends it.
      Intet udsnit: V begynder et ved den valgte række, og bevægelse udvider det.
    Mark %1 as %2
      Markér %1 som %2
    Save %1
      Gem %1
    Unsave %1
      Gem ikke længere %1
    Tag %1 “%2”
      Giv %1 emneordet ”%2”
    Take “%1” from %2
      Tag ”%1” fra %2
    Tag %1 …
      Giv %1 et emneord …
    Tag %1
      Giv %1 et emneord
    Tag the story
      Giv artiklen et emneord
    the range
      de valgte
    all in the list
      alle
    all above
      alle over
    all below
      alle under
    has it · %1
      har det · %1
    New tag “%1”
      Nyt emneord ”%1”
    Take away “%1”
      Tag ”%1” væk
    No tags yet: type a name
      Ingen emneord: skriv et navn
    None of these stories has a tag of yours; # gives one
      Ingen af artiklerne har dine emneord; # giver et
    There are no lines to select here.
      Her er ingen linjer at vælge.
    There are no words to keep on the screen.
      Der er ingen ord at gemme på skærmen.
    There are no words to keep in these lines.
      Der er ingen ord at gemme i disse linjer.
    Clipping kept; " lists all clippings.
      Udklip gemt; " viser alle udklip.
    No clippings yet: c keeps a paragraph of a story, V selects lines.
      Ingen udklip endnu: c gemmer et afsnit af en artikel, V vælger linjer.
    The story of this clipping is no longer in the library.
      Udklippets artikel er ikke længere i biblioteket.
    The words of this clipping are no longer in the story.
      Udklippets ord er ikke længere i artiklen.
    Clipping deleted. It was: %1
      Udklip slettet. Det var: %1
    Set $EDITOR to the editor that is to open clippings.
      Sæt $EDITOR til den editor, der skal åbne udklip.
    clipping: gone
      borte
    clipping: changed
      ændret
    There is nothing to copy.
      Der er intet at kopiere.
    This is too long to copy: terminals take at most %1 bytes.
      For langt at kopiere: terminaler tager højst %1 byte.
    Sent %1 to your terminal's clipboard: %2
      Sendte %1 til terminalens udklipsholder: %2
    the link
      linket
    the headline
      rubrikken
    the paragraph
      afsnittet
    the citation
      kildehenvisningen
    the path of the file
      filens sti
    the address
      adressen
    the lines
      linjerne
    The settings forbid this: forbid = ["%1"] in newsroom.toml.
      Indstillingerne forbyder det: forbid = ["%1"] i newsroom.toml.
    newsroom.toml names no command for stories: see [pipes] in newsroom.toml(5).
      newsroom.toml nævner ingen kommando til artikler: se [pipes] i newsroom.toml(5).
    This story does not say its address.
      Denne artikel oplyser ikke sin adresse.
    Set $BROWSER to the browser that is to open addresses.
      Sæt $BROWSER til den browser, der skal åbne adresser.
    Only addresses of the web are opened; this is %1.
      Kun webadresser åbnes; dette er %1.
    Set $EDITOR to the editor that is to open files; this is %1.
      Sæt $EDITOR til den editor, der skal åbne filer; dette er %1.
    Open the story first.
      Åbn artiklen først.
    Lines are now at most %1 columns wide.
      Linjer er nu højst %1 kolonner brede.
    The list has no story beside it here, so its width is that of the screen.
      Listen har ingen artikel ved siden af her og er så bred som skærmen.
    The list can't be wider on this screen.
      Listen kan ikke blive bredere på denne skærm.
    The list can't be narrower on this screen.
      Listen kan ikke blive smallere på denne skærm.
    The list is now %1 columns wide.
      Listen er nu %1 kolonner bred.
    The list is hidden while you read; %1 shows it again.
      Listen er skjult, mens du læser; %1 viser den igen.
    The list is beside the story again, if there is room.
      Listen er igen ved siden af artiklen, hvis der er plads.
    READ MORE is hidden; %1 goes there, %2 shows it again.
      LÆS MERE er skjult; %1 går dertil, %2 viser det igen.
    READ MORE is with the story again, if there is room.
      LÆS MERE er igen ved artiklen, hvis der er plads.
    One line a story.
      Én linje pr. artikel.
    Headline and details of each story.
      Rubrik og oplysninger for hver artikel.
    This is now the newer version.
      Dette er nu den nyere version.
    This story left the library; %1 closes it.
      Artiklen har forladt biblioteket; %1 lukker den.
    There is a newer version; %1 shows it.
      Der er en nyere version; %1 viser den.
    Looking for changes …
      Ser efter ændringer …
    """
}
