internal import ArgumentParser
internal import NewsroomUI
internal import StoryFormats
internal import Words

/// newsroom(1), made from the program's own tables where possible; the rest is in `ManualText`.
enum ManualPage {
  /// The page in the macros of man(7).
  ///
  /// - Throws: `Failure` if the argument parser's description can't be read.
  static func text() throws -> String {
    let program = try CommandDescription.program()
    var page = Roff(
      "newsroom", section: 1, date: Newsroom.released, release: "newsroom \(Newsroom.version)",
      volume: "User Commands")
    page.name("newsroom", "read a directory of stories in the terminal")
    addSynopsis(of: program, to: &page)
    page.section("DESCRIPTION")
    page.paragraphs(ManualText.description)
    addCommands(of: program, to: &page)
    addOptions(of: program, to: &page)
    addKeys(to: &page)
    for (title, text) in ManualText.reading { page.add(title, text) }
    for (title, text) in ManualText.desk { page.add(title, text) }
    addFields(to: &page)
    for (title, text) in ManualText.stories { page.add(title, text) }
    page.section("FRONT MATTER")
    page.paragraphs(ManualText.frontMatter)
    for row in ManualText.frontMatterRows {
      page.item(row.names.map { "`\($0)`" }.joined(separator: ", "), row.meaning)
    }
    addJSON(to: &page)
    for (title, text, rows) in ManualText.places { page.add(title, text, rows) }
    page.section("EXAMPLES")
    for example in ManualText.examples {
      page.paragraphs(example.meaning + ":")
      page.verbatim(example.line)
    }
    for (title, text) in ManualText.ending { page.add(title, text) }
    return page.text
  }

  /// The commands in the manual's order: the reader, which needs no name, then the others.
  private static func named(_ program: CommandDescription) -> [(name: String, command: CommandDescription)] {
    program.commands.map {
      ($0.name == Read.configuration.commandName ? "newsroom" : "newsroom " + $0.name, $0)
    }
  }

  private static func addSynopsis(of program: CommandDescription, to page: inout Roff) {
    page.section("SYNOPSIS")
    for (name, command) in named(program) {
      let help = command.options.filter { $0.names.contains("--help") || $0.names.contains("--version") }
      let options = command.options.filter { !help.contains($0) }
      page.synopsis(
        name, (options + command.arguments.filter { $0.kind == .positional }).map(\.synopsis))
    }
    page.synopsis("newsroom", ["`--version`"])
  }

  private static func addCommands(of program: CommandDescription, to page: inout Roff) {
    page.section("COMMANDS")
    for command in program.commands {
      // Queries have a section of their own here.
      let discussion = command.discussion.replacing(FieldHelp.text, with: "QUERIES says how to ask.")
      page.item("`\(command.name)`", command.abstract + "\n\n" + discussion)
    }
  }

  private static func addOptions(of program: CommandDescription, to page: inout Roff) {
    page.section("OPTIONS")
    let commands = program.commands
    var shared: [(option: CommandDescription.Argument, names: [String])] = []
    for option in commands.flatMap(\.options) where !shared.contains(where: { $0.option == option }) {
      let names = commands.filter { $0.options.contains(option) }.map(\.name)
      if names.count > 2 { shared.append((option, names)) }
    }
    page.part("Of several commands")
    for (option, names) in shared {
      // All commands take the program's own options, such as "--help".
      let those = program.options.contains(option) ? "all commands" : names.joined(separator: ", ")
      page.item(option.term, "\(option.abstract)\n\nTaken by: \(those).")
    }
    for (name, command) in named(program) {
      let own = command.options.filter { option in !shared.contains { $0.option == option } }
      guard !own.isEmpty else { continue }
      page.part(name == "newsroom" ? "newsroom, newsroom read" : name)
      for option in own { page.item(option.term, option.abstract) }
    }
  }

  private static func addKeys(to page: inout Roff) {
    page.section("KEYS")
    page.paragraphs(ManualText.keys)
    for group in Commands.keyTable() {
      page.part(group.name)
      for row in group.rows {
        let places = row.places.map { " (\($0))" } ?? ""
        page.item(row.keys.map { "`\($0)`" }.joined(separator: ", "), row.help + places + ".")
      }
    }
  }

  /// The fields of the query language, from their table.
  private static func addFields(to page: inout Roff) {
    page.part("Fields")
    for field in SearchField.allCases {
      let names = ([field.rawValue] + field.row.synonyms).map { "`\($0):`" }.joined(separator: " ")
      let choices = field.choices.isEmpty ? "" : " (" + field.choices.joined(separator: ", ") + ")"
      page.item(names, "`\(field.row.example)`: \(field.row.meaning + choices).")
    }
  }

  /// The fields of stories in JSON, from `StoryFields`.
  private static func addJSON(to page: inout Roff) {
    page.section("JSON")
    page.paragraphs(ManualText.json)
    for object in StoryFields.objects {
      page.part("The \(object.name)")
      for field in object.fields { page.item("`\(field.name)`", field.meaning + ".") }
    }
  }
}

extension Roff {
  /// A section with text, and a list below it.
  fileprivate mutating func add(_ title: String, _ text: String, _ rows: KeyValuePairs<String, String> = [:])
  {
    section(title)
    paragraphs(text)
    for (term, meaning) in rows { item(term, meaning) }
  }
}
