extension LanguagePack {
  /// Sentences of the bottom line: moving, reading, marks in Swedish.
  static let swedishMessages: StaticString =
    """
    %1 and then: %2
      %1 och sedan: %2
    %1 does not work here: %2 only.
      %1 fungerar inte här: bara %2.
    %1 does nothing here; %2 shows every key.
      %1 gör inget här; %2 visar alla tangenter.
    “%1” does nothing here; %2 shows every key.
      ”%1” gör inget här; %2 visar alla tangenter.
    %1 goes to the middle row of the list; in a story, %2 and %3 turn pages.
      %1 går till listans mittersta rad; i en artikel bläddrar %2 och %3.
    A marks all in the list, all above or all below; U lists only unread stories.
      A märker alla i listan, alla ovanför eller alla nedanför; U visar bara olästa artiklar.
    E opens the story's file in your editor; v lists a story's versions.
      E öppnar artikelns fil i din editor; v visar en artikels versioner.
    Your place is saved automatically: Backspace goes back to where you were, L forward.
      Platsen sparas av sig själv: Backspace går tillbaka dit du var, L framåt.
    | gives the story to a program named in newsroom.toml; there is no shell here.
      | ger artikeln till ett program i newsroom.toml; här finns inget skal.
    | gives the story to a program, such as one that mails it; s saves it for later.
      | ger artikeln till ett program, t.ex. ett som skickar den; s sparar den till senare.
    Lines always fit the pane; g goes to the beginning, G to the end.
      Rader passar alltid i panelen; g går till början, G till slutet.
    K reads the previous story, N goes to the previous match.
      K läser föregående artikel, N går till föregående träff.
    / searches for words; = lists stories like this one.
      / söker efter ord; = visar artiklar som den här.
    / searches the library as you type; in a story, it finds words.
      / söker i biblioteket medan du skriver; i en artikel hittar den ord.
    c keeps a paragraph of an open story; d chooses a desk, F an author, a tag and more.
      c sparar ett stycke av en öppen artikel; d väljer en redaktion, F författare, etikett m.m.
    Nothing to save: marks and places are saved as you read.
      Inget att spara: markeringar och platser sparas medan du läser.
    I opens a library of newsroom.toml; from the shell, newsroom DIRECTORY opens any.
      I öppnar ett bibliotek ur newsroom.toml; från skalet öppnar newsroom MAPP vilket som helst.
    Esc clears the marks of a search.
      Esc tar bort en söknings markeringar.
    Type set NAME=VALUE, with one of these: %1.
      Skriv set NAMN=VÄRDE med en av dessa: %1.
    Go to row %1; in a story, follow that number
      Gå till rad %1; i en artikel följs det numret
    Go to the last row, or the end of the story
      Gå till sista raden eller artikelns slut
    Quit at once; marks and places are saved
      Avsluta genast; markeringar och platser är sparade
    Set %1 to %2
      Sätt %1 till %2
    Tag the story “%1”
      Ge artikeln etiketten ”%1”
    Make the story %1
      Gör artikeln %1
    q quits, wherever you are.
      q avslutar, var du än är.
    q goes back to the list from a story that fills the screen.
      q går tillbaka till listan från en artikel som fyller skärmen.
    No setting “%1”. Settings: %2.
      Ingen inställning ”%1”. Inställningar: %2.
    “%1” is not a value for this setting: %2.
      ”%1” är inget värde för den här inställningen: %2.
    Theme: %1
      Tema: %1
    Theme: %1. To keep it for good: theme = "%2" in newsroom.toml.
      Tema: %1. För gott: theme = "%2" i newsroom.toml.
    This is closed in a reading room: %1.
      Det här är stängt i en läsesal: %1.
    This is closed in a reading room.
      Det här är stängt i en läsesal.
    there is no shell behind it
      det finns inget skal bakom
    searches are not kept
      sökningar sparas inte
    clippings are not kept
      urklipp sparas inte
    what was read is not kept
      det lästa sparas inte
    nothing leaves it
      inget lämnar den
    it has one library
      den har ett bibliotek
    places are not kept
      platser sparas inte
    every visitor has the usual keys
      alla besökare har de vanliga tangenterna
    what changes is shown by itself
      ändringar visas av sig själva
    list, search and show are open
      list, search och show är öppna
    the host chooses the library
      värden väljer biblioteket
    marks belong to the reader
      markeringar hör till läsaren
    it is for those who can read the files
      det är för dem som kan läsa filerna
    The list has only %1.
      Listan har bara %1.
    This is row %1.
      Det här är rad %1.
    The row can't be scrolled any further that way.
      Raden kan inte rullas längre åt det hållet.
    There is no row to scroll here.
      Här finns ingen rad att rulla.
    The first row on the screen is already selected.
      Den första raden på skärmen är redan vald.
    The middle row is already selected.
      Den mittersta raden är redan vald.
    The last row on the screen is already selected.
      Den sista raden på skärmen är redan vald.
    This is the last story.
      Det här är den sista artikeln.
    This is the first story.
      Det här är den första artikeln.
    The story is still opening.
      Artikeln öppnas fortfarande.
    The whole story is on the screen.
      Hela artikeln är på skärmen.
    This is the end of the story; %1 reads the next unread.
      Det här är artikelns slut; %1 läser nästa olästa.
    This is the beginning of the story.
      Det här är artikelns början.
    This is the last row of READ MORE.
      Det här är den sista raden i LÄS MER.
    This is the first row of READ MORE.
      Det här är den första raden i LÄS MER.
    The library is still being read: its stories appear here soon.
      Biblioteket läses fortfarande: artiklarna visas snart här.
    No stories are listed.
      Inga artiklar i listan.
    There is no pane further right.
      Det finns ingen panel längre till höger.
    There is no pane further left.
      Det finns ingen panel längre till vänster.
    Open a story first, then %1 finds words in it.
      Öppna först en artikel, så hittar %1 ord i den.
    Open a story first, then %1 lists its headings.
      Öppna först en artikel, så visar %1 dess mellanrubriker.
    “%1” is not in this story.
      ”%1” finns inte i den här artikeln.
    The words you searched for are not in the text of this story.
      De sökta orden finns inte i den här artikelns text.
    Nothing to find yet: %1 searches, %2 reads the next unread story.
      Inget att hitta än: %1 söker, %2 läser nästa olästa artikel.
    No story is open.
      Ingen artikel är öppen.
    No link on the screen.
      Ingen länk på skärmen.
    No link is marked “%1”.
      Ingen länk är märkt ”%1”.
    “%1” is already on the screen.
      ”%1” är redan på skärmen.
    This story has no part “%1”.
      Den här artikeln har ingen del ”%1”.
    No story to go back to.
      Ingen artikel att gå tillbaka till.
    No story to go forward to.
      Ingen artikel att gå framåt till.
    Outside the library: %1
      Utanför biblioteket: %1
    Outside the library, and its address is missing: %1
      Utanför biblioteket, och adressen saknas: %1
    Not in this library yet: %1
      Inte i det här biblioteket än: %1
    Nothing here has the number %1.
      Inget här har nummer %1.
    You have read everything in this list.
      Allt i den här listan är läst.
    No unread stories further down.
      Inga olästa artiklar längre ned.
    No unread stories further up.
      Inga olästa artiklar längre upp.
    Saved.
      Sparad.
    No longer saved.
      Inte längre sparad.
    All stories are already listed. %1 quits, %2 shows every key.
      Alla artiklar är redan i listan. %1 avslutar, %2 visar alla tangenter.
    By headline, there is only one direction; %1 chooses another order.
      Efter rubrik finns bara en riktning; %1 väljer en annan ordning.
    By how well they match, there is only one direction; %1 chooses another order.
      Efter hur väl de passar finns bara en riktning; %1 väljer en annan ordning.
    """
}
