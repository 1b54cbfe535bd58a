internal import ArgumentParser
internal import NewsroomUI
internal import StoryFormats
internal import Words

/// `newsroom manual`: the man page, its key table made from the reader's own commands.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.", discussion: "newsroom manual | man -l -")

  @Flag(help: "Print a systemd unit instead, which keeps an index up to date for all users of a host.")
  var service = false

  func run() {
    Output.write(service ? ServiceUnit.text : ManualPage.text)
  }
}

/// The manual page in the macros of man(7).
enum ManualPage {
  static var text: String {
    let keys = Commands.keyTable().map { row in
      ".TP\n.B \(escaped(row.keys))\n\(escaped(row.help)) (\(escaped(row.panes)))."
    }
    let layerKeys = Commands.layerKeyTable().map { row in
      ".TP\n.B \(escaped(row.keys))\n\(escaped(row.help)) (\(escaped(row.places)))."
    }
    let layers = [
      ".SS Keys in what lies over the panes",
      "Lines to type in (find, search, date, the name of a search), lists to choose from, texts in a frame and",
      "link letters have keys of their own. Ctrl-C and Ctrl-Z hold everywhere.",
    ]
    return [
      head, keys.joined(separator: "\n"), layers.joined(separator: "\n"), layerKeys.joined(separator: "\n"),
      json, tail,
    ]
    .joined(separator: "\n") + "\n"
  }

  /// The fields of the query language, from their table.
  private static var fields: String {
    SearchField.allCases.map { field in
      let names = ([field.rawValue] + field.row.synonyms).map { $0 + ":" }.joined(separator: " ")
      let choices = field.choices.isEmpty ? "" : " (" + field.choices.joined(separator: ", ") + ")"
      return
        ".TP\n.B \(escaped(names))\n\(escaped(field.row.example)): \(escaped(field.row.meaning + choices))."
    }.joined(separator: "\n")
  }

  /// The fields of stories in JSON, as `StoryFields` has them.
  private static var json: String {
    let objects = StoryFields.objects.map { object in
      let rows = object.fields.map { ".TP\n.B \(escaped($0.name))\n\(escaped($0.meaning))." }
      return ".SS The \(object.name)\n" + rows.joined(separator: "\n")
    }
    return """
      .SH JSON
      A story is the same object wherever it is printed: by show, list and search with \\-\\-json, and by export to jsonl. What one
      prints is read again as a story.
      \(objects.joined(separator: "\n"))
      """
  }

