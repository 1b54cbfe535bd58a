/// What newsroom(1) says that no table of the program says: see `Roff` for the marks in it.
enum ManualText {
  static let description = """
    `newsroom` opens a directory of stories as a library: a list, the story, and READ MORE, the stories \
    that belong with it. It reads plain text, Markdown with front matter, saved web pages, feeds (RSS, \
    Atom, JSON Feed), the formats of news agencies (NITF, NewsML 1 and G2, ninjs, IPTC 7901), JSON Lines \
    and mail. Any of them may be compressed with gzip or Zstandard. It never uses the network and never \
    changes your files.

    The library is the directory given, else `$NEWSROOM_LIBRARY`, else `library` in newsroom.toml(5), else \
    `./Content`, else the sample that comes with the program. A file is opened in its library, or in its \
    own folder. With `-`, or at the end of a pipe, standard input is read as one story; nothing of it is \
    kept.
    """

  static let keys = """
    The keys are also listed under `?` in the reader. Names in parentheses say where a key works; without \
    them it works in every pane.
    """

  /// Sections on what is done with keys.
  static let reading: KeyValuePairs = [
    "NARROWING AND ORDER": """
    `d` chooses a desk, `F` an author, tag, person, place, organisation, language, format or source. `Tab` \
    goes to the next of these lists, and typing narrows it: accents don't matter, and parts of words are \
    enough. A list can be narrowed in several ways at once; `Esc` undoes the last of them. `o` chooses an \
    order, and `@` goes to a date: to the newest story of that time, or to the oldest if oldest come first.
    """,
    "SEARCHING": """
    `/` in the list searches as you type. The newest matches appear at once, and the best rise to the top a \
    moment later. Only the newest 2,000 matches are ranked; older ones follow. `Tab` completes fields and \
    names, the up arrow brings back earlier searches, and `Ctrl-N` and `Ctrl-P` go through the rows. \
    `Enter` keeps the results as the list, `Esc` returns to the list before. In a story that was found, `n` \
    and `N` go through the words. A row shows the words around the match when they are not at the start of \
    the story.

    `=` lists the stories like the selected one. `+` keeps a search under a name: it then stands among the \
    desks (`d`), where `Delete` drops it. `w` shows what came since your last visit: stories in files that \
    were not there when the reader was last closed, and stories published since.
    """,
    "QUERIES": """
    A query means the same in the reader's search line, in kept searches, and in `list`, `search`, `export` \
    and `related`. All words must match. `"a phrase"`, `begin*`, `-not`, `OR` and parentheses work as in \
    most search engines. A field is a name, a colon and a value; a value with blanks stands in quotation \
    marks. Names are compared without case and accents. Names of people, places, organisations, sources and \
    slugs may be part of the whole name, and a star stands for any ending. Numbers are `3`, `>3`, `<=3` or \
    `1..3`.

    A date is `2016`, `2016-03`, `2016/03`, `2016-03-29`, `2016-03-29T09:12`, `march 2016`, `29 march \
    2016`, `today`, `yesterday`, `monday`, `last week`, `this month` or `last year`; `2w ago` or `3 months \
    ago`, that day; `2016-03..2016-05`, `2016..` or `..2016`; `<7d`, in the last seven days, or `>1y`, \
    older than a year. `before:` means before the time begins, `after:` after it ends: `after:2016-11` \
    begins on 1 December.

    If nothing is found, the exit status is 1 and standard error says why. A value that a field can't take \
    gives exit status 2.
    """,
  ]

  /// Sections on what becomes of stories.
  static let stories: KeyValuePairs = [
    "HOW STORIES ARE READ": """
    The folder of a story is its desk, unless its front matter names another (`section`). In plain text the \
    headline is the first line; standfirst, byline, date, subheadings and quotations are recognised by \
    their form. Lines that begin with READ MORE (also in Danish and Swedish: LÆS OGSÅ, LÄS MER) name other \
    stories by headline, path or address, and so does the list of teasers at the end. Newsletter sign-ups \
    and other promotions are left out. A time without a zone is local time.

    A reference leads to its story by path, address, slug or headline. A slightly misquoted headline still \
    finds its story; if the reader is not sure, it says "probably" and asks. A link to a missing story says \
    so, and works once the story arrives. Web addresses are shown in full but never opened.
    """,
    "RELATED STORIES": """
    READ MORE lists what the story itself names, then the stories that link to it and its versions, then \
    stories on the same subject with the words they share. Rare words count most; stories of the same time, \
    with the same tags or with the same links come first, and those already read come last. `t` shows the \
    thread of a story as a timeline.
    """,
    "VERSIONS": """
    A story with an identifier or an address is one story, in however many files: the newest version is \
    listed. Stories without one share a row if they lie within three days and most of their text is the \
    same, or if all of it is. `v` lists the versions, and `d` there shows what one changed. A story that \
    its agency killed or withholds is listed with that word and without its text; one under embargo says \
    until when. A feed holds only its latest items; newsroom keeps the earlier ones.
    """,
    "NEW STORIES": """
    Stories that arrive, change, move or disappear while the reader is open are shown at once. A line says \
    what happened, and `.` goes there. Your selection and your place in the text stay. A story that you \
    read and that has changed is unread again. An open story keeps its text until `R` shows the newer \
    version; a kill takes effect at once. On file systems that report no changes (NFS, SMB, FUSE) the \
    directory is looked through every half minute.
    """,
    "LIMITS": """
    A file is read whole up to 64 MB; JSON Lines, mailboxes and feeds may be of any size, with up to 16 MB \
    for each record, message or item. A compressed file may expand to 250 times its size. Folders are \
    followed 64 deep. Whatever exceeds a limit is reported by `newsroom check`, and the rest of the library \
    is read.
    """,
  ]

