/// The text of newsroom(1) that no table of the program has; `Roff` explains its marks.
enum ManualText {
  static let description = """
    `newsroom` opens a directory of stories, the library, in three panes: the article list, the story, and \
    READ MORE, the stories that belong with it. It reads plain text, Markdown with front matter, saved web \
    pages, feeds (RSS, Atom, JSON Feed), agency wires (NITF, NewsML 1 and G2, ninjs, IPTC 7901), JSON \
    Lines, JSON records, mail and books (EPUB), and any of these compressed with gzip or Zstandard. It finds each story's \
    headline, standfirst, byline, dates, references and teasers. It never uses the network and never \
    changes a story.

    The library is the directory given, or else `$NEWSROOM_LIBRARY`, or `library` in newsroom.toml(5), or \
    `./Content`, or the sample that comes with newsroom. A file opens in the library if it is there, and \
    otherwise in its own folder. Several directories, given one after another or by `-L` each, are read as \
    one library with an index of its own: its paths begin with the names of the directories, and marks, tags \
    and clippings are those of the stories. With `-`, or at the end of a pipe, newsroom reads one story from standard \
    input and keeps nothing of it.
    """

  static let keys = """
    The keys are also listed under `?` in the reader, where `/` finds one by what it does. newsroom.toml(5) \
    says how to change them, and has the keys of vim, less, newsboat, emacs and aerc ready. A key of a \
    sequence waits for the next; after half a second the bottom line shows which may follow. Names in \
    parentheses say where a key works; without \
    them it works in every pane.
    """

  /// Sections about keys.
  static let reading: KeyValuePairs = [
    "NARROWING AND ORDER": """
    `d` chooses a desk, and `F` an author, tag, person, place, organisation, language, format or source. \
    `Tab` goes to the next of these lists; typing shortens a list, by parts of words and without accents. \
    You can narrow the article list several times; `Esc` undoes the last narrowing. `o` chooses an order. \
    `@` goes to a date, written as in queries: to the newest story of that period, or to the oldest if the \
    oldest come first.
    """,
    "SEARCHING": """
    `/` in the list searches as you type. The newest matches appear at once, and the best then move to the \
    top; only the newest 2,000 matches are ranked, and older ones follow. `Tab` completes fields and the \
    library's names for them; the up arrow goes to earlier searches, and `Ctrl-N` and `Ctrl-P` move through \
    the rows. `Enter` keeps the results as the list, `Esc` returns to the list before the search, and `/` \
    again continues with the same words. In a story found by a search, `n` and `N` go to the next and \
    previous match. A row shows the words around the match if they are not at the start of the story.

    `=` lists the stories most similar to this one. Searches ended with `Enter` are remembered for your \
    next visit. `+` keeps a search under a name, beside the desks (`d`), where `Delete` deletes it. `w` \
    shows what is new since your last visit: stories in files that were not there when you last quit the \
    reader, and stories published since.
    """,
    "QUERIES": """
    A query means the same in the reader's search line, in kept searches, and in `list`, `search`, `export` \
    and `related`. All words must match; `"a phrase"`, `begin*`, `-not`, `OR` and parentheses work as in \
    most search engines. A field is a name, a colon and a value; put a value of several words in quotation \
    marks. Case and accents make no difference. The name of a person, place, organisation, source or slug \
    may be given in part, and a star stands for any ending. Numbers are written `3`, `>3`, `<=3` or `1..3`.

    A date is `2016`, `2016-03`, `2016/03`, `2016-03-29`, `2016-03-29T09:12`, `march 2016`, `29 march \
    2016`, `today`, `yesterday`, `monday`, `last week`, `this month` or `last year`; `2w ago` or `3 months \
    ago`, for that day; `2016-03..2016-05`, `2016..` or `..2016`; `<7d` for the last seven days, or `>1y` \
    for more than a year ago. `7d` alone means that day with `@`, `before:` and `after:`, and the time \
    since then with `date:`. `before:` means before the period begins, `after:` after it ends: \
    `after:2016-11` begins with 1 December.

    A query that finds nothing ends with status 1, and standard error says why. A value that a field can't \
    take ends with status 2.
    """,
  ]

