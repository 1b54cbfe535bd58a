internal import Glibc

extension ChildProgram {
  /// Runs a program beside this one, without the terminal, and waits for its end.
  ///
  /// What it prints goes where this program's own output goes.
  ///
  /// - Parameters:
  ///   - words: the program, which is looked up in `PATH`, and its arguments.
  ///   - input: what it reads on standard input.
  ///   - seconds: how long it may run; then it and what it has started are killed.
  ///   - inherited: a descriptor of this program that it has too, under another number.
  /// - Returns: its exit status; 128 plus the number of the signal that ended it.
  /// - Throws: why it could not be started.
  public static func run(
    _ words: [String], input: [UInt8], within seconds: Double, inherited: (number: Int32, as: Int32)? = nil
  ) throws(SystemError) -> Int32 {
    let given = try unnamed(input)
    let child = try start(words, with: [(given.number, STDIN_FILENO)] + (inherited.map { [$0] } ?? []))
    let end = MonotonicClock.seconds + seconds
    var status: Int32 = 0
    var pause: useconds_t = 1_000
    while true {
      let found = waitpid(child, &status, WNOHANG)
      if found == child { return exit(of: status) }
      if found < 0, errno != EINTR { return 0 }
      if MonotonicClock.seconds >= end { kill(-child, SIGKILL) }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }
}
