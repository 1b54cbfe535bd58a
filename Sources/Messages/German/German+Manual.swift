extension LanguagePack {
  /// The short part of the manual in German.
  static let germanManual: StaticString =
    """
    User Commands
      Befehle für Benutzer
    read a directory of stories in the terminal
      ein Verzeichnis voller Artikel im Terminal lesen
    NAME
      NAME
    SYNOPSIS
      ÜBERSICHT
    DESCRIPTION
      BESCHREIBUNG
    FIRST KEYS
      DIE ERSTEN TASTEN
    FILES
      DATEIEN
    SEE ALSO
      SIEHE AUCH
    [*directory*|*file*|`-`]
      [*verzeichnis*|*datei*|`-`]
    *command* [*argument* ...]
      *befehl* [*argument* ...]
    `newsroom` opens a directory of stories, the library, in three panes: the article list, the story, \
    and READ MORE, the stories that belong with it.
      `newsroom` öffnet ein Verzeichnis voller Artikel, die Bibliothek, in drei Bereichen: Artikelliste, \
    Artikel und WEITERLESEN, die Artikel, die dazugehören.
    It reads plain text, Markdown, saved web pages, feeds, agency wires, JSON Lines and mail, also \
    compressed. It never uses the network and never changes a story.
      Es liest einfachen Text, Markdown, gespeicherte Webseiten, Feeds, Agenturmeldungen, JSON Lines und \
    Post, auch gepackt. Es nutzt nie das Netz und ändert nie einen Artikel.
    The library is the directory given, or else `$NEWSROOM_LIBRARY`, or `library` in newsroom.toml(5), or \
    `./Content`, or the sample that comes with newsroom.
      Die Bibliothek ist das angegebene Verzeichnis, sonst `$NEWSROOM_LIBRARY`, `library` in \
    newsroom.toml(5), `./Content` oder die Probe, die newsroom beiliegt.
    `newsroom help` lists the commands for the shell. This is the short part of the manual; \
    `LC_ALL=C.UTF-8 man newsroom` shows all of it, in English.
      `newsroom help` nennt die Befehle für die Shell. Dies ist der kurze Teil des Handbuchs; \
    `LC_ALL=C.UTF-8 man newsroom` zeigt alles, auf Englisch.
    The language is that of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first known one of `LANGUAGE`, or that \
    of `language` in newsroom.toml(5).
      Die Sprache ist die von `LC_ALL`, `LC_MESSAGES` oder `LANG`, die erste bekannte in `LANGUAGE` oder \
    die von `language` in newsroom.toml(5).
    `?` in the reader lists every key.
      `?` im Leser zeigt alle Tasten.
    The settings: see newsroom.toml(5).
      Die Einstellungen: siehe newsroom.toml(5).
    The indexes, which can be deleted; newsroom builds them again.
      Die Indexe, die gelöscht werden können; newsroom baut sie neu.
    What is read and saved, and the place in each story.
      Was gelesen und gemerkt ist, und die Stelle in jedem Artikel.
    """
}
