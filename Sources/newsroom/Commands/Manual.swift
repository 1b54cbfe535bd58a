internal import ArgumentParser
internal import NewsroomUI
internal import StoryFormats
internal import Words

/// `newsroom manual`: the man page, its key table made from the reader's own commands.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    discussion: "To read it, run `newsroom manual | man -l -`.")

  @Flag(help: "Print a systemd unit instead, which keeps an index up to date for all users of a computer.")
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
      ".SS Keys in lines and boxes",
      "The lines you type in (find, search, date, a search's name), the lists you choose from, boxes of text",
      "and link letters have keys of their own. Ctrl-C and Ctrl-Z work everywhere.",
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
      show, list and search with \\-\\-json, and export to jsonl, print a story as the same object. newsroom reads
      such an object as a story again.
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
    .BR newsroom " [\fIDIRECTORY\fR|\fIFILE\fR|\fB\-\fR] [\fB\-\-index\fR \fIPATH\fR] [\fB\-\-theme\fR \
    \fINAME\fR]"
    .br
    .BR "newsroom list" " [\fIDIRECTORY\fR] [\fIQUERY\fR...] [\fB\-\-json\fR] \
    [\fB\-\-unread\fR|\fB\-\-saved\fR] [\fB\-\-new\fR] \
    [\fB\-\-desk\fR|\fB\-\-author\fR|\fB\-\-tag\fR|\fB\-\-language\fR|\fB\-\-format\fR \fINAME\fR] \
    [\fB\-\-order\fR \fIORDER\fR] [\fB\-n\fR \fIN\fR]"
    .br
    .BR "newsroom search" " \fIQUERY\fR... [\fB\-\-kept\fR \fINAME\fR] [\fB\-\-json\fR] [\fB\-n\fR \
    \fIN\fR] [\fB\-L\fR \fIDIRECTORY\fR]"
    .br
    .BR "newsroom related" " \fISTORY\fR [\fIQUERY\fR...] [\fB\-\-alike\fR] [\fB\-\-json\fR] [\fB\-n\fR \
    \fIN\fR] [\fB\-L\fR \fIDIRECTORY\fR]"
    .br
    .BR "newsroom resolve" " [\fIREFERENCE\fR...] [\fB\-\-json\fR] [\fB\-L\fR \fIDIRECTORY\fR]"
    .br
    .BR "newsroom show" " \fISTORY\fR [\fIDIRECTORY\fR] [\fB\-\-json\fR|\fB\-\-raw\fR|\fB\-\-explain\fR] \
    [\fB\-\-format\fR \fINAME\fR] [\fB\-\-width\fR \fIN\fR]"
    .br
    .BR "newsroom show" " \fB\-\-every\fR \fIFILE\fR [\fB\-\-json\fR] [\fB\-\-format\fR \fINAME\fR]"
    .br
    .BR "newsroom export" " [\fIQUERY\fR...] \fB\-\-to\fR \fIFORMAT\fR [\fB\-\-kept\fR \fINAME\fR] \
    [\fB\-o\fR \fIFOLDER\fR] [\fB\-n\fR \fIN\fR] [\fB\-L\fR \fIDIRECTORY\fR]"
    .br
    .BR "newsroom index" " [\fIDIRECTORY\fR] [\fB\-\-json\fR] [\fB\-\-quiet\fR] [\fB\-\-prune\fR] \
    [\fB\-\-watch\fR] [\fB\-\-share \-\-index\fR \fIPATH\fR]"
    .br
    .BR "newsroom check" " [\fIDIRECTORY\fR] [\fB\-\-json\fR] [\fB\-\-lost\fR]"
    .br
    .BR "newsroom stats" " [\fIDIRECTORY\fR] [\fB\-\-json\fR]"
    .br
    .BR "newsroom formats" " | " "newsroom manual"
    .SH DESCRIPTION
    .B newsroom
    opens a directory of stories, the library, in three panes: the article list, the story, and READ MORE,
    the stories that belong with it. It reads plain text, Markdown with front matter, saved web pages, feeds
    (RSS, Atom, JSON Feed), agency wires (NITF, NewsML 1 and G2, ninjs, IPTC 7901), JSON Lines, JSON records
    and mail, and any of these compressed with gzip or Zstandard. It finds each story's headline,
    standfirst, byline, dates, references and teasers. It never uses the network and never changes a story.
    .PP
    The library is the directory given, or else
    .BR $NEWSROOM_LIBRARY ,
    or
    .B library
    in newsroom.toml, or ./Content. A file opens in the library if it is there, and otherwise in its own
    folder. With \-, or at the end of a pipe, newsroom reads one story from standard input and keeps nothing
    of it.
    .SH COMMANDS
    .TP
    .B list
    Prints one line per story: id, date, desk and headline, separated by tabs. With
    .BR \-\-json ,
    it prints one object per line, without the text. A query chooses the stories; options such as
    .B \-\-desk
    stand for its fields (here, and in search, export and related). The orders are newest, oldest, headline,
    longest and shortest.
    .TP
    .B search
    Prints the stories that match a query in the same form, best match first: see QUERIES.
    .B \-\-snippets
    adds the words around the match, on a line below. If few stories have all the words, stories that lack one
    follow; a word that no story has is replaced by a similar one if the choice is clear. Standard error says
    so.
    .B \-\-exact
    turns both off. With
    .B \-\-json
    and the query \-, it reads one query per line from standard input and prints one object for each (related
    does the same with stories).
    .B \-\-no\-refresh
    (here, and in list, show, related and resolve) uses the index as it is and does not look for changed
    files.
    .TP
    .B show
    Prints a story, given by path, id, the first digits of an id, or headline: styled on a terminal, plain
    in a pipe.
    .B \-\-json
    prints everything that was read;
    .B \-\-raw
    prints the file itself, made safe to look at;
    .B \-\-explain
    says what each part was read as, and why;
    .B \-\-every
    prints all stories of a file.
    .B \-\-versions
    lists the story's versions and copies;
    .B \-\-diff
    shows, word by word, how it differs from another story.
    .TP
    .B export
    Writes stories as markdown, html, jsonl or rss to standard output, or one file per story into a folder.
    The query is
    .BR all ,
    a story's path, id or exact headline, or a search.
    .TP
    .B index
    Reads new and changed files into the index. The reader does this itself. Stories that have dropped out of
    their feed stay;
    .B \-\-prune
    removes them.
    .B \-\-watch
    keeps running and updates the index as stories arrive, until it is interrupted.
    .B \-\-share
    puts a copy beside the index for users who can't write there; they give the same
    .BR \-\-index .
    .B newsroom manual \-\-service
    prints a systemd unit that does both.
    .TP
    .B check
    Lists problems, one per line, as PATH:LINE: REASON: a file that can't be read, a reference to a missing
    story, a story without a headline or a date. It then counts the files that were skipped.
    .B \-\-lost
    compares each file's words with those of its stories and prints the words that are in no story, most
    first; page menus and feed titles are counted too.
    .TP
    .B stats
    Counts stories, words, formats, desks, languages and years, and prints the size and age of the index.
    .TP
    .B formats
    Lists the formats that newsroom reads.
    .TP
    .B manual
    Prints this page.
    .SH KEYS
    """#

  private static let tail = #"""
    .SH NARROWING AND ORDER
    .B d
    chooses a desk, and
    .B F
    an author, tag, person, place, organisation, language, format or source. Tab goes to the next of these
    lists; typing shortens a list, by parts of words and without accents. You can narrow the article list
    several times; Esc undoes the last narrowing.
    .B o
    chooses an order.
    .B @
    goes to a date, written as in queries: to the newest story of that period, or to the oldest if the oldest
    come first.
    .SH SEARCHING
    .B /
    in the list searches as you type. The newest matches appear at once, and the best then move to the top;
    only the newest 2,000 matches are ranked, and older ones follow. Tab completes fields and the library's
    names for them; \(ua goes to earlier searches, and Ctrl\-N and Ctrl\-P move through the rows. Enter
    keeps the results as the list, Esc returns to the list before the search, and
    .B /
    again continues with the same words. In a story found by a search,
    .B n
    and
    .B N
    go to the next and previous match. A row shows the words around the match if they are not at the start of
    the story.
    .B =
    lists the stories most similar to this one. Searches ended with Enter are remembered for your next visit.
    .B +
    keeps a search under a name, beside the desks
    .RB ( d ),
    where Delete deletes it.
    .B w
    shows what is new since your last visit: stories in files that were not there when you last quit the
    reader, and stories published since.
    .SH QUERIES
    A query means the same in the reader's search line, in kept searches, and in list, search, export and
    related. All words must match;
    .RI \(dqa\ phrase\(dq,
    begin*, \-not, OR and parentheses work as in most search engines. A field is a name, a colon and a
    value; put a value of several words in quotation marks. Case and accents make no difference. The name of
    a person, place, organisation, source or slug may be given in part, and a star stands for any ending.
    Numbers are written 3, >3, <=3 or 1..3.
    .PP
    A date is 2016, 2016\-03, 2016/03, 2016\-03\-29, 2016\-03\-29T09:12, march 2016, 29 march 2016, today,
    yesterday, monday, last week, this month or last year; 2w ago or 3 months ago, for that day;
    2016\-03..2016\-05, 2016.. or ..2016; <7d for the last seven days, or >1y for more than a year ago. 7d
    alone means that day with @, before: and after:, and the time since then with date:. before: means
    before the period begins, after: after it ends: after:2016\-11 begins with 1 December.
    .PP
    A query that finds nothing ends with status 1, and standard error says why. A value that a field can't
    take ends with status 2.
    \#(fields)
    .SH STORIES THAT ARRIVE
    While the reader is open, stories that arrive, change, move or disappear are shown by themselves. A line
    says what happened: how many are new, and which was corrected, updated, killed or withheld;
    .B .
    goes there. The selected row and your place in the text stay where they are. A story that you have read
    and that has changed is unread again, sorted by the time of its change. If the open story has a newer
    version,
    .B R
    shows it; a kill takes effect at once. The words of killed and withheld stories are never shown, and an
    embargoed story has no teaser until its time. newsroom does nothing while nothing happens, because the
    system reports changes. On file systems that do not (NFS, SMB, FUSE), or if the system has no watches
    left, it looks for changes every 30 seconds.
    .SH REFERENCES
    A reference finds its story by path, address, slug or headline. A slightly misquoted headline still finds
    it: one word or letter may differ, and the subtitle may be missing, if only one story can be meant. If the
    reader is not sure, READ MORE says "probably", and the reader asks before it opens the story. Addresses
    outside the library are shown in full but never opened.
    .B newsroom resolve
    prints the story that each reference means; without arguments it reads references from standard input.
    .SH RELATED STORIES
    After the stories that a story announces or links to, those that link to it, and its versions, READ MORE
    lists stories about the same subject, with the words they share. A word counts for more the rarer it is
    in the library. Stories from the same time, with the same tags, or linked from similar stories come
    first, with no more than two of a series among the first five. Stories that you have read come last.
    \fBt\fR shows the story's thread as a timeline: a story belongs to a thread if a link and shared words
    agree, or if two stories of the thread point to it.
    .B newsroom related
    prints the same stories; with \fB\-\-alike\fR, only those about the same subject.
    .SH VERSIONS AND COPIES
    A story with a guid or an address of its own is one story, however many files contain it: the list shows
    the newest version, and READ MORE leads to the others. A story that its agency has killed or withheld is
    listed with that word and without its text; one under embargo says until when. A feed holds only its
    latest items; newsroom keeps the earlier ones.
    .PP
    Stories without such an address also share one row if they are within three days of each other and much
    of their text is the same (text that three or more stories share does not count), or if all of it is the
    same. The list shows the newest, with the number of versions. \fBv\fR lists them, and \fBd\fR there
    shows what one changed; \fBnewsroom show\fR does the same with \fB\-\-versions\fR and \fB\-\-diff\fR.
    .SH BOUNDS
    .B newsroom check
    reports whatever exceeds a bound; the rest of the library is read.
    .IP \(bu 2
    A file is read whole up to 64 MB, uncompressed. JSON Lines, mailboxes and feeds may be of any size; a
    record, a message or an item has at most 16 MB. A compressed file may expand to 250 times its size.
    .IP \(bu 2
    Nesting goes to 128 levels in JSON, 200 in XML, 512 in HTML, 16 in mail, and 24 blocks in a story. An
    element has at most 256 attributes in XML and 128 in HTML. A document has at most a million nodes; the
    first 12 MB and 400,000 tags of a web page are read.
    .IP \(bu 2
    XML entities are never expanded, and document types are never read. Front matter has at most 20,000 YAML
    values, aliases included.
    .IP \(bu 2
    Folders are read 64 levels deep, with paths of at most 4,096 bytes. Symbolic links are followed only if
    follow_symlinks says so.
    .IP \(bu 2
    The time that a parser takes grows in proportion to the file; the largest takes seconds.
    .SH FILES
    .TP
    .I $XDG_CONFIG_HOME/newsroom/newsroom.toml
    Settings, all optional:
    .BR library " (a directory), " theme " (a name), " measure " (the widest line, 30 to 120 columns), " q
    (what q does in a full-screen story: "back", to the list, or "quit").
    The table
    .B [jsonl]
    names the fields of JSON records: headline, text, html, bylines, published, url, id, section, tags,
    language and others. Each takes one name or a list of names; a dot leads into an object. Case, "_", "\-"
    and spaces in names make no difference. The names apply to .json files of records too. The table
    .B [searches]
    holds searches by name: Ferries = \(dqferry desk:nordic\(dq.
    .IP
    Symbolic links are not followed.
    .B follow_symlinks
    = "inside" follows those whose target is inside the directory; a story reached twice is listed once.
    .B ignore
    = ["drafts/", "*.bak"], and a file .newsroomignore in any folder, name files to skip, in the syntax of
    gitignore(5). Hidden files, node_modules, ~$\|... and unfinished downloads are always skipped, unless a
    rule names them with an exclamation mark (!.notes/). Marks of skipped stories are kept.
    .TP
    .I $XDG_CONFIG_HOME/newsroom/searches.toml
    The searches kept in the reader, in one table [library."/path"] per directory; those under [searches]
    belong to all directories.
    .TP
    .I $XDG_CACHE_HOME/newsroom/
    The indexes, one per directory. They are safe to delete; newsroom builds them again.
    .TP
    .I $XDG_STATE_HOME/newsroom/
    What you have read and saved, and your place in each story, stored by story so that renaming a file
    loses nothing; left.toml, the time of your last visit to each directory; and archive.sqlite, items that
    have dropped out of their feeds.
    .PP
    Without these variables, ~/.config, ~/.cache and ~/.local/state are used.
    .SH ENVIRONMENT
    .TP
    .B NEWSROOM_LIBRARY
    The library: a directory of stories.
    .TP
    .B NO_COLOR
    If set and not empty, newsroom uses no colours.
    .TP
    .B COLORTERM, TERM
    What the terminal can do.
    .SH EXIT STATUS
    .TP
    .B 0
    The command did its work and, if it had a query, found something.
    .TP
    .B 1
    Nothing was found,
    .B check
    found a problem, or the command failed.
    .TP
    .B 2
    The command line, the query or newsroom.toml was not understood, the directory does not exist, or the
    terminal can't show the reader.
    .TP
    .B 130
    The command was interrupted.
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
