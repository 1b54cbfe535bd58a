extension LanguagePack {
  /// Sentences of the bottom line: moving, reading, marks in German.
  static let germanMessages: StaticString =
    """
    %1 and then: %2
      %1 und dann: %2
    %1 does not work here: %2 only.
      %1 geht hier nicht: nur %2.
    %1 does nothing here; %2 shows every key.
      %1 tut hier nichts; %2 zeigt alle Tasten.
    “%1” does nothing here; %2 shows every key.
      „%1“ tut hier nichts; %2 zeigt alle Tasten.
    %1 goes to the middle row of the list; in a story, %2 and %3 turn pages.
      %1 geht zur mittleren Zeile der Liste; in einem Artikel blättern %2 und %3.
    A marks all in the list, all above or all below; U lists only unread stories.
      A markiert alle der Liste, alle darüber oder darunter; U zeigt nur ungelesene Artikel.
    E opens the story's file in your editor; v lists a story's versions.
      E öffnet die Datei des Artikels im Editor; v zeigt die Fassungen eines Artikels.
    Your place is saved automatically: Backspace goes back to where you were, L forward.
      Die Stelle wird von selbst gemerkt: Backspace geht dorthin zurück, L vorwärts.
    | gives the story to a program named in newsroom.toml; there is no shell here.
      | gibt den Artikel an ein Programm aus newsroom.toml; hier ist keine Shell.
    | gives the story to a program, such as one that mails it; s saves it for later.
      | gibt den Artikel an ein Programm, etwa zum Verschicken; s merkt ihn für später.
    Lines always fit the pane; g goes to the beginning, G to the end.
      Zeilen passen immer in den Bereich; g geht zum Anfang, G zum Ende.
    K reads the previous story, N goes to the previous match.
      K liest den vorigen Artikel, N geht zum vorigen Treffer.
    / searches for words; = lists stories like this one.
      / sucht nach Wörtern; = zeigt Artikel wie diesen.
    / searches the library as you type; in a story, it finds words.
      / durchsucht die Bibliothek beim Tippen; in einem Artikel findet es Wörter.
    c keeps a paragraph of an open story; d chooses a desk, F an author, a tag and more.
      c behält einen Absatz eines offenen Artikels; d wählt ein Ressort, F Autor, Schlagwort u. a.
    Nothing to save: marks and places are saved as you read.
      Nichts zu speichern: Markierungen und Stellen werden beim Lesen gespeichert.
    I opens a library of newsroom.toml; from the shell, newsroom DIRECTORY opens any.
      I öffnet eine Bibliothek aus newsroom.toml; in der Shell öffnet newsroom VERZEICHNIS jede.
    Esc clears the marks of a search.
      Esc entfernt die Markierungen einer Suche.
    Type set NAME=VALUE, with one of these: %1.
      set NAME=WERT tippen, mit einem von diesen: %1.
    Go to row %1; in a story, follow that number
      Zu Zeile %1; in einem Artikel dieser Nummer folgen
    Go to the last row, or the end of the story
      Zur letzten Zeile oder zum Ende des Artikels
    Quit at once; marks and places are saved
      Sofort beenden; Markierungen und Stellen sind gespeichert
    Set %1 to %2
      %1 auf %2 setzen
    Tag the story “%1”
      Dem Artikel das Schlagwort „%1“ geben
    Make the story %1
      Den Artikel ändern: %1
    q quits, wherever you are.
      q beendet von überall.
    q goes back to the list from a story that fills the screen.
      q geht von einem Artikel, der den Schirm füllt, zur Liste zurück.
    No setting “%1”. Settings: %2.
      Keine Einstellung „%1“. Einstellungen: %2.
    “%1” is not a value for this setting: %2.
      „%1“ ist kein Wert für diese Einstellung: %2.
    Theme: %1
      Thema: %1
    Theme: %1. To keep it for good: theme = "%2" in newsroom.toml.
      Thema: %1. Für immer: theme = "%2" in newsroom.toml.
    This is closed in a reading room: %1.
      In einem Lesesaal ist das geschlossen: %1.
    This is closed in a reading room.
      In einem Lesesaal ist das geschlossen.
    there is no shell behind it
      dahinter ist keine Shell
    searches are not kept
      Suchen werden nicht behalten
    clippings are not kept
      Ausschnitte werden nicht behalten
    what was read is not kept
      Gelesenes wird nicht behalten
    nothing leaves it
      nichts verlässt ihn
    it has one library
      er hat eine Bibliothek
    places are not kept
      Stellen werden nicht behalten
    every visitor has the usual keys
      alle Gäste haben die üblichen Tasten
    what changes is shown by itself
      Änderungen erscheinen von selbst
    list, search and show are open
      list, search und show sind offen
    the host chooses the library
      der Wirt wählt die Bibliothek
    marks belong to the reader
      Markierungen gehören dem Leser
    it is for those who can read the files
      es ist für die, die die Dateien lesen können
    The list has only %1.
      Die Liste hat nur %1.
    This is row %1.
      Das ist Zeile %1.
    The row can't be scrolled any further that way.
      Die Zeile kann nicht weiter in diese Richtung rollen.
    There is no row to scroll here.
      Hier ist keine Zeile zu rollen.
    The first row on the screen is already selected.
      Die erste Zeile auf dem Schirm ist schon gewählt.
    The middle row is already selected.
      Die mittlere Zeile ist schon gewählt.
    The last row on the screen is already selected.
      Die letzte Zeile auf dem Schirm ist schon gewählt.
    This is the last story.
      Das ist der letzte Artikel.
    This is the first story.
      Das ist der erste Artikel.
    The story is still opening.
      Der Artikel wird noch geöffnet.
    The whole story is on the screen.
      Der ganze Artikel ist auf dem Schirm.
    This is the end of the story; %1 reads the next unread.
      Das ist das Ende des Artikels; %1 liest den nächsten ungelesenen.
    This is the beginning of the story.
      Das ist der Anfang des Artikels.
    This is the last row of READ MORE.
      Das ist die letzte Zeile unter WEITERLESEN.
    This is the first row of READ MORE.
      Das ist die erste Zeile unter WEITERLESEN.
    The library is still being read: its stories appear here soon.
      Die Bibliothek wird noch gelesen: Ihre Artikel erscheinen hier bald.
    No stories are listed.
      Die Liste hat keine Artikel.
    There is no pane further right.
      Weiter rechts ist kein Bereich.
    There is no pane further left.
      Weiter links ist kein Bereich.
    Open a story first, then %1 finds words in it.
      Erst einen Artikel öffnen, dann findet %1 Wörter darin.
    Open a story first, then %1 lists its headings.
      Erst einen Artikel öffnen, dann zeigt %1 seine Zwischentitel.
    “%1” is not in this story.
      „%1“ steht nicht in diesem Artikel.
    The words you searched for are not in the text of this story.
      Die gesuchten Wörter stehen nicht im Text dieses Artikels.
    Nothing to find yet: %1 searches, %2 reads the next unread story.
      Noch nichts zu finden: %1 sucht, %2 liest den nächsten ungelesenen Artikel.
    No story is open.
      Kein Artikel ist offen.
    No link on the screen.
      Kein Verweis auf dem Schirm.
    No link is marked “%1”.
      Kein Verweis trägt „%1“.
    “%1” is already on the screen.
      „%1“ ist schon auf dem Schirm.
    This story has no part “%1”.
      Dieser Artikel hat keinen Teil „%1“.
    No story to go back to.
      Kein Artikel, zu dem es zurückgeht.
    No story to go forward to.
      Kein Artikel, zu dem es vorwärtsgeht.
    Outside the library: %1
      Außerhalb der Bibliothek: %1
    Outside the library, and its address is missing: %1
      Außerhalb der Bibliothek, und die Adresse fehlt: %1
    Not in this library yet: %1
      Noch nicht in dieser Bibliothek: %1
    Nothing here has the number %1.
      Nichts hat hier die Nummer %1.
    You have read everything in this list.
      In dieser Liste ist alles gelesen.
    No unread stories further down.
      Weiter unten keine ungelesenen Artikel.
    No unread stories further up.
      Weiter oben keine ungelesenen Artikel.
    Saved.
      Gemerkt.
    No longer saved.
      Nicht mehr gemerkt.
    All stories are already listed. %1 quits, %2 shows every key.
      Alle Artikel sind schon in der Liste. %1 beendet, %2 zeigt alle Tasten.
    By headline, there is only one direction; %1 chooses another order.
      Nach Schlagzeile gibt es nur eine Richtung; %1 wählt eine andere Reihenfolge.
    By how well they match, there is only one direction; %1 chooses another order.
      Nach Güte der Treffer gibt es nur eine Richtung; %1 wählt eine andere Reihenfolge.
    """
}