  static let frontMatter = """
    A Markdown file may begin with fields of its story: YAML between lines of `---`, TOML between lines of \
    `+++`, a JSON object, or plain `Name: value` lines up to the first empty line. Case doesn't matter, and \
    `-` is the same as `_`. All fields are optional, and others are ignored. The first name given here \
    counts most.
    """

  /// The names of front matter, and what becomes of them.
  static let frontMatterRows: [(names: [String], meaning: String)] = [
    (["title", "headline"], "The headline."),
    (
      ["standfirst", "deck", "subtitle", "description", "summary", "excerpt"],
      "The lines below the headline."
    ),
    (["authors", "author", "byline"], "The writers: a name or a list of names."),
    (["dateline"], "Where the story was written."),
    (["section", "category", "desk"], "The desk, instead of the folder."),
    (["tags", "topics", "keywords"], "Tags: a list, or names with commas between them."),
    (["people"], "People that the story is about."),
    (["places"], "Places that it is about."),
    (["organisations"], "Organisations that it is about."),
    (["date", "published", "pubdate"], "When it was published."),
    (["updated", "lastmod", "modified"], "When it was last changed."),
    (["language", "lang", "locale"], "Its language, as a code: `da`, `en-GB`."),
    (["slug"], "A short name that other stories can refer to."),
    (["canonical_url", "url", "link"], "Its address on the web."),
    (["guid", "id", "uuid"], "Its identifier: files with the same one are versions of one story."),
  ]

  static let json = """
    A story is the same object wherever it is printed: by `show`, `list` and `search` with --json, and by \
    `export` to jsonl. `newsroom` reads such an object back as a story.
    """

  /// Sections with rows.
  static let places: [(title: String, text: String, rows: KeyValuePairs<String, String>)] = [
    (
      "FILES", "",
      [
        "*$XDG_CONFIG_HOME*`/newsroom/newsroom.toml`": "Settings: see newsroom.toml(5).",
        "*$XDG_CONFIG_HOME*`/newsroom/searches.toml`": """
        The searches you kept in the reader, in a table for each library.
        """,
        "*$XDG_CACHE_HOME*`/newsroom/`":
          "The indexes, one for each library. They can be deleted at any time.",
        "*$XDG_STATE_HOME*`/newsroom/`": """
        What you read and saved and your place in each story, kept by the story, so that it survives \
        renames; where your last visit ended (`left.toml`); and stories that have left their feeds \
        (`archive.sqlite`).
        """,
        "`.newsroomignore`": """
        In any folder of a library: patterns of files to ignore, as in gitignore(5).
        """,
      ]
    ),
    (
      "ENVIRONMENT", "Empty variables count as not set.",
      [
        "`NEWSROOM_LIBRARY`": "The library to open.",
        "`XDG_CONFIG_HOME`, `XDG_CACHE_HOME`, `XDG_STATE_HOME`": """
        Where the files above are kept; `~/.config`, `~/.cache` and `~/.local/state` if not set.
        """,
        "`HOME`": "Your home directory.",
        "`TZ`": "The time zone in which times are shown, and in which times without a zone are read.",
        "`LC_ALL`, `LC_CTYPE`, `LANG`": "The character set of the terminal, which should be UTF-8.",
        "`NO_COLOR`": "If set, no colours are used.",
        "`TERM`, `COLORTERM`": "What the terminal can show.",
        "`TMPDIR`": "Where the index of a story from standard input is kept while it is read.",
      ]
    ),
    (
      "EXIT STATUS", "",
      [
        "`0`": "Done.",
        "`1`": "Something failed, nothing was found, or `check` found a problem.",
        "`2`": """
        The command, the query or the settings were not understood, the directory does not exist, or the \
        terminal can't show the reader.
        """,
        "`130`": "Interrupted.",
      ]
    ),
  ]

  /// Lines for the shell; a test runs them on the sample.
  static let examples: [(meaning: String, line: String)] = [
    ("Read a directory", "newsroom ~/Articles"),
    ("Read a page from the web, a mail or a feed", "curl -s https://example.org/a.html | newsroom -"),
    ("Read on another host", "ssh -t host newsroom /srv/stories"),
    ("Search, best matches first", "newsroom search 'ferry \"new harbour\" date:2016..' -L Content"),
    (
      "Print the headlines of a query",
      "newsroom list Content desk:harbour after:2026-10 --json | jq -r .headline"
    ),
    ("Print a story by its headline", "newsroom show \"A whale in the inner harbour\" Content"),
    ("List the stories around one", "newsroom related harbour/whale-leaves.txt -L Content"),
    ("Find the stories that headlines mean", "newsroom resolve --json -L Content < headlines.txt"),
    ("List what should be corrected", "newsroom check Content"),
    ("Write stories back out", "newsroom export desk:Nordic --to markdown -o out -L Content"),
    (
      "Keep an index up to date for all users of a host",
      """
      systemctl enable --now "newsroom@$(systemd-escape --path /srv/stories).service"
      newsroom --index /var/cache/newsroom/srv-stories.sqlite /srv/stories
      """
    ),
  ]

  /// The sections at the end.
  static let ending: KeyValuePairs = [
    "SEE ALSO": "newsroom.toml(5), newsboat(1), less(1), systemd.service(5), gitignore(5)",
    "BUGS": """
    `newsroom check` says which files could not be read. `newsroom show --explain` *FILE* says what each \
    part of a story was taken for; both belong in a report, with the file. `newsroom --script` *KEYS* \
    `--size 80x24` prints screens as text.
    """,
    "AUTHORS": "The newsroom authors.",
    "LICENCE": """
    MIT. The parts of other projects in the program have licences of their own: see \
    `/usr/share/doc/newsroom/copyright`.
    """,
  ]
}
