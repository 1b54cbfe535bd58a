import Testing

/// No command prints the words of a killed or withheld story.
@Suite struct KilledCommandTests {
  private static func item(_ version: Int, _ status: String) -> String {
    """
    {"uri": "urn:desk:1", "type": "text", "version": "\(version)", "pubstatus": "\(status)",
    "firstcreated": "2026-03-01T08:00:00Z", "versioncreated": "2026-03-01T08:0\(version):00Z",
    "headline": "Harbour dispatch", "body_text": "The forbidden paragraph \(version) of the harbour."}
    """
  }

  @Test(arguments: ["canceled", "withheld"])
  func itsWordsAreOnNoPipe(_ status: String) throws {
    let program = try Program()
    let library = try program.library([
      "one.json": Self.item(1, "usable"), "two.json": Self.item(2, status),
      "links.md": "---\ntitle: Links\ndate: 2026-03-02\n---\nText.\n\nREAD MORE: Harbour dispatch\n",
    ])
    for arguments in [
      ["list", "--json", library], ["list", library], ["search", "harbour", "--snippets", library],
      ["search", "harbour", "--json", library], ["show", "two.json", library], ["show", "one.json", library],
      ["show", "two.json", library, "--json"], ["show", "two.json", library, "--raw"],
      ["show", "one.json", library, "--raw"], ["show", "two.json", library, "--versions", "--json"],
      ["show", "two.json", library, "--diff", "one.json"], ["show", "links.md", library],
      ["related", "links.md", library], ["export", "--to", "jsonl", "--library", library],
      ["export", "--to", "atom", "--library", library], ["show", library + "/two.json"],
      ["--script", "Enter shot", "--size", "120x36", library],
    ] {
      let result = try program.run(arguments)
      #expect(!result.output.contains("forbidden"), "\(arguments): \(result.output)")
      #expect(!result.errors.contains("forbidden"), "\(arguments): \(result.errors)")
    }
    let shown = try program.run(["show", "two.json", library])
    #expect(shown.output.contains("Harbour dispatch"))
    let raw = try program.run(["show", "two.json", library, "--raw"])
    #expect(raw.status != 0 && raw.errors.contains("its text is not shown"))
    // The words of the other story are still there.
    #expect(try program.run(["export", "--to", "jsonl", "--library", library]).output.contains("Text."))
  }
}
