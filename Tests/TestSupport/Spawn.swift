public import Foundation
import Glibc

/// Runs programs by posix_spawn(3), as a shell would: with no signal blocked or ignored.
///
/// Threads of test runners block all signals, and a child would inherit that: a tmux server that can't be
/// told to end stays, with everything it runs. Foundation's `Process` is no alternative: it considers a child
/// running as long as anything the child started holds a certain socket open.
public enum Spawn {
  /// Why a program could not be run.
  public struct Failure: Error {
    /// The program.
    public var program: String
    /// The reason, as in errno(3).
    public var reason: Int32
  }

  /// Runs a program to its end, with output and errors going to files.
  ///
  /// - Returns: the exit status; 128 plus the signal's number if a signal ended it.
  public static func run(
    _ arguments: [String], environment: [String: String] = ["PATH": path], in directory: String = "/",
    input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null"
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory]
    let argv = (shell + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, shell[0], &actions, &attributes, argv, envp)
    guard failure == 0 else { throw Failure(program: arguments.first ?? "", reason: failure) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// The output of a program; nil if it is missing or fails.
  public static func output(
    of arguments: [String], environment: [String: String] = ["PATH": path], in directory: String = "/"
  ) throws -> Data? {
    let scratch = try ScratchFolder()
    let file = scratch.file("output")
    let status = try run(arguments, environment: environment, in: directory, output: file)
    return status == 0 ? try Data(contentsOf: URL(fileURLWithPath: file)) : nil
  }

  /// Where to look for programs.
  public static let path = "/usr/local/bin:/usr/bin:/bin"

  /// Whether this machine has a program.
  public static func has(_ program: String) -> Bool {
    path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
