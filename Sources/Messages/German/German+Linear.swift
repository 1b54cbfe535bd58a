extension LanguagePack {
  /// Linear mode in German.
  static let germanLinear: StaticString =
    """
    Type a number to read that story, or help for all commands.
      Eine Zahl tippen, um den Artikel zu lesen, oder help für alle Befehle.
    Did you mean %1?
      War %1 gemeint?
    Did you mean “%1”?
      War „%1“ gemeint?
    Type help.
      help tippen.
    No command “%1”. %2
      Kein Befehl „%1“. %2
    Nothing has a number.
      Nichts hat eine Nummer.
    The numbers go from 1 to %1.
      Die Nummern gehen von 1 bis %1.
    Search for what? Type search and some words.
      Wonach suchen? search und einige Wörter tippen.
    Enter for the next %1.
      Enter für die nächsten %1.
    That was the end. Type next for the next story, related for READ MORE, back, or list.
      Das war das Ende. next für den nächsten Artikel tippen, related für WEITERLESEN, back oder list.
    That was the last story of the list.
      Das war der letzte Artikel der Liste.
    That was the first story of the list.
      Das war der erste Artikel der Liste.
    %1. %2: %3, %4 unread
      %1. %2: %3, %4 ungelesen
    No desk “%1”. Type desks for a list.
      Kein Ressort „%1“. desks tippen für eine Liste.
    End of the story.
      Ende des Artikels.
    %1 more line.|%1 more lines.
      Noch %1 Zeile.|Noch %1 Zeilen.
    You are in the list already.
      Das ist schon die Liste.
    “%1” is not in the library.
      „%1“ ist nicht in der Bibliothek.
    The story has no links.
      Der Artikel hat keine Verweise.
    %1. %2, not in the library
      %1. %2, nicht in der Bibliothek
    Nothing belongs with this story.
      Zu diesem Artikel gehört nichts.
    “%1” is %2.
      „%1“ ist %2.
    In the list, at story %1.
      In der Liste, bei Artikel %1.
    changed
      geändert
    The next lines of the story or of the list; so does Enter alone
      Die nächsten Zeilen des Artikels oder der Liste; auch Enter allein
    The list again, from its first story
      Die Liste noch einmal, von ihrem ersten Artikel an
    Read the next story of the list
      Den nächsten Artikel der Liste lesen
    Read the story before it
      Den Artikel davor lesen
    Back to the story you came from, or to the list
      Zurück zum vorigen Artikel oder zur Liste
    List the stories that have the words
      Artikel mit den Wörtern auflisten
    List all stories
      Alle Artikel auflisten
    List the unread stories
      Die ungelesenen Artikel auflisten
    List the saved stories
      Die gemerkten Artikel auflisten
    List the desks, or the stories of one
      Die Ressorts auflisten oder die Artikel von einem
    List the links of the story
      Die Verweise des Artikels auflisten
    List READ MORE, the stories that belong with it
      WEITERLESEN auflisten, die Artikel, die dazugehören
    Mark the story as read or unread
      Den Artikel als gelesen oder ungelesen markieren
    Say where you are, and the story's file
      Sagen, wo es gerade steht, und die Datei des Artikels
    List these commands
      Diese Befehle auflisten
    End
      Ende
    """
}
