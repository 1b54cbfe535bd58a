import Foundation
import TestSupport
import Testing

@testable import newsroom

/// Every command line of README, the manual and the documents is run as it stands, on a copy of the sample.
@Suite struct DocumentedCommandTests {
  private static let root = URL(fileURLWithPath: Program.content).deletingLastPathComponent()

  /// A line for the shell, and where it stands.
  struct Line: CustomStringConvertible, Sendable {
    var text: String
    var place: String
    var description: String { "\(place): \(text)" }
  }

  /// The lines of code blocks for the shell, and commands of newsroom within sentences.
  static func lines(ofDocument path: String) throws -> [Line] {
    let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    var lines: [Line] = []
    var fence: Substring?
    var begun = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let place = "\(path):\(index + 1)"
      if line.hasPrefix("```") {
        fence = fence == nil ? line.dropFirst(3) : nil
      } else if let fence {
        guard ["sh", "bash", "shell", "console"].contains(fence) else { continue }
        begun += line
        if begun.hasSuffix("\\") {
          begun.removeLast()
          continue
        }
        let bare = Self.withoutComment(begun)
        if !bare.isEmpty { lines.append(Line(text: bare, place: place)) }
        begun = ""
      } else {
        let spans = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        for (number, span) in spans where number % 2 == 1 && span.hasPrefix("newsroom ") {
          lines.append(Line(text: String(span), place: place))
        }
      }
    }
    return lines
  }

  static func withoutComment(_ line: String) -> String {
    let end = line.range(of: " #")?.lowerBound ?? line.endIndex
    let bare = line[..<end].trimmingCharacters(in: .whitespaces)
    return bare.hasPrefix("#") ? "" : bare.hasPrefix("$ ") ? String(bare.dropFirst(2)) : bare
  }

  /// README and whatever else a person is given to read.
  static func documents() throws -> [String] {
    let folders = ["", "docs/", "docs/decisions/", "Packaging/"]
    return folders.flatMap { folder in
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
      return names.filter { $0.hasSuffix(".md") && $0 != "CHANGELOG.md" }.sorted().map { folder + $0 }
    }
  }

  /// What installs, builds, or reaches beyond this host, and is left out.
  static let leftOut: Set<String> = [
    "make", "sudo", "apt", "apt-get", "dpkg", "curl", "ssh", "scp", "rsync", "git", "swift", "systemctl",
    "tmux",
    "tar", "sha256sum", "gpg", "crontab", "rm", "cd",
  ]

  /// What a word in capitals stands for.
  static let placeholders = [
    "DIRECTORY": "Content", "FILE": "story.txt", "STORY": "story.txt", "OTHER": "story-2.txt",
    "QUERY": "ferry",
    "KEYS": "shot", "PATH": "index.sqlite", "NAME": "Ferries", "FORMAT": "markdown", "FOLDER": "out",
  ]

  @Test func linesOfDocumentsAreRun() throws {
    let desk = try Desk()
    var count = 0
    for document in try Self.documents() {
      for line in try Self.lines(ofDocument: document) where try desk.runs(line) { count += 1 }
    }
    #expect(count > 7, "README has lost its commands")
  }

  @Test func examplesOfTheManualAreRun() throws {
    let desk = try Desk()
    var count = 0
    for example in ManualText.examples {
      for text in example.line.split(separator: "\n") {
        if try desk.runs(Line(text: String(text), place: "the manual")) { count += 1 }
      }
    }
    #expect(count > 6)
  }

  /// A home with a copy of the sample, in which lines are run.
  private struct Desk {
    let program: Program

    init() throws {
      var program = try Program(settings: "config")
      try FileManager.default.copyItem(atPath: Program.content, toPath: program.home.file("Content"))
      for name in ["Articles", "srv/stories", "Stories"] {
        _ = try program.write(
          name + "/ferry.md", "# A ferry\n\nBoats leave on the hour from the new harbour.\n")
      }
      for name in ["bin", "var/cache/newsroom"] { _ = try program.write(name + "/.keep", "") }
      try FileManager.default.createSymbolicLink(
        atPath: program.home.file("bin/newsroom"), withDestinationPath: Program.binary)
      _ = try program.write("config/newsroom/searches.toml", "[searches]\nFerries = \"ferry\"\n")
      program.environment["PATH"] = program.home.file("bin") + ":" + Spawn.path
      self.program = program
    }

    /// Runs a line; false for one that is left out.
    func runs(_ line: Line) throws -> Bool {
      // Here are the folders that a host has elsewhere.
      var text = line.text.replacing("/srv/", with: program.home.file("srv/"))
        .replacing("/var/cache/", with: program.home.file("var/cache/"))
      for (name, value) in DocumentedCommandTests.placeholders {
        text = text.split(separator: " ").map { $0 == name ? value : String($0) }.joined(separator: " ")
      }
      let commands = text.split(separator: ";").map { $0.drop { $0 == " " } }
      let words = text.split { " |;()$".contains($0) }.map(String.init)
      guard let first = words.first, !DocumentedCommandTests.leftOut.contains(first) else { return false }
      try #require(
        first == "newsroom" || first.contains("="), "\(line): neither run nor known to be left out")
      // A program that is not on this machine is no fault of the line.
      if let pipe = text.firstIndex(of: "|"), text[..<pipe].filter({ $0 == "\"" || $0 == "'" }).count % 2 == 0
      {
        let next = text[text.index(after: pipe)...].split(separator: " ").first.map(String.init) ?? ""
        if next != "newsroom", !Spawn.has(next) { text = String(text[..<pipe]) }
      }
      try makeFiles(in: words)
      if text.contains("--watch") { text = "timeout -s INT 5 " + text }
      if commands.contains(where: { isReader($0.split(separator: " ").map(String.init)) }) {
        text += " --script shot"
      }
      let (output, errors) = (program.home.file("output"), program.home.file("errors"))
      let status = try Spawn.run(
        ["/bin/sh", "-c", text], environment: program.environment, in: program.home.path, output: output,
        errors: errors)
      let isFine =
        status == 0 || status == 1 && text.contains("newsroom check")
        || text.contains("--watch") && [124, 130].contains(status)
      let complaint = try program.home.text("errors")
      #expect(isFine, "\(line) ends with \(status): \(complaint)")
      return true
    }

    /// Whether a command opens the reader, which needs a terminal.
    private func isReader(_ words: [String]) -> Bool {
      guard words.first == "newsroom", !words.contains("--script"), !words.contains("-") else { return false }
      let names = Newsroom.commandNames
      guard words.count > 1 else { return true }
      return words[1] == "read"
        || !names.contains(words[1]) && !words.contains("--help") && !words.contains("--version")
    }

    /// Makes the files that a line speaks of and that nobody has: here, and in the sample.
    private func makeFiles(in words: [String]) throws {
      let sample = try FileManager.default.subpathsOfDirectory(atPath: Program.content)
      let stories = [
        "md": "---\ntitle: The new harbour\ndate: 2026-10-01\n---\n\nA ferry of the harbour, with a crane.\n",
        "txt": "A whale in the inner harbour\n", "html": "<h1>A page</h1><p>Some text of it.</p>",
        "xml": """
        <rss version="2.0"><channel><title>Notices</title><item><title>One</title><guid>1</guid>
        <description>Some text of it.</description></item></channel></rss>
        """,
        "eml": "Subject: A letter\nDate: Thu, 1 Oct 2026 09:00:00 +0200\n\nSome text of it.\n",
      ]
      for word in words.map({ $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"'<>")) }) {
        guard let ending = word.split(separator: ".").last.map(String.init), let text = stories[ending],
          !word.hasPrefix("/"), !word.hasPrefix("~"), !word.contains("*"), !word.contains(":")
        else { continue }
        // What the sample has is found there.
        if sample.contains(where: { $0 == word || $0.hasSuffix("/" + word) }) { continue }
        // Headlines in a file are no story of their own.
        let isStory = ending == "md" && !word.contains("/")
        let at = isStory ? [word, "Content/" + word] : [word]
        for name in at { _ = try program.write(name, text) }
      }
    }
  }
}
