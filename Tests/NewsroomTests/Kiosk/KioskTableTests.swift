import ArgumentParser
import NewsroomUI
import System
import TestSupport
import Testing

@testable import newsroom

/// The table of `Kiosk`, as far as the shell, the options and the environment go.
@Suite struct KioskTableTests {
  @Test func everyShellCommandIsDecided() throws {
    let decided = Set(Kiosk.table.filter { $0.kind == .shell }.map(\.name))
    #expect(decided == Set(Newsroom.commandNames))
  }

  /// Every option of every command that is open is in the table, and nothing else is.
  @Test func everyOptionIsDecided() throws {
    var names: Set<String> = []
    for command in try CommandDescription.program().commands where Kiosk.opens(.shell, command.name) {
      for option in command.options { names.formUnion(option.names.map { "\(command.name) \($0)" }) }
    }
    let decided = Set(Kiosk.table.filter { $0.kind == .option }.map(\.name))
    #expect(names.subtracting(decided) == [], "not decided")
    #expect(Kiosk.open(.option).filter { !names.contains($0) } == [], "open, but not there")
  }

  @Test func everySettingOfTheHostIsDecided() {
    let names = Set(SettingKey.all.map(\.name) + SettingTable.allCases.map(\.rawValue))
    #expect(names == Set(Kiosk.table.filter { $0.kind == .setting }.map(\.name)))
  }

  /// Every option that is closed is refused, alone and with a value.
  @Test func closedOptionsAreRefused() {
    for row in Kiosk.table where row.kind == .option && row.reason != nil {
      for text in [row.name, row.name + "=/etc/passwd", row.name + " /etc/passwd"] {
        #expect(throws: Failure.self, "\(text)") { try GuestCommand(text) }
      }
    }
    for row in Kiosk.table where row.kind == .shell && row.reason != nil {
      #expect(throws: Failure.self, "\(row.name)") { try GuestCommand(row.name) }
    }
    for text in ["list -L/etc", "list --index=/x", "list --lib /etc", "show --ra x", "list -nL"] {
      #expect(throws: Failure.self, "\(text)") { try GuestCommand(text) }
    }
  }

  @Test(arguments: [
    ("list", ["list"]), ("  search  'new harbour' \"a b\"\\ c ", ["search", "new harbour", "a b c"]),
    ("list 'a\\b'", ["list", "a\\b"]), ("list ''", ["list", ""]), ("list ; id", ["list", ";", "id"]),
    ("list $(id) `id` $HOME ~ * > /tmp/x", ["list", "$(id)", "`id`", "$HOME", "~", "*", ">", "/tmp/x"]),
  ])
  func wordsArePartedByBlanksAlone(_ text: String, _ words: [String]) {
    #expect(GuestWords.split(text) == words)
  }

  @Test(arguments: ["list 'a", "list \"", "list \\", "list\nid", "list \u{1B}[2J", "list\u{0}"])
  func whatIsNotWholeIsNoCommand(_ text: String) {
    #expect(GuestWords.split(text) == nil)
  }

  @Test func variablesAreReadOnlyIfTheyLookLikeNames() {
    for (name, value) in [
      ("TERM", "xterm-256color"), ("LANG", "da_DK.UTF-8"), ("LC_ALL", "sr_RS@latin"), ("LINES", "24"),
      ("COLORTERM", "truecolor"), ("NO_COLOR", "1"),
    ] { #expect(Guest.isSound(name, value), "\(name)") }
    for (name, value) in [
      ("TERM", "../../etc/passwd"), ("TERM", ".hidden"), ("TERM", ""), ("LANG", "/tmp/locale"),
      ("LC_ALL", "a b"), ("LINES", "12a"), ("COLUMNS", "999999"), ("TERM", String(repeating: "x", count: 65)),
      ("NO_COLOR", "\u{1B}"),
    ] { #expect(!Guest.isSound(name, value), "\(name) \(value)") }
  }

  @Test func theHashIsThatOfTheStandard() {
    #expect(
      SHA256.digits(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.digits(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.digits(of: [UInt8](repeating: 97, count: 1_000))
        == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
  }

  /// The name of a file of marks is a hash, whatever sshd's file has in it.
  @Test func marksAreNamedByAHash() throws {
    let name = try #require(
      Guest.marksName(in: "password\npublickey ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGx comment\n"))
    #expect(name.hasSuffix(".sqlite") && name.utf8.count == 71)
    #expect(name.dropLast(7).allSatisfy { $0.isHexDigit })
    #expect(Guest.marksName(in: "password") == nil)
    #expect(Guest.marksName(in: "publickey ssh-rsa short") == nil)
    let odd = try #require(Guest.marksName(in: "publickey ../../../../etc ../../../../../etc/passwd"))
    #expect(!odd.contains("/"))
    #expect(Guest.marksName(inFile: "/dev/zero") == nil)
    #expect(Guest.marksName(inFile: "/proc/self/fd/0") == nil)
  }

  @Test func aLoginShellTakesTheHostsFile() {
    #expect(LoginShell.arguments(["newsroom", "x"]) == nil)
    #expect(
      LoginShell.arguments(["-newsroom-kiosk"]) == ["--kiosk", "--config", "/etc/newsroom/kiosk.toml"])
    #expect(
      LoginShell.arguments(["/usr/bin/newsroom-kiosk", "-c", "list --json"])
        == ["--kiosk", "--config", "/etc/newsroom/kiosk.toml", "--guest-command=list --json"])
    #expect(
      LoginShell.arguments(["newsroom-kiosk", "--index", "/etc/passwd"])
        == ["--kiosk", "--config", "/etc/newsroom/kiosk.toml"])
  }
}
