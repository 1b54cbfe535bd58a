/// A settings file in which everything is a comment, made from the table by which settings are read.
enum SettingsTemplate {
  /// The longest line of a comment, in columns.
  private static let measure = 78

  /// The file.
  static var text: String {
    var text = comment(
      """
      Settings of newsroom. Take the # away before a line to change a setting; `newsroom config check` looks \
      for mistakes. newsroom.toml(5) says more.
      """)
    for key in SettingKey.all {
      text += "\n" + comment(key.meaning) + "# \(key.example)\n"
    }
    for table in SettingTable.allCases {
      let lines = ["[\(table.rawValue)]"] + table.example.split(separator: "\n").map(String.init)
      text += "\n" + comment(table.meaning) + lines.map { "# \($0)\n" }.joined()
    }
    return text
  }

  /// Words as comments, without the marks of code.
  private static func comment(_ words: String) -> String {
    var lines: [String] = []
    var line = "#"
    for word in words.filter({ $0 != "`" }).split(whereSeparator: \.isWhitespace) {
      if line.count + 1 + word.count > measure {
        lines.append(line)
        line = "#"
      }
      line += " " + word
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}
