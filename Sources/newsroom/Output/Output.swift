internal import Screen
internal import System

/// Everything the commands print goes through here, so that nothing of a story's bytes reaches a terminal raw.
enum Output {
  /// Standard output, and where a command is run by itself what stands for it.
  @TaskLocal static var standard = Descriptor(borrowing: TerminalDevice.output)
  /// The same for standard error.
  @TaskLocal static var errors = Descriptor(borrowing: TerminalDevice.errors)

  /// Prints lines to standard output; each is made safe first.
  static func say(_ text: String) {
    write(safe(text) + "\n", to: standard)
  }

  /// Prints lines to standard error; each is made safe first.
  static func note(_ text: String) {
    write(safe(text) + "\n", to: errors)
  }

  /// Prints an error or a warning to standard error in the program's one voice.
  static func complain(_ text: String) {
    note(inOneVoice(text))
  }

  /// A message in the one voice of all errors: the program's name, lower case, a full stop.
  ///
  /// Only the first line gets the full stop, unless it ends with another mark.
  static func inOneVoice(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" }
    let isEnded = line.last.map { ".?!:…".contains($0) } ?? true
    return "newsroom: \(line)\(isEnded ? "" : ".")" + text.dropFirst(line.count)
  }

  /// Text safe to print, line for line; tabs stay.
  static func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { CellText.clean(String($0)) }.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// Text as one field of a line: safe, without tabs or line breaks.
  static func field(_ text: String) -> String {
    CellText.clean(text)
  }

  /// Writes text that is safe already.
  ///
  /// A closed pipe ends the program quietly, as it does `cat`; any other failure is said and ends it with 1.
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
