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
  ) throws(SystemError)
    -> Int32
  {
    guard let program = words.first else { throw .missing }
    let given = try unnamed(input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, given.number, STDIN_FILENO)
    if let inherited { posix_spawn_file_actions_adddup2(&actions, inherited.number, inherited.as) }
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
    let end = MonotonicClock.seconds + seconds
    var status: Int32 = 0
    var pause: useconds_t = 1_000
    while true {
      let found = waitpid(child, &status, WNOHANG)
      if found == child { return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }
      if found < 0, errno != EINTR { return 0 }
      if MonotonicClock.seconds >= end { kill(-child, SIGKILL) }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }
}
