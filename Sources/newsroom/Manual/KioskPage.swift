internal import NewsroomUI

/// newsroom-kiosk(7): how a host opens a library to strangers.
enum KioskPage {
  /// The page in the macros of man(7).
  static var text: String {
    var page = Roff(
      "newsroom-kiosk", section: 7, date: Newsroom.released, release: "newsroom \(Newsroom.version)",
      volume: "Miscellaneous Information")
    page.name("newsroom-kiosk", "a reading room that is safe to open to strangers")
    page.section("DESCRIPTION")
    page.paragraphs(description)
    page.section("SETTING IT UP")
    for step in steps {
      page.item(step.title, step.text)
      if let lines = step.lines { page.verbatim(lines) }
    }
    page.section("WHAT IS OPEN")
    page.paragraphs(open)
    page.section("WHAT IS CLOSED")
    page.paragraphs(closed)
    addTable(to: &page)
    page.section("SETTINGS OF THE HOST")
    page.paragraphs(
      """
      The file that --config names is written as newsroom.toml(5), with one more table, `[kiosk]`. Nobody \
      but its owner may be able to write to it. All keys are optional.
      """)
    for key in KioskSettings.keys {
      page.item("`\(key.name)` = *\(key.value)*", "\(key.meaning)\n\nExample: `\(key.example)`")
    }
    page.section("THE SANDBOX")
    page.paragraphs(sandbox)
    page.section("STORIES THAT NOBODY MAY SEE")
    page.paragraphs(hidden)
    page.section("SEE ALSO")
    page.paragraphs("newsroom(1), newsroom.toml(5), sshd_config(5), landlock(7), seccomp(2)")
    return page.text
  }

  private static let description = """
    `newsroom --kiosk` *DIRECTORY* opens a library to people whom its host does not know, as a rule over \
    ssh(1): `ssh news@host`. They read and search; they reach no shell, no other file and no other host, \
    and nothing that they bring along chooses what is opened.

    A session ends after half an hour without a key (--idle), with a warning a minute before. With --session \
    every session ends after a time.
    """

  private static let steps: [(title: String, text: String, lines: String?)] = [
    (
      "An account",
      "It owns nothing, and its shell runs what sshd(8) is told to run. A folder for marks is optional.",
      """
      useradd --system --create-home --shell /bin/sh news
      passwd --delete news
      install -d -o news -m 700 /var/lib/newsroom/guests
      """
    ),
    (
      "An indexer",
      """
      Another account reads the library and keeps the index, so that the guests' account can write to \
      neither. --public makes the copy for strangers, at most once a minute, and at once when a story is \
      killed or an embargo ends.
      """,
      """
      systemctl edit "newsroom@$(systemd-escape --path /srv/stories).service"
      [Service]
      ExecStart=
      ExecStart=/usr/bin/newsroom index --watch --public --quiet --index %C/newsroom/%i.sqlite %f
      """
    ),
    (
      "sshd",
      """
      `sshd-kiosk.conf`, in `/usr/share/doc/newsroom`, is a whole example: it forces the command, refuses \
      forwarding, and takes only the variables of a terminal.
      """,
      """
      cp /usr/share/doc/newsroom/sshd-kiosk.conf /etc/ssh/sshd_config.d/newsroom.conf
      cp /usr/share/doc/newsroom/kiosk.toml /etc/newsroom/kiosk.toml
      sshd -t && systemctl reload ssh
      """
    ),
    (
      "Limits",
      """
      sshd bounds connections (`MaxStartups`, `MaxSessions`, `PerSourceMaxStartups`), and systemd bounds \
      the memory, the processes and the processor time of all guests together, for their user's slice.
      """,
      """
      systemctl set-property "user-$(id -u news).slice" MemoryMax=1G TasksMax=2000 CPUQuota=150%
      """
    ),
    (
      "A login shell instead",
      """
      Under the name `newsroom-kiosk`, which the package links to it, the program is a login shell: it \
      takes `/etc/newsroom/kiosk.toml` for its file, and the library from there.
      """, "usermod --shell /usr/bin/newsroom-kiosk news"
    ),
    (
      "Updates",
      """
      A new version takes effect in the sessions that begin after it. If it reads another form of the \
      index, restart the indexer first; until it has made a new copy, guests are told that there is none.
      """, nil
    ),
  ]

  private static let open = """
    In the reader: everything that newsroom(1) says of reading, following, searching and narrowing. Marks \
    last until the visit ends; with --marks, and `ExposeAuthInfo` in sshd_config(5), each public key has a \
    file of its own, whose name is a hash of the key.

    Over ssh without a terminal: `ssh news@host list`, `search` and `show`. They are parsed without a \
    shell. A terminal that the host does not know is treated as a similar one, and the bottom line says so.
    """

  private static let closed = """
    There is no shell, editor, browser, pipe, export or suspension. Files outside the library, other \
    libraries, and settings, themes or indexes of the guest's are not read. Of the environment the \
    variables below are read and all others removed; `TERM` and the locale must look like names.
    """

  private static func addTable(to page: inout Roff) {
    let list = { (kind: Kiosk.Kind) in Kiosk.open(kind).map { "`\($0)`" }.joined(separator: ", ") + "." }
    page.item("Variables that are read", list(.variable))
    page.item("Commands over ssh", list(.shell))
    page.item("Their options", list(.option))
    let closed = Kiosk.table.filter { $0.kind == .command && $0.reason != nil }
    page.item(
      "Commands of the reader that are closed",
      closed.map { "`\($0.name)`: \($0.reason ?? "")" }.joined(separator: "; ") + ".")
  }

  private static let sandbox = """
    Before the first story is read, the process gives up its rights for good. Landlock leaves it the \
    library and the folder of the index to read, with the system's descriptions of terminals, locales, \
    time zones and hyphenation, `/proc` without the memory of others, and --marks to write; on kernels \
    from 6.7 it denies TCP too. A filter of system calls denies starting programs and processes, sockets, \
    tracing, mounting and signals to others. Limits bound its memory (4 GB of addresses), the size of a \
    file (64 MB) and its processor time (15 minutes).

    If the account may write to the index, as when you try a reading room on your own files, a child \
    process first brings the index up to date, in a sandbox that may write to the folder of the index \
    alone.

    What the kernel does not offer is left out. With --sandbox require the program ends with status 2 \
    instead. `newsroom index` and, with --sandbox, `newsroom` itself give up their rights in the same way.
    """

  private static let hidden = """
    A reading room reads no other index than the copy that --public makes. Stories that their agency has \
    killed or withheld, or that are under an embargo, are not in it, nor is any version of them, or a copy \
    of a killed story in another file. So they are in no list, search, count, choice, thread, correction \
    of a spelling or READ MORE, and `show` does not find them. A reference to one says that its story is \
    not here. When an embargo ends, the indexer makes a new copy, and open sessions show the story.

    A story whose file changes is looked at again when it is opened: a kill takes effect before the next copy.
    """
}
