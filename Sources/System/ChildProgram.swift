internal import Glibc

/// Another program, run in the foreground of the terminal until it ends.
///
/// There is no shell in between: the words reach the program as they are.
public enum ChildProgram {
  /// Runs a program, which is looked up in `PATH`, and waits for its end.
  ///
  /// It gets a process group of its own, so that Ctrl-C there ends it alone.
  ///
  /// - Parameters:
  ///   - words: the program and its arguments.
  ///   - input: what it reads on standard input; nil for the terminal itself.
  ///   - terminal: the number of the terminal, which is standard input and output of the program.
  /// - Returns: its exit status; 128 plus the number of the signal that ended it.
  /// - Throws: why it could not be started.
  public static func run(_ words: [String], input: [UInt8]?, terminal: Int32) throws(SystemError) -> Int32 {
    let given = try input.map { bytes throws(SystemError) in try unnamed(bytes) }
    let child = try start(
      words,
      with: [
        (given?.number ?? terminal, STDIN_FILENO), (terminal, STDOUT_FILENO), (terminal, STDERR_FILENO),
      ])
    bring(child, toForegroundOf: terminal)
    defer { bring(getpgrp(), toForegroundOf: terminal) }
    return wait(for: child)
  }

  /// Waits for the end of a program; one that stops is continued, because no shell could do that.
  ///
  /// It also stops if it uses the terminal before it has come to the foreground.
  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while true {
      let found = waitpid(child, &status, WUNTRACED)
      if found < 0 {
        guard errno == EINTR else { return 0 }
      } else if status & 0xFF == 0x7F {
        kill(-child, SIGCONT)
      } else {
        return exit(of: status)
      }
    }
  }

  /// Starts a program in a process group of its own, with no signal blocked or ignored.
  ///
  /// - Parameter descriptors: descriptors of this program that it has under other numbers.
  static func start(_ words: [String], with descriptors: [(number: Int32, as: Int32)]) throws(SystemError)
    -> pid_t
  {
    guard let program = words.first else { throw .missing }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, other) in descriptors { posix_spawn_file_actions_adddup2(&actions, number, other) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let argv = words.map { strdup($0) } + [nil]
    defer { for word in argv { free(word) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, program, &actions, &attributes, argv, environ)
    guard failure == 0 else { throw SystemError(number: failure) }
    return child
  }

  /// The exit status that a shell would tell: that of the program, or 128 plus the number of its signal.
  static func exit(of status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Brings a process group to the foreground of the terminal (tcsetpgrp(3)), also from the background.
  private static func bring(_ group: pid_t, toForegroundOf terminal: Int32) {
    guard TerminalDevice.isTerminal(terminal) else { return }
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    sigaddset(&held, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &held, &before)
    tcsetpgrp(terminal, group)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// A file without a name that has some bytes, to be read from its beginning.
  ///
  /// Unlike a pipe, it can't block or break when the program doesn't read all of it.
  static func unnamed(_ bytes: [UInt8]) throws(SystemError) -> Descriptor {
    guard let path = Paths.makeTemporaryFile() else { throw .last }
    defer { Paths.remove(path) }
    let file = try Descriptor.open(path, .readAndWrite, .noLink)
    try file.write(bytes)
    lseek(file.number, 0, SEEK_SET)
    return file
  }
}
