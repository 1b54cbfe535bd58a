extension LanguagePack {
  /// Sentences of the bottom line: marks, tags, clippings, copies, panes, news in Swedish.
  static let swedishMarks: StaticString =
    """
    Already read.
      Redan läst.
    Already unread.
      Redan oläst.
    Marking …
      Märker …
    No mark to take back.
      Ingen markering att ta tillbaka.
    No mark to repeat.
      Ingen markering att upprepa.
    Taken back, %1: “%2” · X repeats it
      Tillbakatagen, %1: ”%2” · X upprepar
    Again %1: “%2” · x takes it back
      Åter %1: ”%2” · x tar tillbaka
    %1 · x takes it back
      %1 · x tar tillbaka
    Taken back: %1 · X repeats it
      Tillbakataget: %1 · X upprepar
    These marks were set too long ago to take them back.
      Dessa markeringar är för gamla för att tas tillbaka.
    marked read
      märkta som lästa
    marked unread
      märkta som olästa
    done: saved
      sparade
    no longer saved
      inte längre sparade
    tagged “%1”
      med etiketten ”%1”
    no longer tagged “%1”
      inte längre med etiketten ”%1”
    not tagged “%1”
      utan etiketten ”%1”
    read
      läst
    unread
      oläst
    saved
      sparad
    not saved
      inte sparad
    None of these is saved.
      Ingen av dessa är sparad.
    None of these is tagged “%1”.
      Ingen av dessa har etiketten ”%1”.
    All of these are tagged “%1” already.
      Alla dessa har redan etiketten ”%1”.
    All of these are read already.
      Alla dessa är redan lästa.
    All of these are unread already.
      Alla dessa är redan olästa.
    All of these are saved already.
      Alla dessa är redan sparade.
    Tagged “%1” · x takes it back
      Etiketten ”%1” given · x tar tillbaka
    No longer tagged “%1” · x takes it back
      Etiketten ”%1” borttagen · x tar tillbaka
    %1: %2 read · %3 save · %4 more · %5 ends
      %1: %2 läst · %3 spara · %4 mer · %5 slut
    A range
      Ett urval
    No range: V begins one at the selected row, and moving extends it.
      Inget urval: V börjar ett vid den valda raden, och förflyttning utökar det.
    Mark %1 as %2
      Märk %1 som %2
    Save %1
      Spara %1
    Unsave %1
      Spara inte längre %1
    Tag %1 “%2”
      Ge %1 etiketten ”%2”
    Take “%1” from %2
      Ta ”%1” från %2
    Tag %1 …
      Ge %1 en etikett …
    Tag %1
      Ge %1 en etikett
    Tag the story
      Ge artikeln en etikett
    the range
      de valda
    all in the list
      alla
    all above
      alla ovanför
    all below
      alla nedanför
    has it · %1
      har den · %1
    New tag “%1”
      Ny etikett ”%1”
    Take away “%1”
      Ta bort ”%1”
    No tags yet: type a name
      Inga etiketter: skriv ett namn
    None of these stories has a tag of yours; # gives one
      Ingen av artiklarna har egna etiketter; # ger en
    There are no lines to select here.
      Här finns inga rader att välja.
    There are no words to keep on the screen.
      Det finns inga ord att spara på skärmen.
    There are no words to keep in these lines.
      Det finns inga ord att spara på dessa rader.
    Clipping kept; " lists all clippings.
      Urklipp sparat; " visar alla urklipp.
    No clippings yet: c keeps a paragraph of a story, V selects lines.
      Inga urklipp än: c sparar ett stycke av en artikel, V väljer rader.
    The story of this clipping is no longer in the library.
      Urklippets artikel finns inte längre i biblioteket.
    The words of this clipping are no longer in the story.
      Urklippets ord finns inte längre i artikeln.
    Clipping deleted. It was: %1
      Urklipp borttaget. Det var: %1
    Set $EDITOR to the editor that is to open clippings.
      Sätt $EDITOR till den editor som ska öppna urklipp.
    clipping: gone
      borta
    clipping: changed
      ändrad
    There is nothing to copy.
      Det finns inget att kopiera.
    This is too long to copy: terminals take at most %1 bytes.
      För långt att kopiera: terminaler tar högst %1 byte.
    Sent %1 to your terminal's clipboard: %2
      Skickade %1 till terminalens urklipp: %2
    the link
      länken
    the headline
      rubriken
    the paragraph
      stycket
    the citation
      källhänvisningen
    the path of the file
      filens sökväg
    the address
      adressen
    the lines
      raderna
    The settings forbid this: forbid = ["%1"] in newsroom.toml.
      Inställningarna förbjuder det: forbid = ["%1"] i newsroom.toml.
    newsroom.toml names no command for stories: see [pipes] in newsroom.toml(5).
      newsroom.toml nämner inget kommando för artiklar: se [pipes] i newsroom.toml(5).
    This story does not say its address.
      Den här artikeln anger inte sin adress.
    Set $BROWSER to the browser that is to open addresses.
      Sätt $BROWSER till den webbläsare som ska öppna adresser.
    Only addresses of the web are opened; this is %1.
      Bara webbadresser öppnas; det här är %1.
    Set $EDITOR to the editor that is to open files; this is %1.
      Sätt $EDITOR till den editor som ska öppna filer; det här är %1.
    Open the story first.
      Öppna artikeln först.
    Lines are now at most %1 columns wide.
      Rader är nu högst %1 kolumner breda.
    The list has no story beside it here, so its width is that of the screen.
      Listan har ingen artikel bredvid sig här och är så bred som skärmen.
    The list can't be wider on this screen.
      Listan kan inte bli bredare på den här skärmen.
    The list can't be narrower on this screen.
      Listan kan inte bli smalare på den här skärmen.
    The list is now %1 columns wide.
      Listan är nu %1 kolumner bred.
    The list is hidden while you read; %1 shows it again.
      Listan är dold medan du läser; %1 visar den igen.
    The list is beside the story again, if there is room.
      Listan är bredvid artikeln igen, om den får plats.
    READ MORE is hidden; %1 goes there, %2 shows it again.
      LÄS MER är dolt; %1 går dit, %2 visar det igen.
    READ MORE is with the story again, if there is room.
      LÄS MER är vid artikeln igen, om det får plats.
    One line a story.
      En rad per artikel.
    Headline and details of each story.
      Rubrik och uppgifter för varje artikel.
    This is now the newer version.
      Det här är nu den nyare versionen.
    This story left the library; %1 closes it.
      Artikeln har lämnat biblioteket; %1 stänger den.
    There is a newer version; %1 shows it.
      Det finns en nyare version; %1 visar den.
    Looking for changes …
      Letar efter ändringar …
    """
}
