extension LanguagePack {
  /// The short part of the manual in Danish.
  static let danishManual: StaticString =
    """
    User Commands
      Brugerkommandoer
    read a directory of stories in the terminal
      læs en mappe med artikler i terminalen
    NAME
      NAVN
    SYNOPSIS
      OVERSIGT
    DESCRIPTION
      BESKRIVELSE
    FIRST KEYS
      DE FØRSTE TASTER
    FILES
      FILER
    SEE ALSO
      SE OGSÅ
    [*directory*|*file*|`-`]
      [*mappe*|*fil*|`-`]
    *command* [*argument* ...]
      *kommando* [*argument* ...]
    `newsroom` opens a directory of stories, the library, in three panes: the article list, the story, \
    and READ MORE, the stories that belong with it.
      `newsroom` åbner en mappe med artikler, biblioteket, i tre paneler: artikellisten, artiklen og LÆS \
    MERE, de artikler der hører til.
    It reads plain text, Markdown, saved web pages, feeds, agency wires, JSON Lines and mail, also \
    compressed. It never uses the network and never changes a story.
      Det læser almindelig tekst, Markdown, gemte websider, feeds, bureautelegrammer, JSON Lines og post, \
    også komprimeret. Det bruger aldrig nettet og ændrer aldrig en artikel.
    The library is the directory given, or else `$NEWSROOM_LIBRARY`, or `library` in newsroom.toml(5), or \
    `./Content`, or the sample that comes with newsroom.
      Biblioteket er den givne mappe, eller ellers `$NEWSROOM_LIBRARY`, `library` i newsroom.toml(5), \
    `./Content` eller den prøve, der følger med newsroom.
    `newsroom help` lists the commands for the shell. This is the short part of the manual; \
    `LC_ALL=C.UTF-8 man newsroom` shows all of it, in English.
      `newsroom help` viser kommandoerne til skallen. Dette er manualens korte del; `LC_ALL=C.UTF-8 man \
    newsroom` viser den hele, på engelsk.
    The language is that of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first known one of `LANGUAGE`, or that \
    of `language` in newsroom.toml(5).
      Sproget er det, som `LC_ALL`, `LC_MESSAGES` eller `LANG` nævner, det første kendte i `LANGUAGE`, \
    eller det fra `language` i newsroom.toml(5).
    `?` in the reader lists every key.
      `?` i læseren viser alle taster.
    The settings: see newsroom.toml(5).
      Indstillingerne: se newsroom.toml(5).
    The indexes, which can be deleted; newsroom builds them again.
      Indekserne, som kan slettes; newsroom bygger dem igen.
    What is read and saved, and the place in each story.
      Det læste og gemte og stedet i hver artikel.
    """
}
