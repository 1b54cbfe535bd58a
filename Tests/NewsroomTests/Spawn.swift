import Foundation
import Glibc

/// Runs programs by posix_spawn(3).
///
/// Not by Foundation's `Process`: it takes a child to be running for as long as anything that the child started holds on
/// to a socket of its own, and a tmux server lives on.
enum Spawn {
  struct Failure: Error {
    var program: String
    var reason: Int32
  }

  /// Runs a program to its end, its output and errors going into files.
  ///
  /// - Returns: the exit status; 128 and the signal's number where a signal ended it.
  static func run(
    _ arguments: [String], environment: [String: String], in directory: String, input: String = "/dev/null",
    output: String, errors: String
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory]
    let argv = (shell + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, shell[0], &actions, nil, argv, envp)
    guard failure == 0 else { throw Failure(program: arguments[0], reason: failure) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