  /// Text that troff takes as it stands.
  static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }

  private static let head = #"""
    .TH NEWSROOM 1 "2026" "newsroom \#(Newsroom.version)" "User Commands"
    .SH NAME
    newsroom \- read a directory of stories in the terminal
    .SH SYNOPSIS
    .BR newsroom " [\fIDIRECTORY\fR|\fIFILE\fR|\fB\-\fR] [\fB\-\-index\fR \fIPATH\fR] [\fB\-\-theme\fR \fINAME\fR]"
    .br
    .BR "newsroom list" " [\fIDIRECTORY\fR] [\fIQUERY\fR...] [\fB\-\-json\fR] [\fB\-\-unread\fR|\fB\-\-saved\fR] [\fB\-\-new\fR] [\fB\-\-desk\fR|\fB\-\-author\fR|\fB\-\-tag\fR|\fB\-\-language\fR|\fB\-\-format\fR \fINAME\fR] [\fB\-\-order\fR \fIORDER\fR] [\fB\-n\fR \fIN\fR]"
    .br
    .BR "newsroom search" " \fIQUERY\fR... [\fB\-\-saved\fR \fINAME\fR] [\fB\-\-json\fR] [\fB\-n\fR \fIN\fR] [\fB\-L\fR \fIDIRECTORY\fR]"
    .br
    .BR "newsroom related" " \fISTORY\fR [\fIQUERY\fR...] [\fB\-\-alike\fR] [\fB\-\-json\fR] [\fB\-n\fR \fIN\fR] [\fB\-L\fR \fIDIRECTORY\fR]"
    .br
    .BR "newsroom resolve" " [\fIREFERENCE\fR...] [\fB\-\-json\fR] [\fB\-L\fR \fIDIRECTORY\fR]"
    .br
    .BR "newsroom show" " \fISTORY\fR [\fIDIRECTORY\fR] [\fB\-\-json\fR|\fB\-\-raw\fR|\fB\-\-explain\fR] [\fB\-\-format\fR \fINAME\fR] [\fB\-\-width\fR \fIN\fR]"
    .br
    .BR "newsroom show" " \fB\-\-every\fR \fIFILE\fR [\fB\-\-json\fR] [\fB\-\-format\fR \fINAME\fR]"
    .br
    .BR "newsroom export" " [\fIQUERY\fR...] \fB\-\-to\fR \fIFORMAT\fR [\fB\-\-saved\fR \fINAME\fR] [\fB\-o\fR \fIFOLDER\fR] [\fB\-n\fR \fIN\fR] [\fB\-L\fR \fIDIRECTORY\fR]"
    .br
    .BR "newsroom index" " [\fIDIRECTORY\fR] [\fB\-\-json\fR] [\fB\-\-quiet\fR] [\fB\-\-prune\fR] [\fB\-\-watch\fR] [\fB\-\-share \-\-index\fR \fIPATH\fR]"
    .br
    .BR "newsroom check" " [\fIDIRECTORY\fR] [\fB\-\-json\fR] [\fB\-\-lost\fR]"
    .br
    .BR "newsroom stats" " [\fIDIRECTORY\fR] [\fB\-\-json\fR]"
    .br
    .BR "newsroom formats" " | " "newsroom manual"
    .SH DESCRIPTION
    .B newsroom
    opens a directory of stories as a newsroom: an article list, the full article, and READ MORE, the stories
    around it. Plain text as it is scraped, Markdown with front matter, saved web pages, feeds (RSS, Atom,
    JSON Feed), agency wires (NITF, NewsML 1 and G2, ninjs, IPTC 7901), JSON Lines, and mail are read, packed
    with gzip or Zstandard or as they are; the reader finds headline, standfirst, byline, dates, references
    and teasers in them. It never touches the network and never changes a story.
    .PP
    The directory is the one given, else
    .BR $NEWSROOM_LIBRARY ,
    else
    .B library
    in newsroom.toml, else ./Content. A file is opened in that directory if it lies there, else in its own
    folder. With \-, or at the end of a pipe, the standard input is read as one story, of which nothing is
    kept.
    .SH COMMANDS
    .TP
    .B list
    A line a story: id, date, desk, headline, separated by tabs; with
    .B \-\-json
    an object a line, without the text. A query says which; options such as
    .B \-\-desk
    say the same as its fields (here, and with search, export and related). Orders are newest, oldest,
    headline, longest and shortest.
    .TP
    .B search
    The same lines for the stories that a query finds, best first: see QUERIES.
    .B \-\-snippets
    prints the words around what was found below each line. Where few stories have all the words, those that
    miss one follow, and a word that no story has is taken for its neighbour where one is sure; standard error
    says which.
    .B \-\-exact
    turns both off. With
    .B \-\-json
    and the query \-, standard input has a query a line, and an object answers each (related does the same
    with stories).
    .B \-\-no\-refresh
    (here, and with list, show, related and resolve) takes the index as it is, without looking for changes in
    the directory first.
    .TP
    .B show
    One story, by path, id, the first digits of an id, or headline: styled on a terminal, plain in a pipe.
    .B \-\-json
    prints everything that was read;
    .B \-\-raw
    the file itself, made safe to look at;
    .B \-\-explain
    what each part was taken for, and why;
    .B \-\-every
    all stories of a file, one after the other.
    .TP
    .B export
    Writes stories as markdown, html, jsonl or rss, to standard output or a file a story into a folder. The
    query is
    .BR all ,
    the path, id or whole headline of a story, or what is looked for.
    .TP
    .B index
    Reads what is new or changed into the index. The reader does so by itself. Stories that leave their feed
    stay;
    .B \-\-prune
    forgets them.
    .B \-\-watch
    stays and keeps the index up to date as stories land, until it is interrupted.
    .B \-\-share
    puts a copy beside the index for users who may not write there: they give the same
    .BR \-\-index .
    .B newsroom manual \-\-service
    prints a systemd unit that does both.
    .TP
    .B check
    Lists unreadable files, references that lead nowhere, stories without headline or date, as PATH:LINE:
    REASON, and counts what was passed over.
    .B \-\-lost
    compares the words of each file with those of its stories and prints what is in no story, most first;
    menus of pages and a feed's own title are among it.
    .TP
    .B stats
    Counts stories, words, formats, desks, languages and years, and says how large and how fresh the index is.
    .TP
    .B formats
    Lists the formats that are read.
    .TP
    .B manual
    Prints this page.
    .SH KEYS
    """#

  private static let tail = #"""
    .SH NARROWING AND ORDER
    .B d
    chooses a desk,
    .B F
    an author, tag, person, place, organisation, language, format or source; Tab turns from one list to the
    next, and typing narrows it, without accents and by parts of words. A list can be
    narrowed in several ways at once; Esc takes off the last of them.
    .B o
    chooses an order.
    .B @
    goes to a date, as queries have them. Where the newest stand first the list stands on the last story of
    that time, where the oldest do on the first.
    .SH SEARCHING
    .B /
    in the list searches as you type. The newest matches come at once, then the best first; of more than two
    thousand the newest so many are ordered, and the others follow. Tab completes fields and the names that
    the library has for them; \(ua goes to earlier searches, Ctrl\-N and Ctrl\-P through the rows. Enter keeps
    what was found as the list, Esc gives the list before back, and
    .B /
    again goes on with the words. In a story that was found
    .B n
    and
    .B N
    go through the words. Rows show the words around what was found where their first words have none of it.
    .B =
    lists the stories that are like the one at hand. Searches that ended with Enter are remembered for the
    next visit.
    .B +
    keeps a search under a name: it stands among the desks
    .RB ( d ),
    where Delete drops it again.
    .B w
    shows what came since the last visit: the stories of files that were not here when the reader was last
    closed, and those published since.
    .SH QUERIES
    One query means the same in the search line of the reader, in saved searches, and in list, search, export
    and related. Words must all be there;
    .RI \(dqa\ phrase\(dq,
    begin*, \-not, OR and parentheses do what they do elsewhere. A field is a name, a colon and a value, in
    quotation marks when it has blanks. Names are compared without case and accents; those of people, places,
    organisations, sources and slugs may be a part of the whole, and a star stands for any ending. Numbers are
    3, >3, <=3 or 1..3.
    .PP
    A date is 2016, 2016\-03, 2016/03, 2016\-03\-29, 2016\-03\-29T09:12, march 2016, 29 march 2016, today,
    yesterday, monday, last week, this month, last year; 2w ago, 3 months ago, that day; 2016\-03..2016\-05,
    2016.. and ..2016; <7d, younger than seven days, and >1y, older than a year. 7d alone is that day to go to
    or to come before or after, and with date: the time since then. before: is before the time begins, after:
    after it ends: after:2016\-11 begins with 1 December.
    .PP
    A query that finds nothing ends with status 1, and standard error says why; a value that a field can't
    take with status 2.
    \#(fields)
    .SH STORIES THAT LAND
    While the reader is open, stories that land, change, move or vanish appear by themselves. A line says what
    happened: how many are new, which was corrected, updated, killed or withheld;
    .B .
    goes there. The selection and the place in the text stay. A story that was read and has changed is unread
    again and stands by the time of its change. The open story waits with its newer version until
    .B R
    shows it; a kill changes it at once. The words of killed and withheld stories are shown nowhere, and an
    embargoed story has no teaser before its time. Nothing runs while nothing happens: the system tells of
    changes. On file systems that do not tell (NFS, SMB, FUSE), or when it has no watches left, the directory
    is looked through every half minute.
    .SH REFERENCES
    A reference leads to its story by path, address, slug or headline. A headline need not be right in every
    letter: one word or letter may differ, and the subtitle may be missing, as long as one story is clearly
    meant. Where that is only likely, READ MORE says "probably", and the reader is asked before the story
    opens. What leads out of the library is shown in full and not opened.
    .B newsroom resolve
    says what references mean, those of standard input if none are given.
    .SH WHAT GOES TOGETHER
    After what a story says itself, what links to it and its versions, READ MORE shows stories about the same,
    with the words that both have: the rarer a word is in the library, the more it counts; stories of one
    time, those that share tags and those that like stories link to come before others, and no more than two
    of a series among the first five. Stories that have been read come last. \fBt\fR shows the thread that a
    story belongs to as a timeline: a story joins it where a link and shared words agree, or two stories of
    the thread speak for it.
    .B newsroom related
    prints what stands around a story; with \fB\-\-alike\fR only the stories about the same.
    .SH STORIES OF MANY VERSIONS
    A story with a guid or an address of its own is one story, in whichever files it stands: the newest
    version is listed, and READ MORE leads to the others. A story that its agency killed or withholds is
    listed with that word and without its text; one under embargo says until when. Feeds are read as windows
    on a longer run: what they carried once stays in the library.
    .PP
    Stories that say nothing of each other are one row as well when they stand within three days and much of
    their text is the same, what three or more stories share left aside, or when all of it is: the newest is
    listed, with the number of versions. \fBv\fR lists them, and \fBd\fR there shows what one changed;
    \fBnewsroom show\fR takes \fB\-\-versions\fR and \fB\-\-diff\fR.
    .SH BOUNDS
    Whatever is past a bound is reported by
    .BR "newsroom check" ,
    and the rest of the library is read.
    .IP \(bu 2
    A file is read as a whole up to 64 MB, unpacked. JSON Lines, mailboxes and feeds may be of any size; a
    record, a message or an item has at most 16 MB.
    .IP \(bu 2
    A packed byte may become 250.
    .IP \(bu 2
    Nesting: 128 levels of JSON, 200 of XML, 512 of HTML, 16 of mail, 24 of blocks in a story. 256 attributes
    an element in XML, 128 in HTML. A million nodes a document; of a page 12 MB and 400,000 tags are kept.
    .IP \(bu 2
    Entities of XML are never expanded, document types never read; aliases in YAML count towards 20,000
    values.
    .IP \(bu 2
    Folders are followed 64 deep, paths of 4,096 bytes, and symbolic links only where follow_symlinks says so.
    .IP \(bu 2
    Time: every parser works in proportion to the file; none uses a clock, and none takes more than seconds at
    the largest size.
    .SH FILES
    .TP
    .I $XDG_CONFIG_HOME/newsroom/newsroom.toml
    Settings, all optional:
    .BR library " (a directory), " theme " (a name), " measure " (the widest line, 30 to 120 columns), " q
    (what q does in a story that fills the screen: "back", to the list, or "quit").
    In the table
    .B [jsonl]
    the names of fields in records: headline, text, html, bylines, published, url, id, section, tags, language
    and others, each a name or a list of names; a dot leads into an object. Case, "_", "\-" and blanks in
    names make no difference, and the names hold for .json files of records as well. In the table
    .B [searches]
    searches by their names: Ferries = \(dqferry desk:nordic\(dq.
    .IP
    Symbolic links are not followed.
    .B follow_symlinks
    = "inside" follows those whose target lies in the directory; a story that is reached twice is listed once.
    .B ignore
    = ["drafts/", "*.bak"], and a file .newsroomignore in any folder, say what is passed over, in the grammar
    of gitignore(5). Hidden names, node_modules, ~$\|... and unfinished downloads always are, unless a rule
    takes them back by name (!.notes/). Marks of stories that are passed over stay.
    .TP
    .I $XDG_CONFIG_HOME/newsroom/searches.toml
    The searches that were kept in the reader, a table [library."/path"] for each directory; those under
    [searches] belong to all.
    .TP
    .I $XDG_CACHE_HOME/newsroom/
    The indexes, one a directory. They can be deleted at any time and are built again.
    .TP
    .I $XDG_STATE_HOME/newsroom/
    What was read and saved, and the place in every story, kept by the story, so that it survives renames;
    left.toml, where the last visit to each directory ended; and archive.sqlite, the stories that left their
    feeds.
    .PP
    Without these variables, ~/.config, ~/.cache and ~/.local/state are used.
    .SH ENVIRONMENT
    .TP
    .B NEWSROOM_LIBRARY
    The directory of stories.
    .TP
    .B NO_COLOR
    When set and not empty, no colours are used.
    .TP
    .B COLORTERM, TERM
    What the terminal can do.
    .SH EXIT STATUS
    .TP
    .B 0
    Done.
    .TP
    .B 1
    Something failed, nothing was found, or
    .B check
    found a problem.
    .TP
    .B 2
    The command or the query was not understood, the directory is not there, or the terminal can't show the
    reader.
    .TP
    .B 130
    Interrupted.
    .SH EXAMPLES
    .nf
    newsroom ~/Articles
    newsroom show "A whale in the inner harbour" Content
    newsroom list Content \-\-json | jq \-r .headline
    newsroom check Content
    newsroom list Content slug:ferry urgency:<=3 after:2026\-10
    newsroom export is:saved \-\-to html > saved.html
    .fi
    """#
}
