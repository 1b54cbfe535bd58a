extension LanguagePack {
  /// The short part of the manual in Swedish.
  static let swedishManual: StaticString =
    """
    User Commands
      Användarkommandon
    read a directory of stories in the terminal
      läs en mapp med artiklar i terminalen
    NAME
      NAMN
    SYNOPSIS
      ÖVERSIKT
    DESCRIPTION
      BESKRIVNING
    FIRST KEYS
      DE FÖRSTA TANGENTERNA
    FILES
      FILER
    SEE ALSO
      SE OCKSÅ
    [*directory*|*file*|`-`]
      [*mapp*|*fil*|`-`]
    *command* [*argument* ...]
      *kommando* [*argument* ...]
    `newsroom` opens a directory of stories, the library, in three panes: the article list, the story, \
    and READ MORE, the stories that belong with it.
      `newsroom` öppnar en mapp med artiklar, biblioteket, i tre paneler: artikellistan, artikeln och LÄS \
    MER, de artiklar som hör till.
    It reads plain text, Markdown, saved web pages, feeds, agency wires, JSON Lines and mail, also \
    compressed. It never uses the network and never changes a story.
      Det läser vanlig text, Markdown, sparade webbsidor, flöden, byråtelegram, JSON Lines och post, även \
    komprimerat. Det använder aldrig nätet och ändrar aldrig en artikel.
    The library is the directory given, or else `$NEWSROOM_LIBRARY`, or `library` in newsroom.toml(5), or \
    `./Content`, or the sample that comes with newsroom.
      Biblioteket är den givna mappen, eller annars `$NEWSROOM_LIBRARY`, `library` i newsroom.toml(5), \
    `./Content` eller provet som följer med newsroom.
    `newsroom help` lists the commands for the shell. This is the short part of the manual; \
    `LC_ALL=C.UTF-8 man newsroom` shows all of it, in English.
      `newsroom help` visar kommandona för skalet. Det här är manualens korta del; `LC_ALL=C.UTF-8 man \
    newsroom` visar hela, på engelska.
    The language is that of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first known one of `LANGUAGE`, or that \
    of `language` in newsroom.toml(5).
      Språket är det som `LC_ALL`, `LC_MESSAGES` eller `LANG` anger, det första kända i `LANGUAGE`, eller \
    det från `language` i newsroom.toml(5).
    `?` in the reader lists every key.
      `?` i läsaren visar alla tangenter.
    The settings: see newsroom.toml(5).
      Inställningarna: se newsroom.toml(5).
    The indexes, which can be deleted; newsroom builds them again.
      Indexen, som kan tas bort; newsroom bygger dem igen.
    What is read and saved, and the place in each story.
      Det lästa och sparade och platsen i varje artikel.
    """
}