  /// Sections about marks, and about what leaves the reader.
  static let desk: KeyValuePairs = [
    "MARKS": """
    `u` marks a story as read or unread, `s` saves it. `A` does the same with all in the list, all above or \
    all below the selected row. `V` begins a range, which moving extends; `u`, `s` and `A` then mean the \
    range. `x` takes the last mark back and `X` sets it again, up to a hundred, until you quit; a story that \
    is marked because you opened it does not count. After `:` you can type `mark all read`, `mark above \
    saved` or `mark range unread`. `newsroom mark` does the same for a query in the shell. Of a story that \
    is marked together with more than two thousand others, no path is stored: if its file is later renamed \
    and edited, it is unread again.

    The words of the last 2,000 stories that you read are kept, up to 16 MB. `D` shows what has changed in a \
    story since you read it, and `is:changed` finds the stories that have changed.
    """,
    "SYNC": """
    With `folder` under `[sync]` in newsroom.toml(5), what you read, save, tag, clip and keep as searches is \
    the same on all your machines. Any program can carry the folder: Syncthing, git, rsync, or a network \
    file system; it may be late, and copies of conflicts may lie in it. newsroom reads the folder when the \
    reader starts, when something in it changes, and at the end; it writes after your changes, and after \
    `newsroom mark` and `newsroom import`. `newsroom sync` does it at once, and shows each machine with its \
    last change.

    Each machine writes only its own file there, `newsroom-`*MACHINE*`.jsonl`, and appends to it, until it \
    is written anew without what no longer counts. A line is a JSON object: `newsroom` is 1, the version of \
    the lines; `at` is the moment in milliseconds since 1970 and a count, both in hexadecimal digits; `by` \
    is the machine; `set` is read, saved, tag, clip or search; `value` is what it was set to, or null or \
    false if it was taken away; and `stories`, `story`, `name`, `clip` and `library` say what it is about. \
    The latest line counts; a change always counts as later than the one that it replaces, even if the \
    clock of the other machine is ahead. Lines that can't be read are passed over, and counted. Stories are \
    known by their guid, address or content, kept searches by the name of the library's folder. A machine \
    that lost its state gets everything back from the folder.

    To end it, delete `folder` from newsroom.toml; marks stay where they are.
    """,
    "OUT OF THE READER": """
    `y` copies the link, the headline, the paragraph at the top of the screen, a citation or the path to \
    your terminal's clipboard, also over ssh (OSC 52). Some terminals have to be told to allow it: in tmux, \
    `set -g set-clipboard on`, or `set -g allow-passthrough on`. `|` gives the story to a command of \
    `[pipes]` in newsroom.toml(5). `B` opens the story's address with the first command of `$BROWSER`, or \
    shows it; `E` opens its file with `$VISUAL` or `$EDITOR`. These variables are split at blanks, and no \
    shell reads them. `forbid` in newsroom.toml(5) closes each of these ways.
    """,
  ]

  /// Sections about how stories are read.
  static let stories: KeyValuePairs = [
    "HOW STORIES ARE READ": """
    A story's folder is its desk, unless its front matter names another (`section`). In plain text the \
    headline is the first line; standfirst, byline, date, subheadings and quotations are known by their \
    form. Lines that begin with READ MORE (in Danish LÆS OGSÅ, in Swedish LÄS MER) name other stories, and \
    so does a list of teasers at the end. Newsletter sign-ups and other promotions are left out. A time \
    without a zone is local time.
    """,
    "REFERENCES": """
    A reference finds its story by path, address, slug or headline. A slightly misquoted headline still \
    finds it: one word or letter may differ, and the subtitle may be missing, if only one story can be \
    meant. If the reader is not sure, READ MORE says "probably", and the reader asks before it opens the \
    story. Addresses outside the library are shown in full, and opened only by `B`. `newsroom resolve` \
    prints the story that each reference means.
    """,
    "RELATED STORIES": """
    READ MORE begins with the story's translations ("also in Danish"): stories with the same \
    `translationKey`, those whose paths or ids differ only in the language, and those that one of them names \
    as its translation (`hreflang` in pages and feeds, `translationOfWork` in JSON-LD, item relations of the \
    wire formats). Those in the reader's own languages (`language`, or `LANGUAGE` and the locale) come first. \
    After the stories that it \
    announces or links to, those that link to it, and its versions, it lists stories about the same \
    subject, with the words they share. A word counts for more the rarer it is in the library. Stories from \
    the same time, with the same tags, whose headlines have words of this story, or linked from similar \
    stories come first, with no more than two of a series among the first five. Where few stories are like \
    this one, few are listed. Stories that you have read come last. `t` shows the story's thread as a \
    timeline, and names its first story, a much longer one, and \
    corrections. A story joins if it shares telling words with the stories of the thread on average, not \
    only with one of them; a link counts if the stories also share words. `newsroom related` prints the \
    same stories; with --alike, only those about the same subject; with --thread, the thread.
    """,
    "VERSIONS AND COPIES": """
    A story with a guid or an address of its own is one story, however many files contain it: the list \
    shows the newest version, and READ MORE leads to the others. A story that its agency has killed or \
    withheld is listed with that word and without its text; one under embargo says until when. A feed holds \
    only its latest items; newsroom keeps the earlier ones.

    Stories without such an address also share one row if they are within three days of each other and much \
    of their text is the same (text that three or more stories share does not count), or if all of it is \
    the same. The list shows the newest, with the number of versions. `v` lists them, and `d` there shows \
    what one changed; `newsroom show` does the same with --versions and --diff.
    """,
    "STORIES THAT ARRIVE": """
    While the reader is open, stories that arrive, change, move or disappear are shown by themselves. A \
    line says what happened: how many are new, and which was corrected, updated, killed or withheld; `.` \
    goes there. The selected row and your place in the text stay where they are. A story that you have read \
    and that has changed is unread again, sorted by the time of its change. If the open story has a newer \
    version, `R` shows it; a kill takes effect at once. On file systems that report no changes (NFS, SMB, \
    FUSE) newsroom looks for them every 30 seconds.
    """,
    "DESKS": """
    A story without a section of its own is on the desk of its folder: the first one in its directory. A \
    list of feeds in the library (`feeds.opml`), as feed readers export it, puts the stories of a feed on a \
    desk: the folder that the feed is in there, or else its title there. newsroom knows a feed by its title, \
    or by the address of its page.
    """,
    "BOOKS": """
    A book (EPUB 2 or 3) gives a story per chapter, in reading order; READ MORE leads to the next. The \
    book's title is the desk of its chapters, its publisher their source. A file without a heading or an \
    entry in the contents belongs to the chapter before it. Pictures are not shown, and locked books (DRM) \
    can't be read. `newsroom export` *QUERY* `--to epub -o` *FILE* writes a book with contents by desk, \
    sources, and your clippings at the end.
    """,
    "LIMITS": """
    A file is read whole up to 64 MB, uncompressed; JSON Lines, mailboxes and feeds may be of any size, \
    with at most 16 MB for a record, a message or an item. `newsroom check` reports whatever exceeds a \
    limit; the rest of the library is read.
    """,
  ]

