public import Messages
public import Screen
public import Stories

/// What happens to the reader: a key, or an answer to one of its effects.
public enum Event: Sendable {
  /// A key, a paste or a new size from the terminal.
  case input(Input)
  /// Rows of the list arrived: those that were asked for, or the first rows of a search (possibly none).
  case windowed(Window)
  /// All facets of a kind in the stories of a query.
  case facets(Facet.Kind, [FacetCount], of: Query = Query())
  /// How many stories the kept searches find.
  case searchCounts([SearchCount])
  /// The words around the match, by story; stories without a match in their text are left out.
  case snippets([StoryID: String], of: CompiledQuery)
  /// No key has followed these for half a second.
  case keysAwaited([Key])
  /// A story was opened.
  case opened(OpenedStory)
  /// The reader has stayed on a story for a moment.
  case glanced(StoryID)
  /// The stories about the same subject as an open one, most similar first; they arrive after the story.
  case alike(StoryID, [Related])
  /// The thread that a story belongs to, oldest first.
  case storyline(StoryID, [Listing])
  /// The versions of a story, newest first.
  case versions(StoryID, [Listing])
  /// The differences between two versions of a story.
  case compared(Comparison)
  /// A story has the words that were read; or it is not known which those were.
  case unchanged(StoryID, isKnown: Bool)
  /// A part of a list was marked.
  case marked(MarkOutcome)
  /// The marks of a step were taken back; nil if they were set too long ago.
  case tookBack(MarkOutcome?, step: Int)
  /// The tags of the reader's own; those of a story are set.
  case ownTags([OwnTag], of: StoryID?)
  /// The clippings of the library, the latest first.
  case clippings([Clipping])
  /// What kept searches have found among the latest arrivals.
  case alerted(AlertsFound)
  /// The alerts of the library, the latest first; they have been looked at now.
  case alerts([StoryAlert])
  /// The list leaves out what other searches find.
  case hidden
  /// The list was written to a file, or not.
  case exported(ExportOutcome)
  /// Another program has ended, or could not be started: a sentence for the reader.
  case ran(Phrase, isFailure: Bool)
  /// The settings were read again, with a sentence about it; nil if they are broken and the old ones stay.
  case settings(Preferences?, Phrase)
  /// The kept searches were changed on another machine.
  case searchesChanged([SavedSearch])
  /// How far the reading of the directory has come, after `elapsed` seconds; nil when it is done.
  case progress(IndexProgress?, elapsed: Double = 0)
  /// The index has changed: ask again for what is on the screen.
  case libraryChanged
  /// Stories arrived or changed while the reader was open.
  case landed(Landing)
  /// Something went wrong: a sentence for the reader, and the effect that failed, if any.
  case failed(Phrase, of: Effect? = nil)
  /// The current time in the reader's zone; sent at the start and when it matters.
  case clock(Timestamp)

  /// Whether it may change what is on the screen.
  public var isSeen: Bool {
    switch self {
    case .glanced: false
    default: true
    }
  }

  /// Whether it is dropped if nothing is waiting for it.
  var isAnswer: Bool {
    switch self {
    case .input, .ran, .settings, .searchesChanged, .progress, .libraryChanged, .landed, .clock: false
    case .failed(_, let effect): effect?.expectsAnswer == true
    default: true
    }
  }
}

/// Work that the reader wants done; the answer is an `Event` that carries the ticket of its `Request`.
public enum Effect: Hashable, Sendable {
  /// Load the newest rows of a search before they are ranked, as a first answer.
  case firstRows(Query)
  /// Load rows around an anchor: `before` rows before it and `after` rows after it.
  case window(Query, around: Window.Anchor, before: Int, after: Int)
  /// Look for rows of another list after a row, beyond the loaded ones.
  case seek(Query, after: Listing)
  /// Load all facets of a kind in the stories of a query.
  case facets(Facet.Kind, of: Query = Query())
  /// Count the stories that kept searches find.
  case countSearches([SavedSearch])
  /// Keep a search under its name, replacing any other of that name.
  case keepSearch(SavedSearch)
  /// Delete a kept search.
  case dropSearch(SavedSearch)
  /// Note the arrivals that kept searches find.
  case lookForAlerts([SavedSearch])
  /// List what kept searches have found, and note that it was looked at.
  case alerts([SavedSearch])
  /// Leave what these searches find out of the list.
  case hide([SavedSearch])
  /// Ring the bell, and notify the desktop.
  case ring(Notice)
  /// Write the stories of a list to a file.
  case export(Query, to: String, replacing: Bool)
  /// Remember a search for the next visit.
  case remember(String)
  /// Find the words around the match in stories.
  case snippets([StoryID], of: CompiledQuery)
  /// Wait half a second for the key that follows these.
  case awaitKeys([Key])
  /// Open a story.
  case open(StoryID)
  /// Wait until the reader has stayed on a story for a moment.
  case glance(StoryID)
  /// Find the stories about the same subject.
  case alike(StoryID)
  /// Look up a story's thread.
  case storyline(StoryID)
  /// Look up a story's versions.
  case versions(StoryID)
  /// Compare two versions word by word.
  case compare(earlier: Listing, later: Listing)
  /// Compare a story with the words that were read.
  case sinceRead(Listing)
  /// Mark as read or unread.
  case mark(StoryID, read: Bool)
  /// Save or unsave.
  case save(StoryID, saved: Bool)
  /// Mark a part of a list; the number takes it back.
  case markMany(MarkChange, ListSpan, of: Query, step: Int)
  /// Take the marks of a step back.
  case takeBack(step: Int)
  /// Set the marks of a step again.
  case repeatMarks(step: Int)
  /// Look up the tags of the reader's own, and which of them a story has.
  case ownTags(of: StoryID?)
  /// Give a story a tag, or take it away.
  case tag(StoryID, TagName, isSet: Bool)
  /// Keep words of a story.
  case keepClip(StoryID, Clip)
  /// Write the note to a clip.
  case noteClip(StoryID, Clip, String)
  /// Delete a clip.
  case dropClip(ClipSource, Clip)
  /// List the clippings of the library.
  case clippings
  /// Open the file with the clips of a story in the reader's editor.
  case editClips(StoryID)
  /// Store the place in the text.
  case keepPlace(StoryID, ReadingPlace)
  /// Check the directory for changes now.
  case refresh
  /// Abandon the work of a ticket, because nothing waits for its answer.
  case cancel(Ticket)
  /// Redraw the whole screen, whatever the display believes is on it (Ctrl-L).
  case repaint
  /// Suspend the program (Ctrl-Z).
  case suspend
  /// Put text on the clipboard of the reader's terminal.
  case copy(String)
  /// Give a story to the command of this name.
  case pipe(String, StoryID)
  /// Open an address with the reader's browser.
  case browse(String)
  /// Open a story's file in the reader's editor.
  case edit(Listing)
  /// Leave this library and open the one of a name.
  case openLibrary(String)
  /// Quit.
  case quit
}
