import Screen

@testable import NewsroomUI

/// What a user of another program tries in the first ten minutes, and what must happen.
struct Try: Sendable, CustomStringConvertible {
  /// What must be seen afterwards.
  enum Outcome: Sendable {
    /// The selected row of the list, from 0.
    case row(Int)
    /// Another row of the list is selected.
    case moves
    /// The first line of the story on the screen, from 0.
    case line(Int)
    /// The story has scrolled down.
    case scrolls
    /// The story is at its end.
    case end
    /// This pane has the focus.
    case pane(Pane)
    /// This story is open.
    case story(Int)
    /// A layer is open.
    case layer(Layer.Kind)
    /// No layer is open any more.
    case panes
    /// This line of the box is its first on the screen.
    case box(Int)
    /// This is typed in the topmost line or list.
    case typed(String)
    /// This line of the list to choose from is selected.
    case choice(Int)
    /// An effect has left, by name.
    case effect(String)
    /// The bottom line says this.
    case says(String)
    /// Only unread stories are listed.
    case unread
    /// The row has moved on the screen.
    case view
  }

  let keys: String
  let expects: String
  let outcome: Outcome
  let inStory: Bool

  init(_ keys: String, _ expects: String, _ outcome: Outcome, inStory: Bool = false) {
    (self.keys, self.expects, self.outcome, self.inStory) = (keys, expects, outcome, inStory)
  }

  var description: String { "\(keys): \(expects)" }
}

extension Try {
  private static func list(_ keys: String, _ expects: String, _ outcome: Outcome) -> Try {
    Try(keys, expects, outcome)
  }

  private static func story(_ keys: String, _ expects: String, _ outcome: Outcome) -> Try {
    Try(keys, expects, outcome, inStory: true)
  }

  static let vim: [Try] = [
    list("j", "a line down", .row(1)), list("j j k", "a line up", .row(1)),
    list("5 j", "five lines down", .row(5)), list("G", "to the end", .row(29)),
    list("G g g", "to the beginning", .row(0)), list("1 2 G", "to line twelve", .row(11)),
    list("1 2 g g", "to line twelve", .row(11)), list("C-d", "half a screen down", .moves),
    list("C-d C-u", "and up again", .row(0)), list("C-f", "a screen down", .moves),
    list("L", "to the bottom of the screen", .moves), list("C-f L H", "to its top", .moves),
    list("M", "to its middle", .moves), list("8 j z t", "the line at the top", .view),
    list("/", "searches", .layer(.search)), list("x", "deletes: marks as read", .effect("mark")),
    list("x u", "undoes", .says("unread")), list("u", "nothing to undo", .says("No mark to take back")),
    list("C-r", "nothing to redo", .says("No mark to repeat")), list("y y", "copies", .layer(.list)),
    list("V j", "selects lines", .says("2 ")), list("Z Z", "quits", .effect("quit")),
    list(": q Enter", "quits", .effect("quit")), list(": 1 2 Enter", "to line twelve", .row(11)),
    list(": n Enter", "the next file", .story(2)), list("C-w w", "the next window", .pane(.article)),
    list(": h Enter", "help", .layer(.help)),
    story("5 j", "five lines down", .line(5)), story("G", "to the end", .end),
    story("G g g", "to the beginning", .line(0)), story("1 0 G", "to line ten", .line(9)),
    story("C-]", "follows a link", .layer(.hints)), story("2 Enter", "the second link", .story(3)),
    story("2 Enter C-o", "back", .story(1)), story("2 Enter C-t", "back", .story(1)),
    story("2 Enter C-o Tab", "forward again", .story(3)), story("g t", "the next tab", .story(2)),
    story("/", "finds", .layer(.find)), story("}", "the next paragraph", .scrolls),
    list("? j", "a line down in the help", .box(1)),
    list("? G g g", "to the beginning of the help", .box(0)),
    list("? C-e C-e C-y", "lines of the help", .box(1)),
    list("/ d e s C-n", "completes the field", .typed("desk:")),
    list("/ x Esc", "gives the search up", .panes),
    list("d C-n", "a line down in the list of desks", .choice(1)),
    list("d C-n C-n C-p", "and up", .choice(1)),
  ]

