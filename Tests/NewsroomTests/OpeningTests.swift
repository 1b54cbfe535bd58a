import Foundation
import System
import TestSupport
import Testing

/// Files and pipes instead of directories.
@Suite struct OpeningTests {
  private static let piped = "# The tide table\n\nHigh water *at noon*, the harbour office says.\n"

  @Test func aFileOpensTheReaderOnItsStory() throws {
    let program = try Program()
    let library = try program.library()
    let screen = try program.run([library + "/harbour/ferry.md", "--script", "shot", "--size", "80x24"])
    #expect(screen.status == 0, "\(screen.errors)")
    #expect(screen.output.contains("The ferry will sail again"))
    // Its folder becomes the library, unless the usual library contains it.
    #expect(screen.output.hasPrefix(" harbour "))
    let inside = try program.run(
      [library + "/harbour/ferry.md", "-L", library, "--script", "shot h shot", "--size", "120x30"])
    #expect(inside.output.hasPrefix(" stories "))
    #expect(inside.output.contains("▌ Ferry line to reopen in spring"))
    #expect(inside.output.contains("Harbour cities agree on a plan"))
  }

  @Test(arguments: ["~$ferry.md", ".ferry.md", "ferry.part"])
  func aFileIgnoredByLibrariesCanBeReadAlone(_ name: String) throws {
    let program = try Program()
    let file = try program.write("folder/\(name)", Self.piped)
    let arguments = name.hasSuffix(".md") ? [file] : [file, "--format", "markdown"]
    let screen = try program.run(arguments + ["--script", "shot", "--size", "80x24"])
    #expect(screen.status == 0, "\(screen.errors)")
    #expect(screen.output.contains("High water at noon"))
  }

  @Test(arguments: [["-"], []]) func aPipeOpensTheReaderOnItsStory(_ arguments: [String]) throws {
    let program = try Program()
    let file = try program.write("piped", Self.piped)
    let screen = try program.run(arguments + ["--script", "shot", "--size", "80x24"], input: file)
    #expect(screen.output.hasPrefix(" standard input "))
    #expect(screen.output.contains("High water at noon"))
    // Nothing is left behind, and no mark is kept.
    #expect(!FileManager.default.fileExists(atPath: program.home.file(".cache")))
  }

  @Test(arguments: [["show", "-"], ["-"], [], ["show", "/dev/stdin"]])
  func withoutATerminalAPipeIsPrinted(_ arguments: [String]) throws {
    let program = try Program()
    let file = try program.write("piped", Self.piped)
    let printed = try program.run(arguments, input: file)
    #expect(printed.status == 0, "\(printed.errors)")
    #expect(printed.output.contains("   The tide table\n"))
    #expect(printed.output.contains("High water at noon, the harbour office says."))
  }

  @Test(arguments: [
    ("{\"headline\":\"A record\",\"text\":\"Of one line.\"}\n", "jsonl"),
    (
      "<rss version=\"2.0\"><channel><title>T</title><item><title>An item</title></item></channel></rss>",
      "rss"
    ),
    ("<!DOCTYPE html><html><body><h1>A page of news today</h1><p>With text in it.</p></body></html>", "html"),
    ("From: a@example.org\nSubject: A letter\nDate: Mon, 2 Mar 2026 08:40:00 +0100\n\nDear all.\n", "mail"),
    ("---\ntitle: Some notes\n---\nText.\n", "markdown"), ("### Low heading\n\nText.\n", "markdown"),
    ("A headline\n\nAnd a paragraph of text below it.\n", "text"), ("12 + 30 = 42\n", "text"),
  ])
  func theFormatOfAPipeIsRecognisedByItsContent(_ text: String, format: String) throws {
    let program = try Program()
    let file = try program.write("piped", text)
    let shown = try program.run(["show", "-", "--json"], input: file)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(try shown.object()["format"] as? String == format)
  }

  @Test func aPipeMayHaveAFormatAndBeCompressed() throws {
    let program = try Program()
    let file = try program.write("piped", "*Bold* words")
    let shown = try program.run(["show", "-", "--json", "--format", "markdown"], input: file)
    #expect(try shown.object()["format"] as? String == "markdown")
    let packed = program.home.file("packed")
    // gzip of "A headline\n\nA paragraph.\n", made with gzip -n.
    let bytes = Data(
      base64Encoded: "H4sIAAAAAAAAA3NUyEhNTMnJzEvl4nJUKEgsSkwvSizI0OMCAK6mvtoZAAAA")
    try #require(bytes).write(to: URL(fileURLWithPath: packed))
    let unpacked = try program.run(["show", "-"], input: packed)
    #expect(unpacked.output.contains("A headline"), "\(unpacked.errors)")
  }

