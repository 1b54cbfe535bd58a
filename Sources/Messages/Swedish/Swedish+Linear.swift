extension LanguagePack {
  /// Linear mode in Swedish.
  static let swedishLinear: StaticString =
    """
    Type a number to read that story, or help for all commands.
      Skriv ett tal för att läsa den artikeln, eller help för alla kommandon.
    Did you mean %1?
      Menade du %1?
    Did you mean “%1”?
      Menade du ”%1”?
    Type help.
      Skriv help.
    No command “%1”. %2
      Inget kommando ”%1”. %2
    Nothing has a number.
      Inget har ett nummer.
    The numbers go from 1 to %1.
      Numren går från 1 till %1.
    Search for what? Type search and some words.
      Söka efter vad? Skriv search och några ord.
    Enter for the next %1.
      Enter för nästa %1.
    That was the end. Type next for the next story, related for READ MORE, back, or list.
      Det var slutet. Skriv next för nästa artikel, related för LÄS MER, back eller list.
    That was the last story of the list.
      Det var listans sista artikel.
    That was the first story of the list.
      Det var listans första artikel.
    %1. %2: %3, %4 unread
      %1. %2: %3, %4 olästa
    No desk “%1”. Type desks for a list.
      Ingen redaktion ”%1”. Skriv desks för en lista.
    End of the story.
      Slut på artikeln.
    %1 more line.|%1 more lines.
      %1 rad till.|%1 rader till.
    You are in the list already.
      Du är redan i listan.
    “%1” is not in the library.
      ”%1” finns inte i biblioteket.
    The story has no links.
      Artikeln har inga länkar.
    %1. %2, not in the library
      %1. %2, inte i biblioteket
    Nothing belongs with this story.
      Inget hör till den här artikeln.
    “%1” is %2.
      ”%1” är %2.
    In the list, at story %1.
      I listan, vid artikel %1.
    changed
      ändrad
    The next lines of the story or of the list; so does Enter alone
      Nästa rader av artikeln eller listan; det gör Enter ensamt också
    The list again, from its first story
      Listan igen, från dess första artikel
    Read the next story of the list
      Läs listans nästa artikel
    Read the story before it
      Läs artikeln före den
    Back to the story you came from, or to the list
      Tillbaka till förra artikeln, eller till listan
    List the stories that have the words
      Visa artiklarna som har orden
    List all stories
      Visa alla artiklar
    List the unread stories
      Visa de olästa artiklarna
    List the saved stories
      Visa de sparade artiklarna
    List the desks, or the stories of one
      Visa redaktionerna, eller artiklarna hos en
    List the links of the story
      Visa artikelns länkar
    List READ MORE, the stories that belong with it
      Visa LÄS MER, artiklarna som hör till
    Mark the story as read or unread
      Märk artikeln som läst eller oläst
    Say where you are, and the story's file
      Säg var du är, och artikelns fil
    List these commands
      Visa dessa kommandon
    End
      Slut
    """
}
