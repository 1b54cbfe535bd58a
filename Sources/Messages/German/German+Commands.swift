extension LanguagePack {
  /// What the commands do, as the help screen says in German.
  static let germanCommands: StaticString =
    """
    Moving
      Bewegen
    Reading
      Lesen
    Following
      Verweise
    Finding
      Suchen
    Marks
      Markierungen
    The list
      Die Liste
    Panes and lines
      Bereiche und Zeilen
    Out of the reader
      Aus dem Leser hinaus
    Typing a line
      Eingabezeile
    Choosing from a list
      Auswahllisten
    Reading a box
      Textfenster
    In all of the above
      In all diesen
    The program
      Das Programm
    Your own
      Eigene
    ; then: 
      ; danach: 
    Down a row or line
      Eine Zeile nach unten
    Up a row or line
      Eine Zeile nach oben
    Down a screen; at the end of a story, read the next unread one
      Einen Schirm nach unten; am Ende eines Artikels den nächsten ungelesenen lesen
    Up a screen
      Einen Schirm nach oben
    Down half a screen
      Einen halben Schirm nach unten
    Up half a screen
      Einen halben Schirm nach oben
    Go to the beginning
      Zum Anfang
    Go to the end
      Zum Ende
    Next pane
      Nächster Bereich
    Previous pane
      Voriger Bereich
    Pane to the right
      Bereich rechts
    Pane to the left
      Bereich links
    Read the selected story
      Den gewählten Artikel lesen
    Read the selected story of READ MORE
      Den gewählten Artikel unter WEITERLESEN lesen
    Read the next story in the list
      Den nächsten Artikel der Liste lesen
    Read the previous story in the list
      Den vorigen Artikel der Liste lesen
    Go to what has just arrived or changed, newest first; otherwise read the next unread story
      Zu dem, was gerade eingetroffen oder geändert ist, das Neueste zuerst; sonst den nächsten \
    ungelesenen Artikel lesen
    Read the unread story before this one
      Den ungelesenen Artikel vor diesem lesen
    List the headings of the story, to go to one
      Die Zwischentitel des Artikels auflisten, um zu einem zu gehen
    Next heading
      Nächster Zwischentitel
    Previous heading
      Voriger Zwischentitel
    Back to the list; in the list, undo the last narrowing
      Zurück zur Liste; in der Liste die letzte Eingrenzung aufheben
    Follow the READ MORE row or the link with this number
      Der Zeile unter WEITERLESEN oder dem Verweis mit dieser Nummer folgen
    Put letters on the links; type them to follow one
      Buchstaben auf die Verweise setzen; sie tippen, um einem zu folgen
    Go to READ MORE
      Zu WEITERLESEN gehen
    List the versions and copies of the story; d there shows what one changed
      Fassungen und Kopien des Artikels auflisten; d zeigt dort, was eine geändert hat
    Show what has changed in the story since you read it
      Zeigen, was sich im Artikel seit dem Lesen geändert hat
    Show the story's thread as a timeline, oldest first
      Den Strang des Artikels als Zeitleiste zeigen, das Älteste zuerst
    Back to the previous story, where you left it
      Zurück zum vorigen Artikel, an die verlassene Stelle
    Forward to the story you came back from
      Vorwärts zu dem Artikel, von dem es zurückging
    Search the library as you type; in a story, find words in it
      Die Bibliothek beim Tippen durchsuchen; in einem Artikel Wörter darin finden
    List stories about the same subject, most similar first
      Artikel zum selben Thema auflisten, die ähnlichsten zuerst
    Next match
      Nächster Treffer
    Previous match
      Voriger Treffer
    Mark as read or unread
      Als gelesen oder ungelesen markieren
    Mark as read
      Als gelesen markieren
    Mark as unread
      Als ungelesen markieren
    Mark all stories of the list as read
      Alle Artikel der Liste als gelesen markieren
    Save the story, or unsave it
      Den Artikel merken oder nicht mehr merken
    Begin a range of rows at this one, or end it; moving extends it
      Einen Zeilenbereich hier beginnen oder beenden; Bewegen erweitert ihn
    Mark or save all in the list, all above, all below, or the range
      Alle der Liste, alle darüber, alle darunter oder den Zeilenbereich markieren oder merken
    Give the story or the range a tag of your own, or take it away
      Dem Artikel oder Zeilenbereich ein eigenes Schlagwort geben oder nehmen
    Take the last mark back, up to a hundred
      Die letzte Markierung zurücknehmen, bis zu hundert
    Set the mark that was taken back again
      Die zurückgenommene Markierung wieder setzen
    Choose a desk or a kept search
      Ein Ressort oder eine behaltene Suche wählen
    Show what is new since your last visit
      Neues seit dem letzten Besuch zeigen
    Keep this search under a name, beside the desks
      Diese Suche unter einem Namen neben den Ressorts behalten
    Switch between all, unread and saved stories
      Zwischen allen, ungelesenen und gemerkten Artikeln wechseln
    Show only unread stories, or all again
      Nur ungelesene Artikel zeigen oder wieder alle
    Show only saved stories, or all again
      Nur gemerkte Artikel zeigen oder wieder alle
    Choose the order: newest, oldest, headline, longest, shortest
      Reihenfolge wählen: neueste, älteste, Schlagzeile, längste, kürzeste
    Reverse the order: oldest or newest first, longest or shortest first
      Reihenfolge umkehren: älteste oder neueste zuerst, längste oder kürzeste zuerst
    Go to a date: 2016, 2016-03, yesterday, 7d or 2w ago
      Zu einem Datum gehen: 2016, 2016-03, 7d oder 2w
    Show the newer version of the story, or look for changes in the directory
      Die neuere Fassung des Artikels zeigen oder nach Änderungen im Verzeichnis sehen
    Show every key
      Alle Tasten zeigen
    Find a command by name
      Einen Befehl nach Namen finden
    Open another library, by its name in the settings
      Eine andere Bibliothek nach ihrem Namen in den Einstellungen öffnen
    Choose the colours, which change as you move
      Farben wählen; sie wechseln beim Bewegen
    Redraw the screen
      Den Schirm neu zeichnen
    Suspend the reader; fg in the shell returns to it
      Den Leser anhalten; fg in der Shell kehrt zurück
    Type a number before a key: 5j goes five rows down, 10G or 10 Enter to row ten
      Eine Zahl vor einer Taste: 5j geht fünf Zeilen nach unten, 10G oder 10 Enter zu Zeile zehn
    Scroll down a line or a row
      Eine Zeile nach unten rollen
    Scroll up a line or a row
      Eine Zeile nach oben rollen
    Next paragraph; in the list, next day or heading
      Nächster Absatz; in der Liste nächster Tag oder Titel
    Previous paragraph; in the list, previous day or heading
      Voriger Absatz; in der Liste voriger Tag oder Titel
    Go to the row in the middle of the screen
      Zur Zeile in der Mitte des Schirms
    Go to the first row on the screen
      Zur ersten Zeile auf dem Schirm
    Go to the last row on the screen
      Zur letzten Zeile auf dem Schirm
    Scroll the row or match to the middle of the screen
      Zeile oder Treffer in die Mitte des Schirms rollen
    Scroll the row or match to the top
      Zeile oder Treffer nach oben rollen
    Scroll the row or match to the bottom
      Zeile oder Treffer nach unten rollen
    Show the row's number and the story's file
      Zeilennummer und Datei des Artikels zeigen
    Quit, or go back to the list from a story that fills the screen
      Beenden oder von einem Artikel, der den Schirm füllt, zur Liste zurückgehen
    Quit from anywhere
      Von überall beenden
    Longer lines of text
      Längere Textzeilen
    Shorter lines of text
      Kürzere Textzeilen
    Widen the list beside the story
      Die Liste neben dem Artikel verbreitern
    Narrow the list beside the story
      Die Liste neben dem Artikel verschmälern
    Hide the list while you read, or show it again
      Die Liste beim Lesen ausblenden oder wieder zeigen
    Hide READ MORE, or show it again
      WEITERLESEN ausblenden oder wieder zeigen
    Show one line a story in the list, or as many as there is room for
      In der Liste eine Zeile je Artikel zeigen oder so viele, wie Platz haben
    Copy the link, the headline, the paragraph, a citation or the path
      Adresse, Schlagzeile, Absatz, Zitat oder Pfad kopieren
    Give the story to a command of yours: read it aloud, print it, mail it
      Den Artikel an einen eigenen Befehl geben: vorlesen, drucken, verschicken
    Open the story's address with $BROWSER, or show it
      Die Adresse des Artikels mit $BROWSER öffnen oder zeigen
    Open the story's file in $VISUAL or $EDITOR
      Die Datei des Artikels in $VISUAL oder $EDITOR öffnen
    Select lines of the story; moving adds more, c keeps them
      Zeilen des Artikels wählen; Bewegen nimmt mehr hinzu, c behält sie
    Keep a paragraph or a quote of the story, with a note
      Einen Absatz oder ein Zitat des Artikels mit einer Notiz behalten
    List all clippings, to go to one
      Alle Ausschnitte auflisten, um zu einem zu gehen
    """
}
