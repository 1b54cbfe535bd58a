import Foundation
import TestSupport
import Testing

/// The program in a real terminal: tmux on a socket in the program's home, without anybody's configuration.
final class TerminalSession {
  /// Whether this machine has tmux; `make test` installs it.
  static let isAvailable = Spawn.has("tmux")

  private let program: Program

  /// Starts the program in a shell, which prints its exit status and then waits.
  ///
  /// - Parameter input: a file to pipe into it.
  convenience init(
    _ program: Program, _ arguments: [String], columns: Int = 80, rows: Int = 24, term: String? = nil,
    input: String? = nil
  ) throws {
    try self.init(
      program, command: [Program.binary] + arguments, columns: columns, rows: rows, term: term, input: input)
  }

  /// The same for another program, such as ssh.
  init(
    _ program: Program, command: [String], columns: Int = 80, rows: Int = 24, term: String? = nil,
    input: String? = nil
  ) throws {
    self.program = program
    let settings = program.environment.filter { $0.key != "TERM" }.map { "\($0.key)='\($0.value)'" }
    let command = command.map { "'\($0)'" }.joined(separator: " ")
    let terminal = term.map { "TERM='\($0)' " } ?? ""
    let pipe = input.map { "cat '\($0)' | env " } ?? ""
    let script =
      """
      stty -echo; \(pipe)\(settings.joined(separator: " ")) \(terminal)\(command); echo \"ended with $?\"; \
      stty echo; 
      """
      + "stty -a | grep -o '[-]*icanon'; exec sh"
    try tmux(["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh", "-c", script])
  }

  deinit {
    _ = try? tmux(["kill-server"])
    // A reader stores its place as it ends, which must not bring the home back after its removal.
    Leftovers.awaitEnd(of: URL(fileURLWithPath: program.home.path).lastPathComponent)
  }

  /// Types keys, named as tmux names them.
  func press(_ keys: String...) throws {
    for key in keys { try tmux(["send-keys", key]) }
  }

  /// Types text letter by letter.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", text])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The current screen.
  func screen() throws -> String {
    try tmux(["capture-pane", "-p"])
  }

  /// What the terminal has on its clipboard; "" before anything was copied.
  func clipboard() throws -> String { try tmux(["show-buffer"]) }

  /// Lets programs set the clipboard.
  func openClipboard() throws { try tmux(["set", "-s", "set-clipboard", "on"]) }

  /// The process that runs under the shell.
  func processID() throws -> Int32 {
    let shell = try tmux(["display", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return try #require(Int32(children.split(separator: " ").first ?? ""))
  }

  /// Waits until the screen has `text`; after half a minute it fails and shows the screen.
  @discardableResult
  func wait(for text: String, location: SourceLocation = #_sourceLocation) throws -> String {
    try wait(toSee: "“\(text)”", location: location) { $0.contains(text) }
  }

  /// Waits until the screen satisfies `condition`.
  @discardableResult
  func wait(
    toSee what: String, location: SourceLocation = #_sourceLocation, _ condition: (String) -> Bool
  ) throws -> String {
    var last = ""
    for _ in 0..<600 {
      last = try screen()
      if condition(last) { return last }
      Thread.sleep(forTimeInterval: 0.05)
    }
    Issue.record("never saw \(what) on the screen:\n\(last)", sourceLocation: location)
    return last
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let output = program.home.file("tmux-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: output) }
    _ = try Spawn.run(
      ["tmux", "-S", program.home.file("tmux"), "-f", "/dev/null"] + arguments,
      environment: program.environment,
      in: program.home.path,
      output: output, errors: "/dev/null")
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
  }
}
