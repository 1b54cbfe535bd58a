public import Foundation
import Glibc

/// Runs programs by posix_spawn(3), as if from a shell: no signal is blocked or ignored in them.
///
/// Threads of test runners block all signals, and a child would do the same for ever: a tmux server that
/// can't hear of its end stays, and so does all that runs in it. Not by Foundation's `Process`, which takes a
/// child to be running for as long as anything that the child started holds on to a socket of its own.
public enum Spawn {
  /// Why a program could not be run.
  public struct Failure: Error {
    /// Its name.
    public var program: String
    /// As in errno(3).
    public var reason: Int32
  }

  /// Runs a program to its end, its output and errors going into files.
  ///
  /// - Returns: the exit status; 128 and the signal's number where a signal ended it.
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

  /// What a program prints; nil where it is not there, or fails.
  public static func output(
    of arguments: [String], environment: [String: String] = ["PATH": path], in directory: String = "/"
  ) throws -> Data? {
    let scratch = try ScratchFolder()
    let file = scratch.file("output")
    let status = try run(arguments, environment: environment, in: directory, output: file)
    return status == 0 ? try Data(contentsOf: URL(fileURLWithPath: file)) : nil
  }

  /// Where programs are looked for.
  public static let path = "/usr/local/bin:/usr/bin:/bin"

  /// Whether this machine has a program.
  public static func has(_ program: String) -> Bool {
    path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
