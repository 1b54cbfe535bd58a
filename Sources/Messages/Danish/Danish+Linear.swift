extension LanguagePack {
  /// Linear mode in Danish.
  static let danishLinear: StaticString =
    """
    Type a number to read that story, or help for all commands.
      Skriv et tal for at læse den artikel, eller help for alle kommandoer.
    Did you mean %1?
      Mente du %1?
    Did you mean “%1”?
      Mente du ”%1”?
    Type help.
      Skriv help.
    No command “%1”. %2
      Ingen kommando ”%1”. %2
    Nothing has a number.
      Intet har et nummer.
    The numbers go from 1 to %1.
      Numrene går fra 1 til %1.
    Search for what? Type search and some words.
      Søge efter hvad? Skriv search og nogle ord.
    Enter for the next %1.
      Enter for de næste %1.
    That was the end. Type next for the next story, related for READ MORE, back, or list.
      Det var slutningen. Skriv next for den næste artikel, related for LÆS MERE, back eller list.
    That was the last story of the list.
      Det var listens sidste artikel.
    That was the first story of the list.
      Det var listens første artikel.
    %1. %2: %3, %4 unread
      %1. %2: %3, %4 ulæste
    No desk “%1”. Type desks for a list.
      Ingen redaktion ”%1”. Skriv desks for en liste.
    End of the story.
      Slut på artiklen.
    %1 more line.|%1 more lines.
      %1 linje til.|%1 linjer til.
    You are in the list already.
      Du er allerede på listen.
    “%1” is not in the library.
      ”%1” er ikke i biblioteket.
    The story has no links.
      Artiklen har ingen links.
    %1. %2, not in the library
      %1. %2, ikke i biblioteket
    Nothing belongs with this story.
      Intet hører til denne artikel.
    “%1” is %2.
      ”%1” er %2.
    In the list, at story %1.
      På listen, ved artikel %1.
    changed
      ændret
    The next lines of the story or of the list; so does Enter alone
      De næste linjer af artiklen eller listen; det gør Enter alene også
    The list again, from its first story
      Listen igen, fra dens første artikel
    Read the next story of the list
      Læs listens næste artikel
    Read the story before it
      Læs artiklen før den
    Back to the story you came from, or to the list
      Tilbage til den forrige artikel, eller til listen
    List the stories that have the words
      Vis de artikler, der har ordene
    List all stories
      Vis alle artikler
    List the unread stories
      Vis de ulæste artikler
    List the saved stories
      Vis de gemte artikler
    List the desks, or the stories of one
      Vis redaktionerne, eller artiklerne hos en
    List the links of the story
      Vis artiklens links
    List READ MORE, the stories that belong with it
      Vis LÆS MERE, artiklerne der hører til
    Mark the story as read or unread
      Markér artiklen som læst eller ulæst
    Say where you are, and the story's file
      Sig, hvor du er, og artiklens fil
    List these commands
      Vis disse kommandoer
    End
      Slut
    """
}
