extension LanguagePack {
  /// Sentences of the bottom line: moving, reading, marks in Danish.
  static let danishMessages: StaticString =
    """
    %1 and then: %2
      %1 og så: %2
    %1 does not work here: %2 only.
      %1 virker ikke her: kun %2.
    %1 does nothing here; %2 shows every key.
      %1 gør intet her; %2 viser alle taster.
    “%1” does nothing here; %2 shows every key.
      ”%1” gør intet her; %2 viser alle taster.
    %1 goes to the middle row of the list; in a story, %2 and %3 turn pages.
      %1 går til listens midterste række; i en artikel bladrer %2 og %3.
    A marks all in the list, all above or all below; U lists only unread stories.
      A markerer alle på listen, alle over eller alle under; U viser kun ulæste artikler.
    E opens the story's file in your editor; v lists a story's versions.
      E åbner artiklens fil i din editor; v viser en artikels versioner.
    Your place is saved automatically: Backspace goes back to where you were, L forward.
      Stedet huskes af sig selv: Backspace går tilbage til, hvor du var, L frem.
    | gives the story to a program named in newsroom.toml; there is no shell here.
      | giver artiklen til et program fra newsroom.toml; der er ingen skal her.
    | gives the story to a program, such as one that mails it; s saves it for later.
      | giver artiklen til et program, fx et der sender den; s gemmer den til senere.
    Lines always fit the pane; g goes to the beginning, G to the end.
      Linjer passer altid til panelet; g går til begyndelsen, G til slutningen.
    K reads the previous story, N goes to the previous match.
      K læser den forrige artikel, N går til forrige forekomst.
    / searches for words; = lists stories like this one.
      / søger efter ord; = viser artikler som denne.
    / searches the library as you type; in a story, it finds words.
      / søger i biblioteket, mens du skriver; i en artikel finder den ord.
    c keeps a paragraph of an open story; d chooses a desk, F an author, a tag and more.
      c gemmer et afsnit af en åben artikel; d vælger en redaktion, F forfatter, emneord m.m.
    Nothing to save: marks and places are saved as you read.
      Intet at gemme: mærker og steder gemmes, mens du læser.
    I opens a library of newsroom.toml; from the shell, newsroom DIRECTORY opens any.
      I åbner et bibliotek fra newsroom.toml; fra skallen åbner newsroom MAPPE ethvert.
    Esc clears the marks of a search.
      Esc fjerner en søgnings mærker.
    Type set NAME=VALUE, with one of these: %1.
      Skriv set NAVN=VÆRDI med en af disse: %1.
    Go to row %1; in a story, follow that number
      Gå til række %1; i en artikel følges det nummer
    Go to the last row, or the end of the story
      Gå til den sidste række eller artiklens slutning
    Quit at once; marks and places are saved
      Afslut straks; mærker og steder er gemt
    Set %1 to %2
      Sæt %1 til %2
    Tag the story “%1”
      Giv artiklen emneordet ”%1”
    Make the story %1
      Gør artiklen %1
    q quits, wherever you are.
      q afslutter, hvor du end er.
    q goes back to the list from a story that fills the screen.
      q går tilbage til listen fra en artikel, der fylder skærmen.
    No setting “%1”. Settings: %2.
      Ingen indstilling ”%1”. Indstillinger: %2.
    “%1” is not a value for this setting: %2.
      ”%1” er ingen værdi for denne indstilling: %2.
    Theme: %1
      Tema: %1
    Theme: %1. To keep it for good: theme = "%2" in newsroom.toml.
      Tema: %1. For altid: theme = "%2" i newsroom.toml.
    This is closed in a reading room: %1.
      Dette er lukket i en læsesal: %1.
    This is closed in a reading room.
      Dette er lukket i en læsesal.
    there is no shell behind it
      der er ingen skal bagved
    searches are not kept
      søgninger gemmes ikke
    clippings are not kept
      udklip gemmes ikke
    what was read is not kept
      det læste huskes ikke
    nothing leaves it
      intet forlader den
    it has one library
      den har ét bibliotek
    places are not kept
      steder huskes ikke
    every visitor has the usual keys
      alle gæster har de sædvanlige taster
    what changes is shown by itself
      ændringer vises af sig selv
    list, search and show are open
      list, search og show er åbne
    the host chooses the library
      værten vælger biblioteket
    marks belong to the reader
      mærker hører til læseren
    it is for those who can read the files
      det er for dem, der kan læse filerne
    The list has only %1.
      Listen har kun %1.
    This is row %1.
      Dette er række %1.
    The row can't be scrolled any further that way.
      Rækken kan ikke rulles længere den vej.
    There is no row to scroll here.
      Her er ingen række at rulle.
    The first row on the screen is already selected.
      Den første række på skærmen er allerede valgt.
    The middle row is already selected.
      Den midterste række er allerede valgt.
    The last row on the screen is already selected.
      Den sidste række på skærmen er allerede valgt.
    This is the last story.
      Dette er den sidste artikel.
    This is the first story.
      Dette er den første artikel.
    The story is still opening.
      Artiklen åbnes stadig.
    The whole story is on the screen.
      Hele artiklen er på skærmen.
    This is the end of the story; %1 reads the next unread.
      Dette er artiklens slutning; %1 læser den næste ulæste.
    This is the beginning of the story.
      Dette er artiklens begyndelse.
    This is the last row of READ MORE.
      Dette er den sidste række i LÆS MERE.
    This is the first row of READ MORE.
      Dette er den første række i LÆS MERE.
    The library is still being read: its stories appear here soon.
      Biblioteket læses stadig: artiklerne vises her snart.
    No stories are listed.
      Ingen artikler på listen.
    There is no pane further right.
      Der er intet panel længere til højre.
    There is no pane further left.
      Der er intet panel længere til venstre.
    Open a story first, then %1 finds words in it.
      Åbn først en artikel, så finder %1 ord i den.
    Open a story first, then %1 lists its headings.
      Åbn først en artikel, så viser %1 dens mellemrubrikker.
    “%1” is not in this story.
      ”%1” er ikke i denne artikel.
    The words you searched for are not in the text of this story.
      De søgte ord er ikke i denne artikels tekst.
    Nothing to find yet: %1 searches, %2 reads the next unread story.
      Intet at finde endnu: %1 søger, %2 læser den næste ulæste artikel.
    No story is open.
      Ingen artikel er åben.
    No link on the screen.
      Intet link på skærmen.
    No link is marked “%1”.
      Intet link er mærket ”%1”.
    “%1” is already on the screen.
      ”%1” er allerede på skærmen.
    This story has no part “%1”.
      Denne artikel har ingen del ”%1”.
    No story to go back to.
      Ingen artikel at gå tilbage til.
    No story to go forward to.
      Ingen artikel at gå frem til.
    Outside the library: %1
      Uden for biblioteket: %1
    Outside the library, and its address is missing: %1
      Uden for biblioteket, og adressen mangler: %1
    Not in this library yet: %1
      Endnu ikke i dette bibliotek: %1
    Nothing here has the number %1.
      Intet her har nummer %1.
    You have read everything in this list.
      Alt på denne liste er læst.
    No unread stories further down.
      Ingen ulæste artikler længere nede.
    No unread stories further up.
      Ingen ulæste artikler længere oppe.
    Saved.
      Gemt.
    No longer saved.
      Ikke længere gemt.
    All stories are already listed. %1 quits, %2 shows every key.
      Alle artikler er allerede på listen. %1 afslutter, %2 viser alle taster.
    By headline, there is only one direction; %1 chooses another order.
      Efter rubrik er der kun én retning; %1 vælger en anden rækkefølge.
    By how well they match, there is only one direction; %1 chooses another order.
      Efter hvor godt de passer, er der kun én retning; %1 vælger en anden rækkefølge.
    """
}