  @Test(arguments: [
    (["show", "missing.md"], 1, "no file missing.md"),
    (["show", "a folder"], 1, "a folder is a directory"),
    (["show", "binary"], 1, "can't tell the format"),
    (["show", "pipe"], 1, "it is not a regular file"),
    (["show", "link.md"], 1, "it is a symbolic link; give the file it leads to"),
    (["show", "-"], 1, "standard input is empty"),
    (["missing.md"], 2, "no such directory: missing.md"),
    (["binary"], 1, "can't tell the format"),
    (
      ["list", "story.md"], 2,
      "story.md is a file, not a directory. To read the file, run `newsroom story.md`"
    ),
    (["-", "--format", "papyrus"], 2, "no format “papyrus”"),
  ])
  func anUnopenableFileIsReported(_ arguments: [String], status: Int32, reason: String) throws {
    let program = try Program()
    _ = try program.write("story.md", Self.piped)
    _ = try program.write("a folder/x.md", Self.piped)
    let binary = Data((0..<600).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    for name in ["binary"] { try binary.write(to: URL(fileURLWithPath: program.home.file(name))) }
    try Data().write(to: URL(fileURLWithPath: program.home.file("empty")))
    mkfifo(program.home.file("pipe"), 0o600)
    symlink("story.md", program.home.file("link.md"))
    let result = try program.run(arguments, input: program.home.file("empty"))
    #expect(result.status == status, "\(result.errors)")
    #expect(result.output == "")
    #expect(result.errors.contains(reason), "\(result.errors)")
  }

  @Test(.enabled(if: TerminalSession.isAvailable, "tmux is not installed: `make test` installs it"))
  func aPipeIsReadWithKeysFromTheTerminal() throws {
    let program = try Program()
    let file = try program.write(
      "piped", Self.piped + String(repeating: "\nAnother line of it.\n", count: 60))
    let session = try TerminalSession(program, [], input: file)
    try session.wait(for: "High water at noon")
    try session.press("G")
    try session.wait(for: "100%")
    try session.press("q")
    let screen = try session.wait(for: "ended with 0")
    #expect(!screen.contains("-icanon"))
  }

  @Test func settingsSayWhatIsIgnored() throws {
    let program = try Program(settings: "config")
    let library = try program.library()
    symlink("harbour/ferry.md", library + "/again.md")
    symlink("/", library + "/vault")
    let plain = try program.run(["check", library])
    #expect(plain.errors.contains("2 symbolic links were not followed: again.md, vault."))
    _ = try program.write(
      "config/newsroom/newsroom.toml",
      "# mine\nignore = [\"culture/\", \"*.txt\"]\nfollow_symlinks = \"inside\"\n")
    let listed = try program.run(["list", library])
    #expect(listed.lines.count == 1)
    let checked = try program.run(["check", library])
    #expect(
      checked.errors.contains(
        "1 symbolic link was not followed, because it leads outside the directory: vault."))
    #expect(checked.errors.contains("1 symbolic link leads to a file already listed: again.md."))
    #expect(checked.errors.contains("newsroom.toml: culture/, nordic/2026-03-05-cities.txt."))
    let json = try program.run(["check", "--json", library])
    #expect(json.output.contains("{\"passed_over\":\"link-out\",\"count\":1,\"paths\":[\"vault\"]}"))
    for (text, reason) in [
      (
        "theme = \"mono\"\nfollow_symlinks = \"always\"\n",
        "newsroom.toml:2:19: follow_symlinks takes \"never\" or \"inside\""
      ),
      ("follow_symlinks = true", "newsroom.toml:1:19: follow_symlinks takes"),
      ("\n\nignore = 3\n", "newsroom.toml:3:10: ignore takes a pattern or a list"),
      ("ignore = [\"a[\"]\n", "newsroom.toml:1:10: the pattern “a[” in ignore is not valid"),
    ] {
      _ = try program.write("config/newsroom/newsroom.toml", text)
      let result = try program.run(["list", library])
      #expect(result.status == 2)
      #expect(result.errors.contains(reason), "\(result.errors)")
    }
  }

  @Test func checkCountsIgnoredFilesWithoutAProblem() throws {
    let program = try Program()
    let library = try program.library(["a.md": "---\ntitle: One\ndate: 2026-03-02\n---\nText of a story.\n"])
    mkfifo(library + "/pipe.md", 0o600)
    for name in ["a.png", "b.png", "c.PDF", ".hidden.md", "a.md~"] {
      _ = try program.write("stories/" + name, "x")
    }
    let result = try program.run(["check", library])
    #expect(result.status == 0)
    #expect(result.output == "")
    for sentence in [
      "1 named pipe was skipped: pipe.md.",
      "1 hidden file or folder was skipped: .hidden.md.",
      "1 temporary file or folder of another program was skipped: a.md~.",
      "3 files of other kinds were skipped: 2 .png, 1 .pdf (a.png, b.png, c.PDF).",
      "no problems in 1 story.",
    ] { #expect(result.errors.contains(sentence), "\(result.errors)") }
  }
}
