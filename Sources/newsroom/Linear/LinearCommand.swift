internal import Messages
internal import Stories

/// What can be typed in linear mode: a word, or its short form, and perhaps words behind it.
struct LinearCommand {
  /// What a command does.
  enum Action: CaseIterable {
    case more, list, next, previous, back, search, all, unread, saved, desks, links, readMore, toggleRead,
      toggleSaved, whereabouts, help, quit
  }

  let action: Action
  /// The names, the usual one first.
  let names: [String]
  /// What may stand behind it, as the help shows it; nil for nothing.
  var argument: String?
  /// One line, without a full stop.
  let meaning: String

  /// Every command, in the order of the help.
  static let all: [LinearCommand] = [
    LinearCommand(
      action: .more, names: ["more", "m"],
      meaning: "The next lines of the story or of the list; so does Enter alone"),
    LinearCommand(action: .list, names: ["list", "l"], meaning: "The list again, from its first story"),
    LinearCommand(action: .next, names: ["next", "n"], meaning: "Read the next story of the list"),
    LinearCommand(action: .previous, names: ["previous", "p"], meaning: "Read the story before it"),
    LinearCommand(
      action: .back, names: ["back", "b"], meaning: "Back to the story you came from, or to the list"),
    LinearCommand(
      action: .search, names: ["search", "s", "/"], argument: "WORDS",
      meaning: "List the stories that have the words"),
    LinearCommand(action: .all, names: ["all", "a"], meaning: "List all stories"),
    LinearCommand(action: .unread, names: ["unread", "u"], meaning: "List the unread stories"),
    LinearCommand(action: .saved, names: ["saved"], meaning: "List the saved stories"),
    LinearCommand(
      action: .desks, names: ["desks", "desk", "d"], argument: "[NAME]",
      meaning: "List the desks, or the stories of one"),
    LinearCommand(action: .links, names: ["links"], meaning: "List the links of the story"),
    LinearCommand(
      action: .readMore, names: ["related", "r"], meaning: "List READ MORE, the stories that belong with it"),
    LinearCommand(
      action: .toggleRead, names: ["toggle-read", "mark"], meaning: "Mark the story as read or unread"),
    LinearCommand(
      action: .toggleSaved, names: ["toggle-saved", "save"], meaning: "Save the story, or unsave it"),
    LinearCommand(
      action: .whereabouts, names: ["whereabouts", "where"],
      meaning: "Say where you are, and the story's file"),
    LinearCommand(action: .help, names: ["help", "h", "?"], meaning: "List these commands"),
    LinearCommand(action: .quit, names: ["quit", "q"], meaning: "End"),
  ]

  /// The command for a line, and what stands behind its name; nil if its first word is no command.
  static func of(_ line: String) -> (LinearCommand, argument: String)? {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first?.lowercased() else { return all.first.map { ($0, "") } }
    if let command = all.first(where: { $0.names.contains(name) }) {
      return (command, parts.count > 1 ? parts[1].trimmed : "")
    }
    // "/ferry" needs no space.
    guard name.first == "/", let search = all.first(where: { $0.action == .search }) else { return nil }
    return (search, line.trimmed.dropFirst().trimmed)
  }

  /// The command most like a word.
  static func near(_ word: String) -> String? {
    Newsroom.nearest(to: word.lowercased(), among: all.flatMap(\.names).filter { $0.count > 2 })
  }

  /// A line of the help: its names, and its meaning.
  func told(_ catalogue: Catalogue) -> String {
    let first = [names[0], argument].compactMap(\.self).joined(separator: " ")
    return ([first] + names.dropFirst()).joined(separator: ", ") + ": \(catalogue[meaning])."
  }
}
