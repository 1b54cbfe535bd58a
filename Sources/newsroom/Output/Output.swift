internal import Messages
internal import Screen
internal import System

/// All output of the commands, cleaned so that no control character of a story reaches the terminal.
enum Output {
  /// Standard output; tests replace it.
  @TaskLocal static var standard = Descriptor(borrowing: TerminalDevice.output)
  /// Standard error; tests replace it.
  @TaskLocal static var errors = Descriptor(borrowing: TerminalDevice.errors)

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { TerminalDevice.isTerminal(standard.number) }

  /// Prints cleaned lines to standard output.
  static func say(_ text: String) {
    write(safe(text) + "\n", to: standard)
  }

  /// Prints cleaned lines to standard error.
  static func note(_ text: String) {
    write(safe(text) + "\n", to: errors)
  }

  /// Prints what a command has done, a phrase a line, in the language of the person.
  static func tell(_ phrases: Phrase...) { tell(phrases) }

  /// The same for any number of phrases: the settings are read once.
  static func tell(_ phrases: [Phrase]) {
    let catalogue = catalogue
    for phrase in phrases { say(catalogue(phrase)) }
  }

  /// The language of what is said to people: that of the settings, or else of the environment.
  ///
  /// What programs read (fields, JSON, exports) stays as it is in every language.
  static var catalogue: Catalogue { Settings.read().catalogue }

  /// Prints an error or a warning to standard error in the program's one voice.
  static func complain(_ text: String) {
    note(inOneVoice(translated(text)))
  }

  /// A message in the language of the person; only its first line is the program's.
  static func translated(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" }
    return catalogue.told(String(line)) + text.dropFirst(line.count)
  }

  /// A message in the one voice of all errors: the program's name, lower case, a full stop.
  ///
  /// Only the first line gets the full stop, unless it ends with another mark.
  static func inOneVoice(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" }
    let isEnded = line.last.map { ".?!:…".contains($0) } ?? true
    return "newsroom: \(line)\(isEnded ? "" : ".")" + text.dropFirst(line.count)
  }

  /// Text safe to print; line breaks and tabs stay.
  static func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { CellText.clean(String($0)) }.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// Text safe to print as one field of a line, without tabs or line breaks.
  static func field(_ text: String) -> String {
    CellText.clean(text)
  }

  /// A number with its noun: "1 story", "1234 stories".
  static func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// Writes text that is already safe.
  ///
  /// A closed pipe ends the program quietly, as it does `cat`. Any other failure is reported and ends it with
  /// status 1.
  static func write(_ text: String, to descriptor: Descriptor = Output.standard) {
    do throws(SystemError) {
      try descriptor.write(text.utf8)
    } catch {
      guard error != .closedPipe, descriptor.number != errors.number else { ThisProcess.exit(1) }
      complain("can't write to standard output: \(error)")
      ThisProcess.exit(1)
    }
  }
}
