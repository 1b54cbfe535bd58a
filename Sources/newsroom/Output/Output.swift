internal import Glibc
internal import Screen

/// Everything the commands print goes through here, so that nothing of a story's bytes reaches a terminal raw.
enum Output {
  /// Prints lines to standard output; each is made safe first.
  static func say(_ text: String) {
    write(safe(text) + "\n", to: STDOUT_FILENO)
  }

  /// Prints lines to standard error; each is made safe first.
  static func note(_ text: String) {
    write(safe(text) + "\n", to: STDERR_FILENO)
  }

  /// Prints one complaint to standard error, with the program's name before it.
  static func complain(_ text: String) {
    note("newsroom: " + text)
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
  static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        guard errno != EPIPE, descriptor != STDERR_FILENO else { exit(1) }
        complain("can't write the output: \(reason)")
        exit(1)
      }
    }
  }
}