  static let less: [Try] = [
    list("Enter", "opens the file", .pane(.article)), list("j", "a line down", .row(1)),
    list("e", "a line down", .row(1)), list("e e y", "a line up", .row(1)),
    list("f", "a screen down", .moves), list("G", "to the end", .row(29)),
    list("h", "help", .layer(.help)), list("=", "where this is", .says("row 1 of 30")),
    list("v", "the editor", .effect("edit")), list("q", "quits", .effect("quit")),
    list("Q", "quits", .effect("quit")), list(": q Enter", "quits", .effect("quit")),
    list("1 0 G", "to line ten", .row(9)),
    story("Enter", "a line down", .line(1)), story("e e e y", "lines", .line(2)),
    story("5 Down", "five lines", .line(5)), story("Space", "a screen", .scrolls),
    story("f b", "a screen and back", .line(0)), story("z", "a screen", .scrolls),
    story("z w", "and back", .line(0)), story("d", "half a screen", .scrolls),
    story("d u", "and back", .line(0)), story("C-v", "a screen", .scrolls),
    story("C-v M-v", "and back", .line(0)), story("G", "to the end", .end),
    story("G g", "to the beginning", .line(0)), story("1 0 g", "to line ten", .line(9)),
    story("M->", "to the end", .end), story("M-> M-<", "to the beginning", .line(0)),
    story("/", "finds", .layer(.find)), story("n", "the next match", .says("Nothing to find yet")),
    story("#", "the links", .layer(.hints)), story("C-g", "where this is", .says("1.txt")),
    story(": n Enter", "the next file", .story(2)), story("J : p Enter", "the last file", .story(1)),
    list("h e e y", "lines of the help", .box(1)),
    list("h Enter", "a line of the help", .box(1)),
    list("h > <", "to its beginning", .box(0)),
    list("h f w", "a screen and back", .box(0)),
    list("h q", "back", .panes),
  ]

  static let newsboat: [Try] = [
    list("j", "the next article", .row(1)), list("j k", "the one before", .row(0)),
    list("Enter", "opens", .pane(.article)), list("q", "quits", .effect("quit")),
    list("Q", "quits at once", .effect("quit")), list("r", "reloads", .effect("refresh")),
    list("R", "reloads all", .effect("refresh")), list("A", "marks all as read", .effect("markMany")),
    list("C", "marks all as read", .effect("markMany")), list("N", "toggles read", .effect("mark")),
    list("n", "the next unread", .story(2)), list("j j p", "the unread one before", .story(2)),
    list("J", "the next article", .story(2)), list("j j K", "the one before", .story(2)),
    list("l", "shows unread only", .unread), list("F", "filters", .layer(.facets)),
    list("t", "tags", .layer(.facets)), list("/", "searches", .layer(.search)),
    list("g", "sorts", .layer(.list)), list("e", "enqueues", .effect("save")),
    list("C-b", "bookmarks", .effect("save")), list("s", "saves", .effect("save")),
    list("D", "deletes: marks as read and goes on", .row(1)), list("?", "help", .layer(.help)),
    list("End", "to the end", .row(29)), list("|", "pipes", .layer(.list)),
    list("E", "edits", .effect("edit")),
    story("Space", "a screen", .scrolls), story("u", "the URLs", .layer(.hints)),
    story("#", "the URLs", .layer(.hints)), story("2", "the second URL", .story(3)),
    story("o", "the browser", .says("does not say its address")), story("n", "the next unread", .story(2)),
    story("q", "back to the list", .pane(.list)), story("N", "toggles read", .effect("mark")),
    list("? q", "closes the help", .panes),
    list("? j", "a line down in the help", .box(1)),
  ]

