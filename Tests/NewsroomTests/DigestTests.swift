import Foundation
import TestSupport
import Testing

/// `newsroom digest`: what has come, as text, Markdown, a page and a mail.
@Suite struct DigestTests {
  private static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { $0 + "/python3" }.first(where: FileManager.default.isExecutableFile)

  private func prepared() throws -> (program: Program, library: String) {
    let program = try Program()
    let library = program.home.file("news")
    let now = Date()
    func story(_ path: String, _ title: String, hours: Double, _ text: String, _ more: String = "") throws {
      let date = ISO8601DateFormatter().string(from: now.addingTimeInterval(-hours * 3_600))
      _ = try program.write("news/" + path, "---\ntitle: \(title)\ndate: \(date)\n\(more)---\n\n\(text)\n")
    }
    try story(
      "harbour/a.md", "Ferries & <b>", hours: 1, "Short words about the quay.", "url: https://example.org/a\n"
    )
    try story("harbour/b.md", "Æblerne er røde", hours: 2, String(repeating: "lang tekst ", count: 60))
    try story("sport/c.md", "The cup", hours: 3, "See [the ferries](../harbour/a.md) and more.")
    try story("sport/d.md", "Another cup", hours: 4, "See [the ferries](../harbour/a.md) as well.")
    try story("sport/old.md", "Long ago", hours: 90, "Old news.")
    return (program, library)
  }

  @Test func textAndMarkdownHaveDesksAndLists() throws {
    let (program, library) = try prepared()
    let text = try program.run(["digest", "-L", library]).output
    #expect(text.hasPrefix("news\n\n4 stories since "), "\(text)")
    #expect(text.contains("\nharbour (2)\n") || text.contains("\nHarbour (2)\n"), "\(text)")
    #expect(!text.contains("Long ago"))
    #expect(text.contains("\nThe longest\n\n* Æblerne er røde (120 words)\n"), "\(text)")
    #expect(text.contains("\nThe most linked\n\n* Ferries & <b> (2 links)\n"), "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
    #expect(try program.run(["digest", "--since", "7d", "-L", library]).output.contains("Long ago"))
    #expect(try program.run(["digest", "cup", "-L", library]).output.hasPrefix("news\n\n2 stories since "))
    let markdown = try program.run(["digest", "--to", "markdown", "--by", "author", "-L", library]).output
    #expect(markdown.hasPrefix("# news\n\n4 stories since "))
    #expect(markdown.contains("- **[Ferries & \\<b\\>](<https://example.org/a>)**"), "\(markdown)")
    #expect(markdown.contains("## Without author (4)"))
    let html = try program.run(["digest", "--to", "html", "-L", library]).output
    #expect(html.contains("<a href=\"https://example.org/a\">Ferries &amp; &lt;b&gt;</a>"))
  }

  /// The mail is read by Python's email package, strictly.
  @Test(.enabled(if: python != nil, "python3 is not installed"))
  func theMailIsAValidMessage() throws {
    let (program, library) = try prepared()
    let mail = try program.run(
      ["digest", "--to", "mail", "--mail-to", "Åsa <asa@example.org>\nBcc: x@example.org", "-L", library])
    #expect(mail.status == 0)
    let file = try program.write("mail.eml", mail.output)
    let script = try program.write(
      "check.py",
      """
      import email, email.policy, sys
      message = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
      assert not message.defects and message["bcc"] is None
      assert message["subject"].startswith("news: 4 stories since "), message["subject"]
      assert message["date"].datetime and message["mime-version"] == "1.0"
      assert message.get_content_type() == "multipart/alternative"
      plain, page = message.iter_parts()
      for part, kind in ((plain, "text/plain"), (page, "text/html")):
          assert part.get_content_type() == kind and not part.defects
          assert "Æblerne er røde" in part.get_content()
          assert max(map(len, part.as_bytes().splitlines())) <= 78
      print("valid")
      """)
    let (output, errors) = (program.home.file("o"), program.home.file("e"))
    let status = try Spawn.run(
      [Self.python ?? "", script, file], environment: ProcessInfo.processInfo.environment,
      in: program.home.path,
      input: "/dev/null", output: output, errors: errors)
    #expect(status == 0, "\((try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")")
  }

  @Test func whatIsNewToTheReaderIsCountedFromTheLastVisit() throws {
    let (program, library) = try prepared()
    #expect(try program.run(["digest", "--since", "last-visit", "-L", library]).status == 1)
    #expect(try program.run(["digest", "--since", "soon", "-L", library]).status == 2)
    #expect(try program.run(["digest", "--since", "1h", "sport", "-L", library]).status == 1)
  }
}
