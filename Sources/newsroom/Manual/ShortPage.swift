internal import Messages
internal import NewsroomUI

/// The short part of newsroom(1) in another language: what the program is, how it begins, the first keys, its
/// files.
enum ShortPage {
  /// The commands whose keys a newcomer needs.
  private static let first = [
    "down", "page-down", "read", "follow-number", "read-more", "back", "leave", "find", "desks",
    "next-unread",
    "toggle-saved", "help", "quit",
  ]

  /// The page in the macros of man(7).
  static func text(_ catalogue: Catalogue) -> String {
    var page = Roff(
      "newsroom", section: 1, date: Newsroom.released, release: "newsroom \(Newsroom.version)",
      volume: catalogue["User Commands"])
    page.name(
      "newsroom", catalogue["read a directory of stories in the terminal"], title: catalogue["NAME"])
    page.section(catalogue["SYNOPSIS"])
    page.synopsis("newsroom", [catalogue["[*directory*|*file*|`-`]"]])
    page.synopsis("newsroom", [catalogue["*command* [*argument* ...]"]])
    page.section(catalogue["DESCRIPTION"])
    page.paragraphs(description.map { catalogue[$0] }.joined(separator: "\n\n"))
    page.section(catalogue["FIRST KEYS"])
    for row in Commands.keyTable(.standard, catalogue).flatMap(\.rows) where first.contains(row.name) {
      page.item(row.keys.map { "`\($0)`" }.joined(separator: ", "), row.help + ".")
    }
    page.paragraphs(catalogue["`?` in the reader lists every key."])
    page.section(catalogue["FILES"])
    page.item(
      "*$XDG_CONFIG_HOME*`/newsroom/newsroom.toml`", catalogue["The settings: see newsroom.toml(5)."])
    page.item(
      "*$XDG_CACHE_HOME*`/newsroom/`",
      catalogue["The indexes, which can be deleted; newsroom builds them again."])
    page.item(
      "*$XDG_STATE_HOME*`/newsroom/`", catalogue["What is read and saved, and the place in each story."])
    page.section(catalogue["SEE ALSO"])
    page.paragraphs("newsroom.toml(5), newsroom-kiosk(7)")
    return page.text
  }

  private static let description = [
    """
    `newsroom` opens a directory of stories, the library, in three panes: the article list, the story, and \
    READ MORE, the stories that belong with it.
    """,
    """
    It reads plain text, Markdown, saved web pages, feeds, agency wires, JSON Lines and mail, also \
    compressed. It never uses the network and never changes a story.
    """,
    """
    The library is the directory given, or else `$NEWSROOM_LIBRARY`, or `library` in newsroom.toml(5), or \
    `./Content`, or the sample that comes with newsroom.
    """,
    """
    The language is that of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first known one of `LANGUAGE`, or that of \
    `language` in newsroom.toml(5).
    """,
    """
    `newsroom help` lists the commands for the shell. This is the short part of the manual; \
    `LC_ALL=C.UTF-8 man newsroom` shows all of it, in English.
    """,
  ]
}
