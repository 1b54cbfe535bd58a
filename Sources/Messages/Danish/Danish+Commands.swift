extension LanguagePack {
  /// What the commands do, as the help screen says in Danish.
  static let danishCommands: StaticString =
    """
    Moving
      Bevægelse
    Reading
      Læsning
    Following
      Links
    Finding
      Søgning
    Marks
      Mærker
    The list
      Listen
    Panes and lines
      Paneler og linjer
    Out of the reader
      Ud af læseren
    Typing a line
      Skrivelinjen
    Choosing from a list
      Valg fra en liste
    Reading a box
      Tekstbokse
    In all of the above
      I alle disse
    The program
      Programmet
    Your own
      Dine egne
    ; then: 
      ; derefter: 
    Down a row or line
      En række eller linje ned
    Up a row or line
      En række eller linje op
    Down a screen; at the end of a story, read the next unread one
      En skærm ned; ved artiklens slutning læses den næste ulæste
    Up a screen
      En skærm op
    Down half a screen
      En halv skærm ned
    Up half a screen
      En halv skærm op
    Go to the beginning
      Gå til begyndelsen
    Go to the end
      Gå til slutningen
    Next pane
      Næste panel
    Previous pane
      Forrige panel
    Pane to the right
      Panelet til højre
    Pane to the left
      Panelet til venstre
    Read the selected story
      Læs den valgte artikel
    Read the selected story of READ MORE
      Læs den valgte artikel i LÆS MERE
    Read the next story in the list
      Læs den næste artikel på listen
    Read the previous story in the list
      Læs den forrige artikel på listen
    Go to what has just arrived or changed, newest first; otherwise read the next unread story
      Gå til det, der lige er kommet eller ændret, det nyeste først; ellers læs den næste ulæste artikel
    Read the unread story before this one
      Læs den ulæste artikel før denne
    List the headings of the story, to go to one
      Vis artiklens mellemrubrikker for at gå til en
    Next heading
      Næste mellemrubrik
    Previous heading
      Forrige mellemrubrik
    Back to the list; in the list, undo the last narrowing
      Tilbage til listen; på listen ophæves den sidste indsnævring
    Follow the READ MORE row or the link with this number
      Følg rækken i LÆS MERE eller linket med dette nummer
    Put letters on the links; type them to follow one
      Sæt bogstaver på linkene; skriv dem for at følge et
    Go to READ MORE
      Gå til LÆS MERE
    List the versions and copies of the story; d there shows what one changed
      Vis artiklens versioner og kopier; d viser der, hvad en af dem ændrede
    Show what has changed in the story since you read it
      Vis, hvad der er ændret i artiklen, siden den blev læst
    Show the story's thread as a timeline, oldest first
      Vis artiklens tråd som tidslinje, den ældste først
    Back to the previous story, where you left it
      Tilbage til den forrige artikel, hvor du slap den
    Forward to the story you came back from
      Frem til den artikel, du kom tilbage fra
    Search the library as you type; in a story, find words in it
      Søg i biblioteket, mens du skriver; i en artikel findes ord i den
    List stories about the same subject, most similar first
      Vis artikler om det samme, de mest lignende først
    Next match
      Næste forekomst
    Previous match
      Forrige forekomst
    Mark as read or unread
      Markér som læst eller ulæst
    Mark as read
      Markér som læst
    Mark as unread
      Markér som ulæst
    Mark all stories of the list as read
      Markér alle artikler på listen som læst
    Save the story, or unsave it
      Gem artiklen, eller gem den ikke længere
    Begin a range of rows at this one, or end it; moving extends it
      Begynd et udsnit ved denne række, eller slut det; bevægelse udvider det
    Mark or save all in the list, all above, all below, or the range
      Markér eller gem alle på listen, alle over, alle under eller udsnittet
    Give the story or the range a tag of your own, or take it away
      Giv artiklen eller udsnittet dit eget emneord, eller tag det væk
    Take the last mark back, up to a hundred
      Tag det sidste mærke tilbage, op til hundrede
    Set the mark that was taken back again
      Sæt det tilbagetagne mærke igen
    Choose a desk or a kept search
      Vælg en redaktion eller en gemt søgning
    Show what is new since your last visit
      Vis nyt siden sidste besøg
    Keep this search under a name, beside the desks
      Gem søgningen under et navn, ved siden af redaktionerne
    Switch between all, unread and saved stories
      Skift mellem alle, ulæste og gemte artikler
    Show only unread stories, or all again
      Vis kun ulæste artikler, eller alle igen
    Show only saved stories, or all again
      Vis kun gemte artikler, eller alle igen
    Choose the order: newest, oldest, headline, longest, shortest
      Vælg rækkefølge: nyeste, ældste, rubrik, længste, korteste
    Reverse the order: oldest or newest first, longest or shortest first
      Vend rækkefølgen: ældste eller nyeste først, længste eller korteste først
    Go to a date: 2016, 2016-03, yesterday, 7d or 2w ago
      Gå til en dato: 2016, 2016-03, 7d eller 2w
    Show the newer version of the story, or look for changes in the directory
      Vis artiklens nyere version, eller se efter ændringer i mappen
    Show every key
      Vis alle taster
    Find a command by name
      Find en kommando ved navn
    Open another library, by its name in the settings
      Åbn et andet bibliotek ved dets navn i indstillingerne
    Choose the colours, which change as you move
      Vælg farver; de skifter, mens du bevæger dig
    Redraw the screen
      Tegn skærmen igen
    Suspend the reader; fg in the shell returns to it
      Sæt læseren på pause; fg i skallen vender tilbage til den
    Type a number before a key: 5j goes five rows down, 10G or 10 Enter to row ten
      Skriv et tal før en tast: 5j går fem rækker ned, 10G eller 10 Enter til række ti
    Scroll down a line or a row
      Rul en linje eller række ned
    Scroll up a line or a row
      Rul en linje eller række op
    Next paragraph; in the list, next day or heading
      Næste afsnit; på listen næste dag eller overskrift
    Previous paragraph; in the list, previous day or heading
      Forrige afsnit; på listen forrige dag eller overskrift
    Go to the row in the middle of the screen
      Gå til rækken midt på skærmen
    Go to the first row on the screen
      Gå til den første række på skærmen
    Go to the last row on the screen
      Gå til den sidste række på skærmen
    Scroll the row or match to the middle of the screen
      Rul rækken eller forekomsten til midten af skærmen
    Scroll the row or match to the top
      Rul rækken eller forekomsten øverst
    Scroll the row or match to the bottom
      Rul rækken eller forekomsten nederst
    Show the row's number and the story's file
      Vis rækkens nummer og artiklens fil
    Quit, or go back to the list from a story that fills the screen
      Afslut, eller gå tilbage til listen fra en artikel, der fylder skærmen
    Quit from anywhere
      Afslut, hvor som helst
    Longer lines of text
      Længere tekstlinjer
    Shorter lines of text
      Kortere tekstlinjer
    Widen the list beside the story
      Gør listen ved siden af artiklen bredere
    Narrow the list beside the story
      Gør listen ved siden af artiklen smallere
    Hide the list while you read, or show it again
      Skjul listen, mens du læser, eller vis den igen
    Hide READ MORE, or show it again
      Skjul LÆS MERE, eller vis det igen
    Show one line a story in the list, or as many as there is room for
      Vis én linje pr. artikel på listen, eller så mange, der er plads til
    Copy the link, the headline, the paragraph, a citation or the path
      Kopiér linket, rubrikken, afsnittet, en kildehenvisning eller stien
    Give the story to a command of yours: read it aloud, print it, mail it
      Giv artiklen til din egen kommando: læs højt, udskriv, send
    Open the story's address with $BROWSER, or show it
      Åbn artiklens adresse med $BROWSER, eller vis den
    Open the story's file in $VISUAL or $EDITOR
      Åbn artiklens fil i $VISUAL eller $EDITOR
    Select lines of the story; moving adds more, c keeps them
      Vælg linjer i artiklen; bevægelse tager flere med, c gemmer dem
    Keep a paragraph or a quote of the story, with a note
      Gem et afsnit eller et citat fra artiklen med en note
    List all clippings, to go to one
      Vis alle udklip for at gå til et
    """
}
