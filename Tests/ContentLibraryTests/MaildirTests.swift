import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Mail folders as mail programs keep them: one message per file, under names without an extension.
@Suite struct MaildirTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  /// The subject of each letter: letters that differ only in a number would be versions of one.
  private static let words = [
    "None", "Apples", "Boats", "Coffee", "Drums", "Eggs", "Flags", "Grapes", "Herrings", "Ink", "Jam",
  ]

  private func letter(_ number: Int, isNamed: Bool = true) -> String {
    """
    From: Writer \(number) <w\(number)@desk.example>
    Subject: Letter \(number)
    Date: Tue, 6 Oct 2026 09:\(10 + number):00 +0200
    \(isNamed ? "Message-ID: <\(number)@desk.example>" : "Received: by desk.example")

    \(Self.words[number]) for everybody on the quay.

    """
  }

  private func headlines(_ library: Library) throws -> Set<String> {
    Set(try library.rows().map(\.headline))
  }

  @Test func messagesUnderAnyNameAreRead() throws {
    try newsroom.write("mail/cur/1767776400.M1P1.host:2,S", letter(1))
    try newsroom.write("mail/new/1767776401.M1P1.host", letter(2))
    try newsroom.write("mail/cur/1767776402.M1P1.desk.md,S=1234:2,RS", letter(3))
    try newsroom.write("mail/tmp/1767776403.M1P1.host", letter(4))
    try newsroom.write("mail/cur/1767776404.M1P1.host!2,S", letter(5))
    try newsroom.write("mh/inbox/17", letter(6))
    try newsroom.write("letter.msg", letter(7))
    try newsroom.write("letter.2026", letter(8))
    try newsroom.write("letter.txt", letter(9))
    try newsroom.write("picture.jpg", letter(10))
    try newsroom.write("notes.xyz", "Some words that are no letter.\n")
    try newsroom.write("empty.msg", "")
    let library = try newsroom.library(Formats.all)
    #expect(try library.refreshed().stories == 8)
    #expect(try headlines(library) == Set([1, 2, 3, 5, 6, 7, 8, 9].map { "Letter \($0)" }))
    #expect(try library.refreshed().stories == 8)
  }

  @Test func theFoldersOfAMaildirAreNoDesk() throws {
    try newsroom.write("cur/1767776400.M1P1.host:2,S", letter(1))
    try newsroom.write("new/1767776401.M1P1.host", letter(2))
    try newsroom.write("harbour/cur/1767776402.M1P1.host:2,S", letter(3))
    try newsroom.write("new/notes.txt", "The new quay\n\nIt is long.\n")
    let library = try newsroom.library(Formats.all)
    _ = try library.refreshed()
    let desks = Dictionary(uniqueKeysWithValues: try library.rows().map { ($0.headline, $0.section ?? "") })
    #expect(desks["Letter 1"] == "" && desks["Letter 2"] == "")
    #expect(desks["Letter 3"] == "Harbour" && desks["The new quay"] == "New")
  }

  @Test(arguments: [true, false])
  func aLetterThatWasReadElsewhereIsTheSame(isNamed: Bool) throws {
    let before = "mail/new/1767776401.M1P1.host"
    let after = "mail/cur/1767776401.M1P1.host:2,S"
    try newsroom.write(before, letter(2, isNamed: isNamed))
    try newsroom.write("mail/cur/1767776400.M1P1.host:2,S", letter(1))
    let library = try newsroom.library(Formats.all)
    _ = try library.refreshed()
    let row = try #require(try library.rows().first { $0.path == before })
    try newsroom.rename(before, after)
    _ = try library.refreshed()
    let moved = try #require(try library.rows().first { $0.path == after })
    #expect(moved.id == row.id)
    #expect(try library.rows().count == 2)
    #expect(try library.open(row.id).story.text == "Boats for everybody on the quay.")
  }
}
