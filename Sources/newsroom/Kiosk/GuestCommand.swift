internal import ArgumentParser
internal import ContentLibrary
internal import NewsroomUI
internal import Stories
internal import StoryFormats

/// A command over ssh: `ssh news@host search ferry`, parsed without a shell.
struct GuestCommand {
  let words: [String]

  /// Reads a command.
  ///
  /// - Throws: `Failure` with status 2 if it is not one of those that are open, or has another option.
  init(_ text: String) throws {
    guard text.utf8.count <= Guest.longestCommand, let words = GuestWords.split(text) else {
      throw Failure("this command can't be read. \(Self.help)", status: Failure.misuse)
    }
    guard let name = words.first, Kiosk.opens(.shell, name) else {
      throw Failure("only the reader is here. \(Self.help)", status: Failure.misuse)
    }
    for word in words.dropFirst() {
      guard word != "--" else { break }
      guard word.hasPrefix("-"), word != "-" else { continue }
      let option = String(word.prefix { $0 != "=" })
      guard Kiosk.opens(.option, "\(name) \(option)") else {
        let reason = "\(Kiosk.answer(.option, "\(name) \(option)"))".dropLast()
        throw Failure(
          "\(option): \(reason.prefix(1).lowercased() + reason.dropFirst())", status: Failure.misuse)
      }
    }
    self.words = words
  }

  private static let help =
    "Open are: " + Kiosk.open(.shell).joined(separator: ", ")
    + "; without a command, ssh -t opens the reader."

  /// Runs it.
  func run(in library: Library) throws {
    let arguments = Array(words.dropFirst())
    switch words[0] {
    case "list":
      let list = try Self.parsed(List.self, arguments)
      try list.answer(list.arguments, in: library)
    case "search":
      let search = try Self.parsed(SearchCommand.self, arguments)
      try search.answer(in: library)
    default: try Self.parsed(Show.self, arguments).answer(in: library)
    }
  }

  private static func parsed<Command: ParsableCommand>(
    _ command: Command.Type, _ arguments: [String]
  ) throws -> Command {
    do {
      return try Command.parse(arguments)
    } catch {
      throw Failure(Command.message(for: error), status: Failure.misuse)
    }
  }
}