  static let emacs: [Try] = [
    list("C-n", "the next line", .row(1)), list("C-n C-n C-p", "the line before", .row(1)),
    list("C-v", "a screen down", .moves), list("M->", "to the end", .row(29)),
    list("M-> M-<", "to the beginning", .row(0)), list("C-s", "searches", .layer(.search)),
    list("M-x", "a command by name", .layer(.commands)), list("M-x q u i t Enter", "quits", .effect("quit")),
    list("C-x C-c", "quits", .effect("quit")), list("C-x C-s", "saves", .effect("save")),
    list("C-x o", "the other window", .pane(.article)), list("C-x b", "the buffers: desks", .layer(.facets)),
    list("C-x C-f", "finds a file", .layer(.search)), list("C-x u", "undoes", .says("No mark to take back")),
    list("C-k C-_", "kills and undoes", .says("unread")), list("C-@ C-n", "sets the mark", .says("2 ")),
    list("C-x C-g C-n", "gives a sequence up", .row(1)), list("M-w", "copies", .layer(.list)),
    list("F1", "help", .layer(.help)), list("M-?", "help", .layer(.help)),
    list("M-n", "the next story", .story(2)), list("C-l", "draws anew", .effect("repaint")),
    list("C-x ]", "to the last page", .row(29)), list("C-s C-g C-n", "gives a search up", .row(1)),
    story("C-v", "a screen", .scrolls), story("C-v M-v", "and back", .line(0)),
    story("M->", "to the end", .end),
    story("M-> M-<", "to the beginning", .line(0)), story("C-n C-n C-p", "lines", .line(1)),
    story("C-s", "finds", .layer(.find)), story("M-.", "to a definition", .layer(.hints)),
    story("2 M-,", "and back", .story(1)), story("M-}", "a paragraph on", .scrolls),
    story("C-x k", "kills the buffer", .pane(.list)), story("C-b", "to the left", .pane(.list)),
    story("C-x o", "the other window", .pane(.teasers)),
    list("M-x C-g", "gives the command up", .panes),
    list("M-x C-n", "a line down", .choice(1)),
    list("M-x C-n C-n C-p", "and up", .choice(1)),
    list("M-x M->", "to the last command", .layer(.commands)),
    list("M-x q u i C-k", "deletes the line", .typed("")),
    list("M-? n n p", "lines of the help", .box(1)),
    list("M-? C-v M-v", "a screen and back", .box(0)),
    list("M-? C-s", "finds in the help", .layer(.keys)),
    list("/ f C-g", "gives the search up", .panes),
  ]

  static let aerc: [Try] = [
    list("j", "the next message", .row(1)), list("j k", "the one before", .row(0)),
    list("C-d", "half a screen", .moves), list("C-f C-b", "a screen and back", .row(0)),
    list("G", "to the end", .row(29)), list("G g", "to the beginning", .row(0)),
    list("Enter", "views", .pane(.article)), list("q", "quits", .effect("quit")),
    list("/", "searches", .layer(.search)), list("\\", "filters", .layer(.search)),
    list("n", "the next match", .says("Nothing to find yet")), list("d", "deletes: read, and on", .row(1)),
    list("a", "archives: read, and on", .row(1)), list("c", "changes folder", .layer(.facets)),
    list("v j", "selects", .says("2 ")), list("T", "threads", .effect("storyline")),
    list("|", "pipes", .layer(.list)), list(":", "commands", .layer(.commands)),
    list("?", "help", .layer(.help)),
    list("C-n", "the next tab", .pane(.article)), list("J", "the next message", .story(2)),
    story("j j", "lines", .line(2)), story("J", "the next message", .story(2)),
    story("J K", "the one before", .story(1)), story("C-l", "opens a link", .layer(.hints)),
    story("S", "saves", .effect("save")), story("o", "opens", .says("does not say its address")),
    story("H", "headers", .says("1.txt")), story("q", "closes", .pane(.list)),
    list("/ d e s C-n", "completes the field", .typed("desk:")),
    list("? q", "closes the help", .panes),
  ]
}
