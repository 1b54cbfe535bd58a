import Foundation
import NewsroomUI
import Stories
import System
import TestSupport
import Testing

@testable import newsroom

/// The words that other programs are started with, and what they read.
@Suite struct OutsideProgramTests {
  @Test(arguments: [
    ("firefox", ["firefox", "https://x"]), ("w3m -N", ["w3m", "-N", "https://x"]),
    ("lynx:w3m", ["lynx", "https://x"]), ("open --url=%s -n", ["open", "--url=https://x", "-n"]),
    ("sh -c 'a %s'", ["sh", "-c", "'a", "https://x'"]), ("a;b $HOME", ["a;b", "$HOME", "https://x"]),
  ])
  func theBrowsersWordsAreSplitAtBlanksAlone(_ variable: String, _ words: [String]) {
    Environment.$replacement.withValue(["BROWSER": variable]) {
      #expect(OutsidePrograms.hasBrowser)
      #expect(OutsidePrograms.browser("https://x") == words)
    }
  }

  @Test func theEditorIsTheVisualOneFirst() {
    Environment.$replacement.withValue(["VISUAL": "nvim -R", "EDITOR": "ed"]) {
      #expect(OutsidePrograms.editor == ["nvim", "-R"])
    }
    Environment.$replacement.withValue(["EDITOR": "ed"]) { #expect(OutsidePrograms.editor == ["ed"]) }
    Environment.$replacement.withValue(["EDITOR": " "]) { #expect(OutsidePrograms.editor == []) }
  }

  private func settings(_ text: String) throws -> Settings {
    let scratch = try ScratchFolder()
    return try Settings.load(try scratch.write("newsroom.toml", text: text))
  }

  @Test func commandsAreReadFromTheSettings() throws {
    let settings = try settings(
      """
      forbid = ["copy", "browser"]
      [pipes]
      Print = "lpr  -P desk"
      Aloud = { run = "espeak-ng", wait = false }
      Mail = { run = ["mail", "-s", "a story"], as = "markdown" }
      """)
    #expect(
      settings.pipes == [
        StoryPipe(name: "Aloud", words: ["espeak-ng"], waits: false),
        StoryPipe(name: "Mail", words: ["mail", "-s", "a story"], form: .markdown),
        StoryPipe(name: "Print", words: ["lpr", "-P", "desk"]),
      ])
    #expect(settings.forbidden == [.copy, .browser])
    #expect(settings.waysOut.pipes == ["Aloud", "Mail", "Print"])
  }

  @Test(arguments: [
    "[pipes]\nX = 3", "[pipes]\nX = \"\"", "[pipes]\nX = { as = \"text\" }",
    "[pipes]\nX = { run = \"a\", as = \"pdf\" }", "[pipes]\nX = { run = \"a\", shell = true }",
    "[pipes]\nX = [\"a\", 1]", "forbid = \"copy\"", "forbid = [\"exit\"]",
  ])
  func whatIsNoCommandIsRefused(_ text: String) {
    #expect(throws: Failure.self) { try settings(text) }
  }

  @Test(arguments: [
    (StoryPipe.Form.text, "Ferry line to reopen in spring"), (.markdown, "title: \""), (.html, "<article>"),
    (.json, "\"headline\":"),
  ])
  func aStoryIsGivenInEveryForm(_ form: StoryPipe.Form, _ mark: String) throws {
    var story = Story(
      id: StoryID(content: "x".utf8), path: "x.md", format: "markdown",
      headline: "Ferry line to reopen in spring")
    story.body = [Block(.paragraph([Inline("It sails\u{1B}[2J again.")]))]
    let text = OutsidePrograms.text(of: story, as: form, Settings())
    #expect(text.contains(mark), "\(text)")
    if form == .text { #expect(!text.contains("\u{1B}")) }
  }

  /// A program that reads little, one that fails and one that is missing end as they should.
  @Test func programsAreRunToTheirEnd() throws {
    let scratch = try ScratchFolder()
    let out = scratch.file("out")
    let file = try Descriptor.open(out, .write, .create, mode: 0o600)
    let bytes = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(try ChildProgram.run(["head", "-c", "3"], input: bytes, terminal: file.number) == 0)
    #expect(try ChildProgram.run(["wc", "-c"], input: bytes, terminal: file.number) == 0)
    #expect(try ChildProgram.run(["false"], input: [], terminal: file.number) == 1)
    #expect(try ChildProgram.run(["sh", "-c", "kill -9 $$"], input: [], terminal: file.number) == 137)
    #expect(try ChildProgram.run(["printf", "%s", "$(id) ; `id` *"], input: [], terminal: file.number) == 0)
    #expect(throws: SystemError.missing) {
      try ChildProgram.run(["no-such-program-here"], input: [], terminal: file.number)
    }
    let text = try String(contentsOfFile: out, encoding: .utf8)
    #expect(text == "aaa1048576\n$(id) ; `id` *")
  }
}
