public import Screen
public import Stories

/// What happens to the reader: keys, and answers to its effects, which bring their tickets back.
public enum Event: Sendable {
  /// Something from the glass.
  case input(Input)
  /// A window of the list came in: the first rows of a search, which may be none, or what was asked for.
  case windowed(Window)
  /// All facets of a kind that the stories of a query have.
  case facets(Facet.Kind, [FacetCount], of: Query = Query())
  /// How many stories saved searches have.
  case searchCounts([SearchCount])
  /// The words around what was looked for, of the stories that have it in their text.
  case snippets([StoryID: String], of: CompiledQuery)
  /// A story was opened.
  case opened(OpenedStory)
  /// The reader has stayed with a story for a moment.
  case glanced(StoryID)
  /// The stories that are about the same as an open one, the likest first; they come some time after it.
  case alike(StoryID, [Related])
  /// The thread that a story belongs to, oldest first.
  case storyline(StoryID, [Listing])
  /// The versions of a story, newest first.
  case versions(StoryID, [Listing])
  /// What a version of a story has other than an earlier one.
  case compared(Comparison)
  /// The directory is being read behind the screen, for so many seconds by now; nil when that is done.
  case progress(IndexProgress?, elapsed: Double = 0)
  /// The index has new content: windows on the screen should be asked for again.
  case libraryChanged
  /// Stories came in or changed while the reader was open.
  case landed(Landing)
  /// Something went wrong that a person should know: one sentence, and what it happened to where that was
  /// asked for.
  case failed(String, of: Effect? = nil)
  /// The time now, from the clock, with the zone of the reader; sent at start and when it matters.
  case clock(Timestamp)

  /// Whether it counts only where something waits for it.
  var isAnswer: Bool {
    switch self {
    case .input, .progress, .libraryChanged, .landed, .clock: false
    case .failed(_, let effect): effect?.expectsAnswer == true
    default: true
    }
  }
}

/// Work that the reader wants done; the answer comes back as an `Event` with the ticket of its `Request`.
public enum Effect: Hashable, Sendable {
  /// Load the newest rows of a search, before they are put in order: a first answer.
  case firstRows(Query)
  /// Load rows around an anchor: `before` rows before it and `after` rows after it.
  case window(Query, around: Window.Anchor, before: Int, after: Int)
  /// Look for the rows of another list after a row, beyond the ones at hand.
  case seek(Query, after: Listing)
  /// Load the facets of a kind that the stories of a query have.
  case facets(Facet.Kind, of: Query = Query())
  /// Count the stories of saved searches.
  case countSearches([SavedSearch])
  /// Keep a search under its name, in the place of another of that name.
  case keepSearch(SavedSearch)
  /// Keep such a search no longer.
  case dropSearch(SavedSearch)
  /// Remember what was looked for, for the next visit.
  case remember(String)
  /// Find the words around what was looked for in stories.
  case snippets([StoryID], of: CompiledQuery)
  /// Open a story.
  case open(StoryID)
  /// Wait until the reader has stayed with a story for a moment.
  case glance(StoryID)
  /// Find the stories that are about the same as one.
  case alike(StoryID)
  /// Look up the thread that a story belongs to.
  case storyline(StoryID)
  /// Look up the versions of a story.
  case versions(StoryID)
  /// Compare two versions word by word.
  case compare(earlier: Listing, later: Listing)
  /// Mark as read or unread.
  case mark(StoryID, read: Bool)
  /// Save for later, or not any more.
  case save(StoryID, saved: Bool)
  /// Keep the place in the text.
  case keepPlace(StoryID, ReadingPlace)
  /// Check the directory for changes now.
  case refresh
  /// Give up what was asked with a ticket: nothing waits for the answer any more.
  case cancel(Ticket)
  /// Paint everything again, whatever the display believes to be on the glass (Ctrl-L).
  case repaint
  /// Leave the screen to the shell (Ctrl-Z).
  case suspend
  /// End.
  case quit
}
