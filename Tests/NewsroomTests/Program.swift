import Foundation
import TestSupport
import Testing

/// The built program, run as a person would, in its own home folder.
struct Program {
  /// The result of a finished run.
  struct Result {
    var status: Int32
    var output: String
    var errors: String

    /// The output's lines.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The output as one JSON object.
    func object() throws -> [String: Any] {
      try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }
  }

  /// The path of the program: the build puts it beside the tests.
  static let binary: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("newsroom").path
  }()

  /// The sample newsroom of the project.
  static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Content").path

  let home: ScratchFolder
  var environment: [String: String]

  /// Makes a home.
  ///
  /// - Parameter settings: the folder with the settings, by default the usual one.
  init(settings: String? = nil) throws {
    home = try ScratchFolder()
    environment = [
      "HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
      "TERM": "xterm-256color",
    ]
    if let settings { environment["XDG_CONFIG_HOME"] = home.file(settings) }
  }

  /// Runs the program to its end, without a terminal.
  ///
  /// - Parameter input: the file for its standard input.
  func run(_ arguments: [String], in directory: String? = nil, input: String = "/dev/null") throws -> Result {
    let (output, errors) = (home.file("output"), home.file("errors"))
    let status = try Spawn.run(
      [Self.binary] + arguments, environment: environment, in: directory ?? home.path, input: input,
      output: output, errors: errors)
    return Result(
      status: status,
      output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
  }

  /// Writes a file in the home, and returns its path.
  func write(_ name: String, _ text: String) throws -> String {
    try home.write(name, text: text)
  }

  /// Makes a small library in the home, and returns its path.
  func library(_ stories: [String: String] = Program.stories) throws -> String {
    let directory = home.file("stories")
    for (path, text) in stories { try home.write("stories/" + path, text: text) }
    return directory
  }

  /// Three stories that link to each other, and one without links.
  static let stories = [
    "harbour/ferry.md": """
    ---
    title: Ferry line to reopen in spring
    standfirst: Three boats, one timetable and a great deal of paint.
    author: Anna Berg
    date: 2026-03-02T08:40:00+01:00
    section: Harbour
    tags: [ferries, timetable]
    ---
    The ferry will sail again, the harbour office said. The [lighthouse](../culture/lighthouse.md) will be \
    lit.

    ## A timetable at last

    Boats leave on the hour. More is said [on the web](https://example.org/ferry).
    """,
    "culture/lighthouse.md": """
    ---
    title: The lighthouse keeper's last lamp
    date: 2026-02-10
    ---
    She carried the lamp up the stairs one more time.
    """,
    "nordic/2026-03-05-cities.txt": """
    Harbour cities agree on a plan

    The network meets for the first time, in the old customs house

    By Ingrid Solvang
    Published 5 March 2026, 09:12

    The cities will share a crane, a tug and a choir, the mayors said on Thursday.

    READ MORE:\u{A0}Ferry line to reopen in spring

    Leaning on talent
    The choir has forty voices and needs a conductor.

    READ MORE: A headline nobody wrote
    """,
  ]
}
