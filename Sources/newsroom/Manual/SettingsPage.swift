internal import NewsroomUI
internal import StoryFormats

/// newsroom.toml(5), made from the table by which settings are read.
enum SettingsPage {
  /// The page in the macros of man(7).
  static var text: String {
    var page = Roff(
      "newsroom.toml", section: 5, date: Newsroom.released, release: "newsroom \(Newsroom.version)",
      volume: "File Formats")
    page.name("newsroom.toml", "settings of newsroom")
    page.section("DESCRIPTION")
    page.paragraphs(
      """
      `newsroom.toml` is a TOML file in `$XDG_CONFIG_HOME/newsroom`, or in `~/.config/newsroom` if that \
      variable is not set. Every setting is optional, and the file need not exist. `newsroom` never writes \
      to it.

      `newsroom config init` writes a file with every setting as a comment, `newsroom config check` lists \
      what is wrong with a file, and `newsroom config show` prints what is in force.

      The reader reads the file again when it is saved, and says so in its last line. Themes, keys, \
      `measure`, `density`, `panes`, `read_on` and `q` hold at once, the rest from the next start. If the \
      file is broken, the settings from before hold.

      An unknown key or table is ignored, and a message gives its line and column. An invalid value, or a \
      line that is not TOML, is left out when the reader opens, which says so in its last line; the other \
      commands end with status 2 and do nothing.
      """)
    page.section("KEYS")
    page.paragraphs("Keys come before the first table.")
    for key in SettingKey.all {
      page.item("`\(key.name)` = *\(key.value)*", "\(key.meaning)\n\nExample: `\(key.example)`")
    }
    page.section("TABLES")
    for table in SettingTable.allCases {
      page.part("[\(table.rawValue)]")
      page.paragraphs(table.meaning)
      if table == .jsonl {
        let fields = RecordFields.Field.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        page.paragraphs("The fields are \(fields).")
      }
    }
    addKeys(to: &page)
    page.section("THEMES")
    page.paragraphs(ThemeFile.meaning)
    page.verbatim(ThemeFile.example)
    page.section("EXAMPLES")
    page.verbatim(example)
    page.section("SEE ALSO")
    page.paragraphs("newsroom(1), gitignore(5)")
    return page.text
  }

  /// The commands that keys are bound to, and the rows of the presets.
  private static func addKeys(to page: inout Roff) {
    page.section("KEYS AND COMMANDS")
    page.paragraphs("The commands for `[keys]`, with the keys that they have without it.")
    for group in Commands.keyTable() {
      let rows = group.rows.filter { Keymap.commandNames.contains($0.name) }
      guard !rows.isEmpty else { continue }
      page.part(group.name)
      for row in rows {
        let keys = row.keys.map { "`\($0)`" }.joined(separator: ", ")
        let places = row.places.map { " (\($0))" } ?? ""
        page.item("`\(row.name)`" + (keys.isEmpty ? "" : ": " + keys), row.help + places + ".")
      }
    }
    page.section("PRESETS")
    for preset in KeyPreset.all {
      let rows = preset.rows.map { row in
        "`\(row.sequence.label)` \(row.commands.joined(separator: " and "))"
          + (row.place.map { " (\($0))" } ?? "")
      }
      page.item(
        "`\(preset.name)`",
        ([preset.summary] + (rows.isEmpty ? [] : [rows.joined(separator: ", ") + "."])).joined(
          separator: "\n\n"))
    }
  }

  /// A complete file, with every key and every table.
  static var example: String {
    let tables = SettingTable.allCases.map { "[\($0.rawValue)]\n\($0.example)" }
    return (SettingKey.all.map(\.example) + [""]).joined(separator: "\n") + "\n"
      + tables.joined(separator: "\n\n")
  }
}