  static let frontMatter = """
    A Markdown file may begin with fields of its story: YAML between lines of `---`, TOML between lines of \
    `+++`, a JSON object, or plain `Name: value` lines up to the first empty line. Case doesn't matter, and \
    `-` is the same as `_`. All fields are optional, and others are ignored. The first name given here \
    counts most.
    """

  /// The names of front matter, and their meanings.
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

  /// Sections with lists.
  static let places: [(title: String, text: String, rows: KeyValuePairs<String, String>)] = [
    (
      "FILES", "",
      [
        "*$XDG_CONFIG_HOME*`/newsroom/newsroom.toml`": "Settings: see newsroom.toml(5).",
        "*$XDG_CONFIG_HOME*`/newsroom/searches.toml`": """
        The searches kept in the reader, in one table `[library."/path"]` per library; those under \
        `[searches]` belong to all libraries.
        """,
        "*$XDG_CACHE_HOME*`/newsroom/`": """
        The indexes, one per library. They are safe to delete; newsroom builds them again.
        """,
        "*$XDG_STATE_HOME*`/newsroom/`": """
        What you have read and saved, and your place in each story, stored by story so that renaming a file \
        loses nothing; `left.toml`, where your last visit to each library ended, and what you changed of \
        its panes and lines; `machine`, the name of this machine for SYNC; and `archive.sqlite`, \
        items that have dropped out of their feeds.
        """,
        "`.newsroomignore`": """
        In any folder of a library: files to skip, in the syntax of gitignore(5).
        """,
        "`/usr/share/newsroom/Content`": "The sample, if newsroom was installed as a package.",
      ]
    ),
    (
      "ENVIRONMENT", "An empty variable counts as not set.",
      [
        "`NEWSROOM_LIBRARY`": "The library: a directory of stories.",
        "`XDG_CONFIG_HOME`, `XDG_CACHE_HOME`, `XDG_STATE_HOME`": """
        Where the files above are; without them, `~/.config`, `~/.cache` and `~/.local/state`.
        """,
        "`HOME`": "Your home directory.",
        "`TZ`": "The time zone in which times are shown, and in which a time without a zone is read.",
        "`LC_ALL`, `LC_CTYPE`, `LANG`": "The character set of the terminal. It should be UTF-8.",
        "`TERM`, `COLORTERM`": "What the terminal can do; see `colour` in newsroom.toml(5).",
        "`NO_COLOR`": "If set, newsroom uses no colours.",
        "`BROWSER`": "What opens addresses: commands parted by colons, of which the first is used.",
        "`VISUAL`, `EDITOR`": "What opens files: the first of them that is set.",
        "`TMPDIR`": "Where the index of a story from standard input is while you read it; `/tmp` if not set.",
      ]
    ),
    (
      "EXIT STATUS", "",
      [
        "`0`": "The command did its work and, if it had a query, found something.",
        "`1`": "Nothing was found, `check` found a problem, or the command failed.",
        "`2`": """
        The command line, the query or newsroom.toml was not understood, the directory does not exist, or \
        the terminal can't show the reader.
        """,
        "`130`": "The command was interrupted.",
      ]
    ),
  ]

  /// Examples for the shell; a test runs them on the sample.
  static let examples: [(meaning: String, line: String)] = [
    ("Read a directory", "newsroom ~/Articles"),
    ("Read several as one library", "newsroom ~/Articles /srv/stories"),
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
    ("Get a digest by mail every morning", "systemctl --user enable --now newsroom-digest.timer"),
    ("Make a book of them", "newsroom export desk:Nordic --to epub -o nordic.epub -L Content"),
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
    "SEE ALSO":
      "newsroom.toml(5), newsroom-kiosk(7), newsboat(1), less(1), sendmail(8), systemd.service(5), gitignore(5)",
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
