extension LanguagePack {
  /// What the commands do, as the help screen says in Swedish.
  static let swedishCommands: StaticString =
    """
    Moving
      Förflyttning
    Reading
      Läsning
    Following
      Länkar
    Finding
      Sökning
    Marks
      Markeringar
    The list
      Listan
    Panes and lines
      Paneler och rader
    Out of the reader
      Ut ur läsaren
    Typing a line
      Skrivraden
    Choosing from a list
      Val i en lista
    Reading a box
      Textrutor
    In all of the above
      I alla dessa
    The program
      Programmet
    Your own
      Egna
    ; then: 
      ; sedan: 
    Down a row or line
      En rad ned
    Up a row or line
      En rad upp
    Down a screen; at the end of a story, read the next unread one
      En skärm ned; vid artikelns slut läses nästa olästa
    Up a screen
      En skärm upp
    Down half a screen
      En halv skärm ned
    Up half a screen
      En halv skärm upp
    Go to the beginning
      Gå till början
    Go to the end
      Gå till slutet
    Next pane
      Nästa panel
    Previous pane
      Föregående panel
    Pane to the right
      Panelen till höger
    Pane to the left
      Panelen till vänster
    Read the selected story
      Läs den valda artikeln
    Read the selected story of READ MORE
      Läs den valda artikeln i LÄS MER
    Read the next story in the list
      Läs nästa artikel i listan
    Read the previous story in the list
      Läs föregående artikel i listan
    Go to what has just arrived or changed, newest first; otherwise read the next unread story
      Gå till det som nyss kommit eller ändrats, det nyaste först; läs annars nästa olästa artikel
    Read the unread story before this one
      Läs den olästa artikeln före den här
    List the headings of the story, to go to one
      Visa artikelns mellanrubriker för att gå till en
    Next heading
      Nästa mellanrubrik
    Previous heading
      Föregående mellanrubrik
    Back to the list; in the list, undo the last narrowing
      Tillbaka till listan; i listan hävs den senaste avgränsningen
    Follow the READ MORE row or the link with this number
      Följ raden i LÄS MER eller länken med det numret
    Put letters on the links; type them to follow one
      Sätt bokstäver på länkarna; skriv dem för att följa en
    Go to READ MORE
      Gå till LÄS MER
    List the versions and copies of the story; d there shows what one changed
      Visa artikelns versioner och kopior; d visar där vad en av dem ändrade
    Show what has changed in the story since you read it
      Visa vad som ändrats i artikeln sedan den lästes
    Show the story's thread as a timeline, oldest first
      Visa artikelns tråd som tidslinje, den äldsta först
    Back to the previous story, where you left it
      Tillbaka till föregående artikel, där du lämnade den
    Forward to the story you came back from
      Framåt till artikeln du kom tillbaka från
    Search the library as you type; in a story, find words in it
      Sök i biblioteket medan du skriver; i en artikel hittas ord i den
    List stories about the same subject, most similar first
      Visa artiklar om samma ämne, de mest lika först
    Next match
      Nästa träff
    Previous match
      Föregående träff
    Mark as read or unread
      Märk som läst eller oläst
    Mark as read
      Märk som läst
    Mark as unread
      Märk som oläst
    Mark all stories of the list as read
      Märk alla artiklar i listan som lästa
    Save the story, or unsave it
      Spara artikeln, eller sluta spara den
    Begin a range of rows at this one, or end it; moving extends it
      Börja ett urval vid den här raden, eller avsluta det; förflyttning utökar det
    Mark or save all in the list, all above, all below, or the range
      Märk eller spara alla i listan, alla ovanför, alla nedanför eller urvalet
    Give the story or the range a tag of your own, or take it away
      Ge artikeln eller urvalet en egen etikett, eller ta bort den
    Take the last mark back, up to a hundred
      Ta tillbaka den senaste markeringen, upp till hundra
    Set the mark that was taken back again
      Sätt den tillbakatagna markeringen igen
    Choose a desk or a kept search
      Välj en redaktion eller en sparad sökning
    Show what is new since your last visit
      Visa nytt sedan förra besöket
    Keep this search under a name, beside the desks
      Spara sökningen under ett namn, bredvid redaktionerna
    Switch between all, unread and saved stories
      Växla mellan alla, olästa och sparade artiklar
    Show only unread stories, or all again
      Visa bara olästa artiklar, eller alla igen
    Show only saved stories, or all again
      Visa bara sparade artiklar, eller alla igen
    Choose the order: newest, oldest, headline, longest, shortest
      Välj ordning: nyaste, äldsta, rubrik, längsta, kortaste
    Reverse the order: oldest or newest first, longest or shortest first
      Vänd ordningen: äldsta eller nyaste först, längsta eller kortaste först
    Go to a date: 2016, 2016-03, yesterday, 7d or 2w ago
      Gå till ett datum: 2016, 2016-03, 7d eller 2w
    Show the newer version of the story, or look for changes in the directory
      Visa artikelns nyare version, eller leta efter ändringar i mappen
    Show every key
      Visa alla tangenter
    Find a command by name
      Hitta ett kommando på namn
    Open another library, by its name in the settings
      Öppna ett annat bibliotek med dess namn i inställningarna
    Choose the colours, which change as you move
      Välj färger; de växlar medan du rör dig
    Redraw the screen
      Rita om skärmen
    Suspend the reader; fg in the shell returns to it
      Pausa läsaren; fg i skalet återvänder till den
    Type a number before a key: 5j goes five rows down, 10G or 10 Enter to row ten
      Skriv ett tal före en tangent: 5j går fem rader ned, 10G eller 10 Enter till rad tio
    Scroll down a line or a row
      Rulla ned en rad
    Scroll up a line or a row
      Rulla upp en rad
    Next paragraph; in the list, next day or heading
      Nästa stycke; i listan nästa dag eller rubrik
    Previous paragraph; in the list, previous day or heading
      Föregående stycke; i listan föregående dag eller rubrik
    Go to the row in the middle of the screen
      Gå till raden mitt på skärmen
    Go to the first row on the screen
      Gå till den första raden på skärmen
    Go to the last row on the screen
      Gå till den sista raden på skärmen
    Scroll the row or match to the middle of the screen
      Rulla raden eller träffen till skärmens mitt
    Scroll the row or match to the top
      Rulla raden eller träffen överst
    Scroll the row or match to the bottom
      Rulla raden eller träffen nederst
    Show the row's number and the story's file
      Visa radens nummer och artikelns fil
    Quit, or go back to the list from a story that fills the screen
      Avsluta, eller gå tillbaka till listan från en artikel som fyller skärmen
    Quit from anywhere
      Avsluta var som helst
    Longer lines of text
      Längre textrader
    Shorter lines of text
      Kortare textrader
    Widen the list beside the story
      Gör listan bredvid artikeln bredare
    Narrow the list beside the story
      Gör listan bredvid artikeln smalare
    Hide the list while you read, or show it again
      Dölj listan medan du läser, eller visa den igen
    Hide READ MORE, or show it again
      Dölj LÄS MER, eller visa det igen
    Show one line a story in the list, or as many as there is room for
      Visa en rad per artikel i listan, eller så många som får plats
    Copy the link, the headline, the paragraph, a citation or the path
      Kopiera länken, rubriken, stycket, en källhänvisning eller sökvägen
    Give the story to a command of yours: read it aloud, print it, mail it
      Ge artikeln till ett eget kommando: läs upp, skriv ut, skicka
    Open the story's address with $BROWSER, or show it
      Öppna artikelns adress med $BROWSER, eller visa den
    Open the story's file in $VISUAL or $EDITOR
      Öppna artikelns fil i $VISUAL eller $EDITOR
    Select lines of the story; moving adds more, c keeps them
      Välj rader i artikeln; förflyttning tar med fler, c sparar dem
    Keep a paragraph or a quote of the story, with a note
      Spara ett stycke eller ett citat ur artikeln med en anteckning
    List all clippings, to go to one
      Visa alla urklipp för att gå till ett
    """
}
