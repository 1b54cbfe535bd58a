import Foundation
import System
import TestSupport
import Testing

/// A real sshd on a port of the loopback, with the example that the manual page ships.
///
/// Keys, accounts and paths of the example are replaced by those of the test; everything else in it stays.
final class Sshd {
  private static let program = ["/usr/sbin/sshd", "/usr/local/sbin/sshd"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Whether this machine can run one: `make test` installs it.
  static let isAvailable = program != nil && Spawn.has("ssh") && Spawn.has("ssh-keygen") && Spawn.has("tmux")

  let folder: ScratchFolder
  let port: Int
  private let pidFile: String
  private let user: String

  /// Starts it.
  ///
  /// - Parameter command: what the example's command becomes.
  init(_ program: Program, command: [String]) throws {
    folder = try ScratchFolder()
    port = 20_000 + Int.random(in: 0..<20_000)
    pidFile = folder.file("pid")
    user = NSUserName()
    for name in ["host", "guest", "other"] {
      #expect(
        try Spawn.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.file(name)]) == 0)
    }
    let keys = try folder.text("guest.pub") + folder.text("other.pub")
    try folder.write("keys", text: keys)
    let host = try folder.text("host.pub").split(separator: " ").prefix(2).joined(separator: " ")
    try folder.write("known", text: "[127.0.0.1]:\(port) \(host)\n")
    try folder.write("config", text: try configuration(command))
    try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    let sshd = try #require(Self.program)
    let errors = folder.file("errors")
    let status = try Spawn.run(
      [sshd, "-f", folder.file("config"), "-E", folder.file("log")], errors: errors)
    #expect(status == 0, "\((try? folder.text("errors")) ?? "")")
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: pidFile) {
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  deinit {
    if let text = try? String(contentsOfFile: pidFile, encoding: .utf8),
      let pid = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
    {
      kill(pid, SIGTERM)
      // It deletes its own file of its number, which must not happen while the folder is removed.
      for _ in 0..<100 where kill(pid, 0) == 0 { Thread.sleep(forTimeInterval: 0.02) }
    }
  }

  private func configuration(_ command: [String]) throws -> String {
    let example = URL(fileURLWithPath: Program.content).deletingLastPathComponent()
      .appendingPathComponent("Packaging/sshd-kiosk.conf")
    var lines = try String(contentsOf: example, encoding: .utf8).components(separatedBy: "\n")
    let forced = try #require(lines.firstIndex { $0.contains("ForceCommand ") })
    let words = lines[forced].split(separator: " ")
    #expect(words.prefix(3) == ["ForceCommand", "/usr/bin/newsroom", "--kiosk"])
    lines[forced] = "    ForceCommand " + command.joined(separator: " ")
    let match = try #require(lines.firstIndex(of: "Match User news"))
    lines[match] = "Match User \(user)"
    // Keys let the test in, and no empty password.
    lines = lines.map { $0.contains("PermitEmptyPasswords") ? "    AuthenticationMethods publickey" : $0 }
    return """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder.file("host"))
      PidFile \(pidFile)
      AuthorizedKeysFile \(folder.file("keys"))
      StrictModes no
      UsePAM no
      PermitRootLogin yes
      PrintMotd no
      Subsystem sftp internal-sftp

      """ + lines.joined(separator: "\n")
  }

  /// The arguments of ssh, up to the host.
  func client(_ options: [String] = [], key: String = "guest") -> [String] {
    [
      "ssh", "-F", "/dev/null", "-p", "\(port)", "-i", folder.file(key), "-o", "IdentitiesOnly=yes", "-o",
      "UserKnownHostsFile=" + folder.file("known"), "-o", "BatchMode=yes", "-o", "LogLevel=ERROR",
    ] + options + ["\(user)@127.0.0.1"]
  }

  /// Runs a command over ssh.
  func run(
    _ command: [String], _ options: [String] = [], key: String = "guest",
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    let (output, errors) = (folder.file("output"), folder.file("said"))
    let status = try Spawn.run(
      ["timeout", "30"] + client(options, key: key) + command,
      environment: ["PATH": Spawn.path, "HOME": folder.path].merging(environment) { _, new in new },
      output: output, errors: errors)
    return Program.Result(status: status, output: try folder.text("output"), errors: try folder.text("said"))
  }

  /// Runs a program beside ssh (scp, sftp) with its options.
  func runCopy(_ program: String, _ from: String, _ to: String) throws -> Int32 {
    let options = client().dropFirst().dropLast().map { $0 == "-p" ? "-P" : $0 }
    return try Spawn.run(
      ["timeout", "30", program] + options + [from, to], environment: ["PATH": Spawn.path],
      output: folder.file("output"), errors: folder.file("said"))
  }

  /// The address of the account on the host.
  var address: String { "\(user)@127.0.0.1" }
}
